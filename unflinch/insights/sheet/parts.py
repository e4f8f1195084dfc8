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
from unflinch.insights.sheet import third_person
from unflinch.insights.sheet.material import Material
from unflinch.insights.sheet.questions import question_rows as questions_asked
from unflinch.practice.history import activities_in
from unflinch.practice.vocabulary import Outcome, Plainly, SafeHabit

_MOST_LINES: Final = 6
_NOTHING: Final = "Nothing was asked in this time."


class Part(TextChoices):
    """What a person may put on the sheet."""

    GOING = "going", "going"
    FORECAST = "forecast", "forecast and result"
    TENSION = "tension", "tension over time"
    STING = "sting", "sting"
    RECOVERY = "recovery", "back to myself, and going round"
    LADDER = "ladder", "ladder of boldness"
    NOT_ASKED = "not_asked", "what wasn’t asked, and why"
    SAFETY = "safety", "safety habits"
    WORSE = "worse", "weeks that got worse"
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
    return [_MAKE[part](material) for part in Part if part in parts]


def _going(material: Material) -> Section:
    counts, numbers = material.outcomes, material.numbers
    anyway = numbers.going.went_anyway
    made, plans = material.made, activities_in(material.asks)
    if not counts.total():
        return Section(Part.GOING, "Going", [_NOTHING, *_left_out(material)])
    told = [f"{made} {_asks(made)} made, in {plans} {_activities(plans)}."]
    if anyway.value is not None:
        told.append(f"{anyway.value:.0f} of the {anyway.n} with a tension given were made at 60 or more of 100.")
    unflinching = third_person.noes_without_flinching(numbers.unflinching.share)
    told += [*([unflinching] if unflinching else []), *_left_out(material)]
    rows = [[str(Outcome(name).label), str(counts[name])] for name in Outcome.values]
    return Section(Part.GOING, "Going", told, ("What came back", "Asks"), rows)


def _left_out(material: Material) -> list[str]:
    """What a range of days cannot hold, said in a sentence; nothing where it holds all."""
    dayless, unfair = material.dayless, material.unfair
    told = []
    if dayless:
        told.append(f"{dayless} {_asks(dayless)} of no known day {'is' if dayless == 1 else 'are'} left out.")
    if unfair:
        told.append(f"Felt unfair, and in no number here: {unfair} {_asks(unfair)}.")
    return told


def _forecast(material: Material) -> Section:
    numbers = material.numbers
    told = [
        third_person.forecast_heard(numbers.forecast),
        third_person.belief_after(numbers.shift),
        third_person.belief_next_time(numbers.transfer),
    ]
    missed = third_person.yeses_against_forecast(numbers.missed)
    return Section(Part.FORECAST, "Forecast and result", [*told, *([missed] if missed else [])])


def _tension(material: Material) -> Section:
    course = material.numbers.tension
    told = third_person.tension_over_time(course)
    return Section(Part.TENSION, "Tension before asks, 0 to 100", [told], curve=curve_of(course))


def _sting(material: Material) -> Section:
    course, faded = material.numbers.sting, third_person.sting_looking_back(material.numbers.fade)
    told = [sentences.of_sting(course), *([faded] if faded else [])]
    return Section(Part.STING, "How much a no stings", told, curve=curve_of(course))


def _recovery(material: Material) -> Section:
    return Section(Part.RECOVERY, "Back to oneself", _recovery_told(material.numbers))


def _recovery_told(numbers: Numbers) -> list[str]:
    found, rounds = numbers.recovery, numbers.rounds.median
    told = [f"Too few to tell yet: {sentences.lacking(found.minutes.needs)}."]
    if found.minutes.value is not None:
        told = [f"Typically {sentences.of_recovery(found)} ({sentences.of_recovery_range(found)})."]
    if rounds.value is None:
        told.append(f"Going round in the head: too few to tell yet, {sentences.lacking(rounds.needs)}.")
    else:
        between = sentences.between(rounds)
        told.append(
            f"On a later day it went round in the head at {rounds.value:.0f} of 100, typically "
            f"({between}, from {rounds.n} looks back)."
        )
    return told


