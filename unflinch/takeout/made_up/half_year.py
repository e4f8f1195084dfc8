"""The made-up half-year of the demo: written by hand, dated from today back, rated with chance that is handed in."""

from datetime import datetime, time, timedelta
from functools import cache
from importlib.resources import files
from random import Random
from typing import Annotated, Any, Final
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from unflinch.accounts.models import Person
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.shape import Challenge
from unflinch.practice.models import Answer, Ask, Debrief, Forecast, Plan, Programme, WeekReview
from unflinch.practice.models.dated import moment_fields
from unflinch.practice.vocabulary import AnswerKind, BackAfter, Degree, Outcome, Precision, ProgrammeKind, Rehearsed
from unflinch.shell.data_files import FileTable, OneOrMore, letters, read_file, whole
from unflinch.takeout.made_up.life import MadeUpLife, add_echo, add_energy

_WEEK: Final = timedelta(days=7)
_FIRST_PROGRAMME: Final = 1  # the week in which the first one began, counted from 0
_RUNS_SINCE: Final = 2  # weeks: the one that runs is in its third of four
_HARD: Final = 78  # how much the hard one stung
_MOST_OFTEN: Final = 0.6


class _Asked(FileTable, frozen=True):
    """One ask: on which day of its week, of whom, what was feared and what happened."""

    day: Annotated[int, whole(0, 6)]
    hour: Annotated[int, whole(0, 23)]
    slug: Annotated[str, letters(120)]
    role: Annotated[str, letters(60)]
    feared: Annotated[str, letters(20)]
    outcome: Annotated[str, letters(20)]
    no_kind: str = ""
    reason: str = ""
    later: str = ""
    what_happened: str = ""
    feelings: tuple[str, ...] = ()
    kind_line: str = ""
    lesson: str = ""
    funny: bool = False
    hard: bool = False


class _Week(FileTable, frozen=True):
    """A week with what it was called; the last one, which goes on, has no title yet."""

    asks: OneOrMore[_Asked]
    title: str = ""
    takeaway: str = ""


class _HalfYear(FileTable, frozen=True):
    weeks: OneOrMore[_Week]


@cache
def half_year() -> tuple[_Week, ...]:
    """The weeks as they're written down, the first one first."""
    return read_file(files("unflinch.takeout.made_up").joinpath("half_a_year.toml"), _HalfYear).weeks


def running_programme(person: Person) -> UUID:
    """The id of the programme that runs in the demo: it carries no batch, as one that came with a diary is over."""
    return uuid5(person.pk, "the programme of the demo")


def lived(person: Person, *, until: datetime, rng: Random, batch: UUID) -> MadeUpLife:
    """The half-year as rows, its last week the one that `until` (aware) is in; what would come later is left out."""
    life, weeks = MadeUpLife(person, rng, batch), half_year()
    today = person.day_of(until)
    monday = today - timedelta(days=today.weekday()) - (len(weeks) - 1) * _WEEK
    starts = [datetime.combine(monday + nth * _WEEK, time(9), ZoneInfo(person.zone)) for nth in range(len(weeks))]
    _add_programmes(life, starts)
    for nth, (week, start) in enumerate(zip(weeks, starts, strict=True)):
        progress = nth / (len(weeks) - 1)
        for asked, at in _come_by(until, week, start):
            _add_ask(life, asked, at, progress, until)
        add_energy(life, start, until)
        if week.title:
            when = moment_fields(person, start) | {"precision": Precision.WEEK}
            life.add(WeekReview, at=start + _WEEK, title=week.title, takeaway=week.takeaway, **when)
    return life


def _come_by(until: datetime, week: _Week, start: datetime) -> list[tuple[_Asked, datetime]]:
    """The asks of a week that have come by now, each with its moment; early in the week, the first one an hour ago."""
    dated = [(asked, (start + timedelta(days=asked.day)).replace(hour=asked.hour)) for asked in week.asks]
    come = [(asked, at) for asked, at in dated if at + timedelta(minutes=10) < until]
    return come or [(week.asks[0], until - timedelta(hours=1))]


