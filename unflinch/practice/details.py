"""What was written about one ask, before it and after it, as its own page lists it."""

from collections.abc import Iterable, Iterator

from unflinch.practice.models import Debrief, Forecast
from unflinch.practice.vocabulary import Feeling


def details_of(forecast: Forecast | None, debrief: Debrief | None) -> list[tuple[str, str]]:
    """A heading and what was written under it, one for each thing that was filled in; empty where nothing was."""
    told = [*(_before(forecast) if forecast else ()), *(_after(debrief) if debrief else ())]
    return [(heading, words) for heading, words in told if words]


def _before(forecast: Forecast) -> Iterator[tuple[str, str]]:
    likely = _rated(forecast.feared_before, " % likely")
    yield "Feared", ", ".join(filter(None, (forecast.feared_thing, likely))) if forecast.feared_thing else ""
    yield "A no", _rated(forecast.no_before, " % likely")
    yield "How bad a no would be", _rated(forecast.cost_before)
    yield "Tension", _rated(forecast.tension_before)
    yield "Felt before", _named(Feeling, forecast.feelings)


def _after(debrief: Debrief) -> Iterator[tuple[str, str]]:
    yield "The feared thing happened", _rated(debrief.feared_happened, " out of 100")
    yield "Next time you’d say", _rated(debrief.feared_after, " %")
    yield "Sting", _rated(debrief.sting)
    yield "How bad it was", _rated(debrief.cost_after)
    yield "Surprise", _rated(debrief.surprise)
    yield "Kind of no", debrief.get_no_kind_display()
    yield "Felt OK again after", debrief.get_back_after_display()
    yield "What happened", debrief.what_happened
    yield "A kind line", debrief.kind_line
    yield "Expected, and what happened", debrief.fact_line
    yield "Felt", "\n".join(filter(None, (_named(Feeling, debrief.feelings), debrief.feeling_words)))
    yield "Notes", debrief.notes
    yield "Learned", debrief.lesson
    yield "To believe it, I’d have to see", debrief.believe_next
    amount = "" if debrief.amount is None else f"{debrief.amount:f}"
    yield "Gained", ", ".join(filter(None, (debrief.gained, amount)))


def _rated(value: int | None, unit: str = "") -> str:
    return "" if value is None else f"{value}{unit}"


def _named(words: type[Feeling], chosen: Iterable[str]) -> str:
    return ", ".join(str(words(word).label) for word in chosen if word in words.values)