def _not_asked(material: Material) -> Section:
    """What was put aside, let go or left, with the reasons that were ticked."""
    rows = [[words, str(count)] for words, count in material.avoided if count]
    told = [] if rows else ["Nothing was put aside, let go or left in this time."]
    return Section(Part.NOT_ASKED, "What wasn’t asked", told, ("What, and why", "Times") if rows else (), rows)


def _safety(material: Material) -> Section:
    """How often each safety behaviour was there, and whether it comes less often than at first."""
    habits = [habit for habit in material.numbers.habits if habit.share.value is not None]
    named = {"down": "less than at first", "up": "more than at first", None: "no clear change"}
    rows = [
        [str(SafeHabit(habit.name).label), f"{habit.share.value:.0f} ({sentences.between(habit.share)})",
         named[habit.change.moved]]
        for habit in habits
    ]  # fmt: skip
    told = [] if rows else ["Too few asks with what was done to feel safe."]
    return Section(Part.SAFETY, "Safety behaviours", told, ("What", "Of 100 asks", "Since") if rows else (), rows)


def _worse(material: Material) -> Section:
    """What the weekly question about harm was answered with."""
    weeks = material.weeks
    if not weeks:
        return Section(Part.WORSE, "Weeks that got worse", ["The weekly question wasn’t answered in this time."])
    counts = [sum(getattr(week, name) == Plainly.YES for week in weeks) for name in ("worse", "avoids_more")]
    told = [
        f"“Did practising make this week worse?” Yes for {counts[0]} of {len(weeks)} weeks.",
        f"“Do you keep away from everyday things that were fine before?” Yes for {counts[1]} of {len(weeks)}.",
    ]
    return Section(Part.WORSE, "Weeks that got worse", told)


def _ladder(material: Material) -> Section:
    """How many asks at each step of boldness, and what came back."""
    asked = [ask for ask in material.asks if ask.real]
    keys = [ask.key for ask in asked]
    steps = Counter(zip(steps_of(material.person, keys), [ask.outcome for ask in asked], strict=True))
    unknown = sum(count for (step, _), count in steps.items() if step is None)
    rows = [
        [word, *(str(steps[step, outcome]) for outcome in (Outcome.YES, Outcome.NO)), str(_silent(steps, step))]
        for step, word in enumerate(BOLD_WORDS, 1)
    ]
    if not steps:
        return Section(Part.LADDER, "Ladder of boldness", [_NOTHING])
    told = [f"{unknown} more {_asks(unknown)} of no known boldness."] if unknown else []
    return Section(Part.LADDER, "Ladder of boldness", told, ("Step", "Yes", "No", "Open"), rows)


def _silent(steps: Mapping[tuple[int | None, str], int], step: int) -> int:
    return sum(steps[step, outcome] for outcome in (Outcome.MAYBE, Outcome.NO_REPLY))


def _lessons(material: Material) -> Section:
    lines = material.lessons(_MOST_LINES)
    told = [] if lines else ["Nothing was written down in this time."]
    return Section(Part.LESSONS, "In their own words", told, lines=lines)


def _questions(material: Material) -> Section:
    rows = list(questions_asked(material))
    told = [] if rows else ["Nothing was filled in during this time."]
    return Section(Part.QUESTIONS, "Questions from outside", told, ("What", "When", "Answer") if rows else (), rows)


def _asks(count: int) -> str:
    return "ask" if count == 1 else "asks"


def _activities(count: int) -> str:
    return "activity" if count == 1 else "activities"


_MAKE: Final[Mapping[Part, Callable[[Material], Section]]] = {
    Part.GOING: _going,
    Part.FORECAST: _forecast,
    Part.TENSION: _tension,
    Part.STING: _sting,
    Part.RECOVERY: _recovery,
    Part.LADDER: _ladder,
    Part.NOT_ASKED: _not_asked,
    Part.SAFETY: _safety,
    Part.WORSE: _worse,
    Part.LESSONS: _lessons,
    Part.QUESTIONS: _questions,
}
