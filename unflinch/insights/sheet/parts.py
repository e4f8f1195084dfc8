"""The parts of a sheet, each as plain values: sentences, a table, words. Nothing here knows paper or a screen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import TextChoices

from unflinch.insights.charts.boldness import boldness_table
from unflinch.insights.charts.chart import Chart, Picture, Table, plain_table
from unflinch.insights.charts.flinching import flinching_chart
from unflinch.insights.charts.forecast import forecast_chart
from unflinch.insights.charts.habits import habits_chart
from unflinch.insights.charts.missed import missed_chart
from unflinch.insights.charts.recovery import recovery_chart
from unflinch.insights.charts.rounds import rounds_chart
from unflinch.insights.charts.shift import shift_chart
from unflinch.insights.charts.sting import sting_chart
from unflinch.insights.charts.tension import tension_chart
from unflinch.insights.measurements import Measurements
from unflinch.insights.sheet.material import Material
from unflinch.insights.sheet.questions import question_rows as questions_asked
from unflinch.practice.vocabulary import Outcome, Plainly

_MOST_LINES: Final = 6
_NOTHING: Final = "Nothing was asked in these days."


class Part(TextChoices):
    """What a person may put on the sheet."""

    GOING = "going", "how often I went"
    FORECAST = "forecast", "what I expected, and what happened"
    TENSION = "tension", "how tense I was"
    STING = "sting", "how much a no stung"
    RECOVERY = "recovery", "feeling OK again, and going over it"
    LADDER = "ladder", "how bold my asks were"
    NOT_ASKED = "not_asked", "what I didn’t ask, and why"
    SAFETY = "safety", "safety habits"
    WORSE = "worse", "weeks that got worse"
    LESSONS = "lessons", "what I learned"
    QUESTIONS = "questions", "questionnaires"


@dataclass(frozen=True, slots=True)
class Section:
    """One part: its title, sentences, a table, the person's own lines, and a picture."""

    code: str
    title: str
    sentences: Sequence[str] = ()
    table: Table | None = None
    lines: Sequence[str] = ()
    picture: Picture | None = None


def sections_of(material: Material, parts: Sequence[str]) -> list[Section]:
    """The parts that were ticked, in the order of the list, whatever order they came in."""
    return [_MAKE[part](material) for part in Part if part in parts]


def _going(material: Material) -> Section:
    measured = material.measured
    anyway = measured.numbers.going.went_anyway
    made, plans = measured.asks, measured.activities
    if not sum(measured.outcomes.values()):
        return Section(Part.GOING, "Going", [_NOTHING, *_left_out(material)])
    told = [f"{made} {_asks(made)} made, on {plans} {_activities(plans)}."]
    if anyway.value is not None:
        told.append(f"{anyway.value:.0f} of the {anyway.n} with a tension given were made at 60 or more of 100.")
    told += [*_third_person([flinching_chart(measured)]), *_left_out(material)]
    rows = [[_came(name), str(measured.outcomes.get(name, 0))] for name in Outcome]
    return Section(Part.GOING, "Going", told, plain_table(("What came back", "Asks"), rows))


def _came(outcome: Outcome) -> str:
    """What came back, for whoever reads the sheet beside the person."""
    return "Warm-up, done: nobody can refuse it" if outcome == Outcome.WENT else str(outcome.label)


def _left_out(material: Material) -> list[str]:
    """What a range of days cannot hold, said in a sentence; nothing where it holds all."""
    dayless, unfair = material.dayless, material.unfair
    told = []
    if dayless:
        told.append(f"{dayless} {_asks(dayless)} with no known day {'is' if dayless == 1 else 'are'} left out.")
    if unfair:
        told.append(f"Felt unfair, and in no number here: {unfair} {_asks(unfair)}.")
    return told


def _third_person(charts: Sequence[Chart | None]) -> list[str]:
    """What these charts say to whoever reads the sheet beside the person."""
    return [sentence for chart in charts if chart is not None for sentence in chart.third_person]


def _forecast(material: Material) -> Section:
    charts = [make(material.measured) for make in (forecast_chart, shift_chart, missed_chart)]
    return Section(Part.FORECAST, "Forecast and result", _third_person(charts))


def _tension(material: Material) -> Section:
    chart = tension_chart(material.measured)
    return Section(Part.TENSION, "Tension before asks, 0 to 100", chart.third_person, picture=chart.picture)


def _sting(material: Material) -> Section:
    chart = sting_chart(material.measured)
    return Section(Part.STING, "How much a no stings", chart.third_person, picture=chart.picture)


def _recovery(material: Material) -> Section:
    charts = [recovery_chart(material.measured), rounds_chart(material.measured)]
    return Section(Part.RECOVERY, "Feeling OK again", _third_person(charts))


def _not_asked(material: Material) -> Section:
    """What was put aside, let go or left, with the reasons that were ticked."""
    rows = [[words, str(count)] for words, count in material.avoided if count]
    told = [] if rows else ["Nothing was put aside or let go in these days."]
    table = plain_table(("What, and why", "Times"), rows) if rows else None
    return Section(Part.NOT_ASKED, "What wasn’t asked", told, table)


def _safety(material: Material) -> Section:
    """How often each safety behaviour was there, and whether it comes less often than at first."""
    chart = habits_chart(material.measured)
    if chart is None:
        return Section(Part.SAFETY, "Safety behaviours", ["Too few asks say what was done to feel safe."])
    return Section(Part.SAFETY, "Safety behaviours", table=chart.table)


def _worse(material: Material) -> Section:
    """What the weekly question about harm was answered with."""
    weeks = material.weeks
    if not weeks:
        return Section(Part.WORSE, "Weeks that got worse", ["The weekly question wasn’t answered in this time."])
    counts = [sum(getattr(week, name) == Plainly.YES for week in weeks) for name in ("worse", "avoids_more")]
    told = [
        f"“Did practising make this week worse?” Yes for {counts[0]} of {len(weeks)} weeks.",
        f"“Are you avoiding everyday things that used to be fine?” Yes for {counts[1]} of {len(weeks)}.",
    ]
    return Section(Part.WORSE, "Weeks that got worse", told)


def _ladder(material: Material) -> Section:
    """How many asks at each step of boldness, and what came back."""
    measured: Measurements = material.measured
    if not measured.asks:
        return Section(Part.LADDER, "Ladder of boldness", [_NOTHING])
    unknown = measured.asks_of_no_step
    told = [f"{unknown} more {_asks(unknown)} of no known boldness."] if unknown else []
    return Section(Part.LADDER, "Ladder of boldness", told, boldness_table(measured))


def _lessons(material: Material) -> Section:
    lines = material.lessons(_MOST_LINES)
    told = [] if lines else ["Nothing was written down in this time."]
    return Section(Part.LESSONS, "In their own words", told, lines=lines)


def _questions(material: Material) -> Section:
    rows = list(questions_asked(material))
    told = [] if rows else ["Nothing was filled in during this time."]
    table = plain_table(("What", "When", "Answer"), rows) if rows else None
    return Section(Part.QUESTIONS, "Questionnaires", told, table)


def _asks(count: int) -> str:
    return "ask" if count == 1 else "asks"


def _activities(count: int) -> str:
    return "outing" if count == 1 else "outings"


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
