"""The parts of a sheet, each as plain values: sentences, a table, words. Nothing here knows paper or a screen."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.db.models import TextChoices

from unflinch.insights import sentences
from unflinch.insights.along import BOLD_WORDS, steps_of
from unflinch.insights.charts import curve_of
from unflinch.insights.numbers import Numbers
from unflinch.insights.sheet.material import Material
from unflinch.insights.sheet.questions import rows_of as questions_asked
from unflinch.practice.vocabulary import Outcome

MOST_LINES: Final = 6
NOTHING: Final = "Nothing was asked in this time."


class Part(TextChoices):
    """What a person may put on the sheet."""

    GOING = "going", "going"
    FORECAST = "forecast", "forecast and result"
    STING = "sting", "sting"
    RECOVERY = "recovery", "back to myself"
    LADDER = "ladder", "ladder of boldness"
    LESSONS = "lessons", "what I take with me"
    QUESTIONS = "questions", "questions from outside"


@dataclass(frozen=True, slots=True)
class Section:
    """One part: its title, sentences, a table with its head, the person's own lines, and a curve's shape or none."""

    code: str
    title: str
    sentences: Sequence[str] = ()
    head: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    lines: Sequence[str] = ()
    curve: object = field(default=None)


def sections_of(material: Material, parts: Sequence[str]) -> list[Section]:
    """The parts that were ticked, in the order of the list, whatever order they came in."""
    return [MAKE[part](material) for part in Part if part in parts]


def going(material: Material) -> Section:
    counts, numbers = material.outcomes, material.numbers
    anyway = numbers.going.went_anyway
    made, plans = material.made, material.asks.activities
    if not counts.total():
        return Section(Part.GOING, "Going", [NOTHING, *left_out(material)])
    told = [f"{made} {asks(made)} made, in {plans} {activities(plans)}."]
    if anyway.value is not None:
        told.append(f"{anyway.value:.0f} of the {anyway.n} with a tension given were made at 60 or more of 100.")
    if numbers.unflinching.share.value is not None:
        told.append(f"{sentences.of_unflinching(numbers.unflinching.share)}.")
    told += left_out(material)
    rows = [[str(Outcome(name).label), str(counts[name])] for name in Outcome.values]
    return Section(Part.GOING, "Going", told, ("What came back", "Asks"), rows)


def left_out(material: Material) -> list[str]:
    """What a range of days cannot hold, said in a sentence; nothing where it holds all."""
    count = material.dayless
    return [f"{count} {asks(count)} of no known day {'is' if count == 1 else 'are'} left out."] if count else []


def forecast(material: Material) -> Section:
    numbers = material.numbers
    told = [sentences.of_forecast(numbers.forecast), sentences.of_shift(numbers.shift.feared)]
    missed = sentences.of_missed(numbers.missed)
    return Section(Part.FORECAST, "Forecast and result", [*told, *([missed] if missed else [])])


def sting(material: Material) -> Section:
    course, faded = material.numbers.sting, sentences.of_fade(material.numbers.fade)
    told = [sentences.of_sting(course), *([faded] if faded else [])]
    return Section(Part.STING, "How much a no stings", told, curve=curve_of(course))


def recovery(material: Material) -> Section:
    return Section(Part.RECOVERY, "Back to oneself", recovery_told(material.numbers))


def recovery_told(numbers: Numbers) -> list[str]:
    found, rounds = numbers.recovery, numbers.rounds.median
    told = [f"Too few to tell yet: {sentences.lacking(found.minutes.needs)}."]
    if found.minutes.value is not None:
        told = [f"In the middle {sentences.of_recovery(found)} ({sentences.of_recovery_range(found)})."]
    if rounds.value is not None:
        between = sentences.between(rounds)
        told.append(
            f"The next day it went round in the head at {rounds.value:.0f} of 100 ({between}, over {rounds.n})."
        )
    return told


def ladder(material: Material) -> Section:
    """How many asks at each step of boldness, and what came back."""
    asked = material.asks.where(material.asks.real)
    steps = Counter(zip(steps_of(material.person, asked.key.tolist()), asked.outcome.tolist(), strict=True))
    unknown = sum(count for (step, _), count in steps.items() if step is None)
    rows = [
        [word, *(str(steps[step, outcome]) for outcome in (Outcome.YES, Outcome.NO)), str(silent(steps, step))]
        for step, word in enumerate(BOLD_WORDS, 1)
    ]
    if not steps:
        return Section(Part.LADDER, "Ladder of boldness", [NOTHING])
    told = [f"{unknown} more {asks(unknown)} of no known boldness."] if unknown else []
    return Section(Part.LADDER, "Ladder of boldness", told, ("Step", "Yes", "No", "Open"), rows)


def silent(steps: Mapping[tuple[int | None, str], int], step: int) -> int:
    return sum(steps[step, outcome] for outcome in (Outcome.MAYBE, Outcome.NO_REPLY))


def lessons(material: Material) -> Section:
    lines = material.lessons(MOST_LINES)
    told = [] if lines else ["Nothing was written down in this time."]
    return Section(Part.LESSONS, "In my own words", told, lines=lines)


def questions(material: Material) -> Section:
    rows = list(questions_asked(material))
    told = [] if rows else ["Nothing was filled in during this time."]
    return Section(Part.QUESTIONS, "Questions from outside", told, ("What", "When", "Answer") if rows else (), rows)


def asks(count: int) -> str:
    return "ask" if count == 1 else "asks"


def activities(count: int) -> str:
    return "activity" if count == 1 else "activities"


MAKE: Final[Mapping[Part, Callable[[Material], Section]]] = {
    Part.GOING: going,
    Part.FORECAST: forecast,
    Part.STING: sting,
    Part.RECOVERY: recovery,
    Part.LADDER: ladder,
    Part.LESSONS: lessons,
    Part.QUESTIONS: questions,
}