def _add_programmes(life: MadeUpLife, starts: list[datetime]) -> None:
    """Four weeks that were finished, and four that go on."""
    shape = {"kind": ProgrammeKind.FOUR_WEEKS, "weeks": 4, "pace_low": 2, "pace_high": 3}
    first, now = starts[_FIRST_PROGRAMME], starts[-1 - _RUNS_SINCE]
    life.add(Programme, at=first, starts=life.person.day_of(first), ended_at=first + 4 * _WEEK - _WEEK / 7, **shape)
    running = Programme(
        id=running_programme(life.person), person=life.person, at=now, arrived=now,
        starts=life.person.day_of(now), **shape,
    )  # fmt: skip
    life.rows[Programme].append(running)


def _challenge(slug: str) -> Challenge:
    found = catalogue().get(slug)
    if found is None:
        raise LookupError(f"The demo asks {slug}, and no deck has it.")
    return found


def _add_ask(life: MadeUpLife, asked: _Asked, at: datetime, progress: float, until: datetime) -> None:
    """One ask with its forecast, its answers and what was said afterwards."""
    challenge = _challenge(asked.slug)
    plan = life.add(Plan, at=at, line=challenge.line)
    ask = life.add(
        Ask, at=at, plan=plan, slug=challenge.slug, title=challenge.title, setting=challenge.setting,
        channel=challenge.channel, kind=challenge.kind, role=asked.role,
    )  # fmt: skip
    feared = life.near(72 - 30 * progress, 10)
    rated = {"feared_before": feared, "no_before": life.near(70 - 18 * progress, 10)}
    rated |= {"cost_before": life.near(62 - 26 * progress, 10), "tension_before": life.near(70 - 24 * progress, 10)}
    life.add(Forecast, at=at, ask=ask, feared=asked.feared, feelings=_before(life, progress), **rated)
    later = at + timedelta(minutes=6)
    when = moment_fields(life.person, later)
    first = {"outcome": asked.outcome, "reason": asked.reason, "nth": 1, **when}
    life.add(Answer, at=later, ask=ask, kind=AnswerKind.FIRST, **first)
    settled = at + timedelta(days=5)
    if asked.later and settled < until:
        when = moment_fields(life.person, settled)
        life.add(Answer, at=settled, ask=ask, kind=AnswerKind.SETTLING, outcome=asked.later, nth=3, **when)
    if asked.outcome not in (Outcome.NO_REPLY, Outcome.NOT_ASKED):
        _add_debrief(life, asked, ask, feared=feared, at=later, progress=progress)


def _before(life: MadeUpLife, progress: float) -> list[str]:
    """Nervous at first with a pounding heart; later nervous, or steady."""
    if life.rng.random() > progress + 0.2:
        return ["nervous", "heart_pounding"]
    return ["nervous"] if life.rng.random() < _MOST_OFTEN else ["steady"]


def _add_debrief(life: MadeUpLife, asked: _Asked, ask: Ask, *, feared: int, at: datetime, progress: float) -> None:
    rng = life.rng
    happened = 90 if asked.hard else life.near(62, 10) if rng.random() < 0.08 else life.near(8, 7)
    told: dict[str, Any] = {
        "feared_happened": happened,
        "feared_after": life.near(feared - 0.45 * (feared - happened), 6),
        "surprise": life.near(abs(feared - happened), 12),
        "rehearsed": rng.choices(list(Rehearsed), weights=(1 + 4 * progress, 2, 3 - 2 * progress))[0],
        "safe_habits": ["over_apologised", "rushed"][: rng.randrange(3)] if rng.random() > progress else [],
        "back_after": BackAfter.TODAY if asked.hard else BackAfter.MINUTES if rng.random() < 0.7 else BackAfter.HOUR,
        "funny": asked.funny or None,
    }
    words = {name: getattr(asked, name) for name in ("what_happened", "kind_line", "lesson")}
    if asked.outcome == Outcome.NO:
        told |= {"no_kind": asked.no_kind, "sting": _HARD if asked.hard else life.near(44 - 22 * progress, 8)}
        told |= {"cost_after": 70 if asked.hard else life.near(34 - 16 * progress, 8)}
        told["flinched"] = rng.choices(list(Degree), weights=(3 - 2.4 * progress, 2, 0.6 + 3 * progress))[0]
    life.add(Debrief, at=at, ask=ask, nth=2, feelings=list(asked.feelings), **words, **told)
    if asked.hard or (asked.outcome == Outcome.NO and rng.random() < _MOST_OFTEN):
        said = "It was one sentence, said by somebody in a hurry." if asked.hard else ""
        add_echo(life, ask, at=at + timedelta(hours=16), sting=told["sting"], progress=progress, said_back=said)
