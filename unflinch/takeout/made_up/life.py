"""One made-up life as rows, drawn from chance that is handed in. Nothing here is saved or reads a clock."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final
from uuid import UUID

from unflinch.accounts.models import Person
from unflinch.challenges.shape import Challenge
from unflinch.challenges.vocabulary import CHANNEL_OF, Channel
from unflinch.practice.models import Answer, Ask, Debrief, Echo, Energy, Forecast, Plan, Programme, WeekReview
from unflinch.practice.models.dated import moment_fields
from unflinch.practice.vocabulary import (
    UNFIT,
    AnswerKind,
    BackAfter,
    Degree,
    Feared,
    NoKind,
    Outcome,
    Precision,
    Rehearsed,
    SafeHabit,
)
from unflinch.takeout.made_up import words

_WEEK: Final = timedelta(days=7)
_SILENT_IN_WRITING: Final = 0.45
_SAME_ACTIVITY: Final = 0.22
_REFUSED_MORE: Final = 0.7
_TOLD: Final = 0.85
_LOOKED_BACK: Final = 0.7
_NOT_DRAWN: Final = frozenset({Feared.OWN, Feared.CURIOUS})


@dataclass(slots=True)
class MadeUpLife:
    """Rows by table, owners first; all carry `batch`, so that they can be taken away together."""

    person: Person
    rng: Random
    batch: UUID
    rows: dict[type[Any], list[Any]] = field(default_factory=dict)

    def add(self, table: type[Any], *, at: datetime, **content: Any) -> Any:
        row = table(id=self.new_id(), person=self.person, batch=self.batch, at=at, arrived=at, **content)
        self.rows.setdefault(table, []).append(row)
        return row

    def new_id(self) -> UUID:
        return UUID(int=self.rng.getrandbits(128), version=4)

    def plan_for(self, challenge: Challenge, at: datetime) -> Plan:
        """A new activity, or now and then the one before, put to somebody else."""
        plans = self.rows.get(Plan, [])
        if plans and self.rng.random() < _SAME_ACTIVITY:
            last: Plan = plans[-1]
            return last
        plan: Plan = self.add(Plan, at=at, line=challenge.line)
        return plan

    def near(self, middle: float, spread: float) -> int:
        """A number about `middle` on a scale of 0 to 100."""
        return min(100, max(0, round(self.rng.gauss(middle, spread))))


def made_up(
    person: Person, challenges: Sequence[Challenge], *, asks: int, weeks: int, until: datetime, rng: Random, batch: UUID
) -> MadeUpLife:
    """A life of `asks` asks over `weeks` weeks that ended at `until` (aware)."""
    life = MadeUpLife(person, rng, batch)
    start = until - weeks * _WEEK
    _add_programme(life, start)
    moments = sorted(start + (until - start) * rng.random() for _ in range(asks))
    for at in moments:
        progress = (at - start) / (until - start)
        reach = max(8, round(len(challenges) * (0.25 + 0.75 * progress)))
        _add_ask(life, rng.choice(challenges[:reach]), at, progress)
    for number in range(weeks):
        _add_week(life, start + number * _WEEK, number)
    return life


def _add_programme(life: MadeUpLife, start: datetime) -> None:
    day = life.person.day_of(start)
    life.add(
        Programme, at=start, kind="four_weeks", starts=day, weeks=4, pace_low=2, pace_high=3, ended_at=start + 4 * _WEEK
    )


def _add_ask(life: MadeUpLife, challenge: Challenge, at: datetime, progress: float) -> None:
    """One ask with its forecast, answer and debrief; `progress` runs from 0 at the start to 1 at the end."""
    plan = life.plan_for(challenge, at)
    ask = life.add(
        Ask, at=at, plan=plan, slug=challenge.slug, title=challenge.title, setting=challenge.setting,
        channel=challenge.channel, kind=challenge.kind,
    )  # fmt: skip
    feared = life.near(70 - 28 * progress, 12)
    life.add(
        Forecast, at=at, ask=ask, feared=life.rng.choice(_fears_for(challenge)), feared_before=feared,
        no_before=life.near(68 - 14 * progress, 12), cost_before=life.near(62 - 24 * progress, 12),
        tension_before=life.near(44 + 70 * challenge.difficulty - 20 * progress, 9),
    )  # fmt: skip
    outcome = _outcome_of(life, challenge)
    later = at + timedelta(minutes=6)
    when = {**moment_fields(life.person, later), "precision": Precision.MOMENT}
    life.add(Answer, at=later, ask=ask, kind=AnswerKind.FIRST, outcome=outcome, **when)
    if outcome != Outcome.NO_REPLY and life.rng.random() < _TOLD:
        _add_debrief(life, ask, outcome, feared=feared, at=later, progress=progress)


def _fears_for(challenge: Challenge) -> list[Feared]:
    """What can be feared over this channel: nobody laughs and walks off in an e-mail."""
    unfit = UNFIT[CHANNEL_OF[Channel(challenge.channel)]] | _NOT_DRAWN
    return [fear for fear in Feared if fear not in unfit]


def _outcome_of(life: MadeUpLife, challenge: Challenge) -> Outcome:
    if challenge.warm_up:
        return Outcome.WENT
    if challenge.channel in ("email", "online", "letter") and life.rng.random() < _SILENT_IN_WRITING:
        return Outcome.NO_REPLY
    if life.rng.random() < 0.06:
        return Outcome.MAYBE
    return Outcome.YES if life.rng.random() < _REFUSED_MORE * challenge.yes_rate else Outcome.NO


def _add_debrief(life: MadeUpLife, ask: Ask, outcome: Outcome, *, feared: int, at: datetime, progress: float) -> None:
    rng = life.rng
    happened = life.near(60, 15) if rng.random() < 0.08 else life.near(8, 8)
    told: dict[str, Any] = {
        "feared_happened": happened,
        "feared_after": life.near(feared - 0.45 * (feared - happened), 6),
        "surprise": life.near(abs(feared - happened), 12),
        "rehearsed": rng.choices(list(Rehearsed), weights=(1 + 4 * progress, 2, 3 - 2 * progress))[0],
        "safe_habits": [habit for habit in SafeHabit if rng.random() < 0.25 * (1.2 - progress)],
        "kind_line": rng.choice(words.KIND_LINES) if rng.random() < 0.4 else "",
        "lesson": rng.choice(words.LESSONS) if rng.random() < 0.5 else "",
        "funny": True if rng.random() < 0.2 else None,
        "back_after": rng.choices(list(BackAfter), weights=(2 + 5 * progress, 3, 2 - progress, 0.3))[0],
    }
    own = {Outcome.YES: words.AFTER_A_YES, Outcome.NO: words.AFTER_A_NO, Outcome.WENT: words.AFTER_A_WARM_UP}
    lines = own.get(outcome, words.AFTER_A_MAYBE)
    if outcome == Outcome.NO:
        told |= {
            "no_kind": rng.choices(list(NoKind), weights=(4, 3, 2, 2, 0.4))[0],
            "sting": life.near(64 - 26 * progress, 13),
            "cost_after": life.near(40 - 18 * progress, 12),
            "flinched": rng.choices(list(Degree), weights=(3 - 2.4 * progress, 2, 0.6 + 3 * progress))[0],
        }
    life.add(Debrief, at=at, ask=ask, what_happened=rng.choice(lines), **told)
    if outcome == Outcome.NO and rng.random() < _LOOKED_BACK:
        add_echo(
            life, ask, at=at + timedelta(hours=16), sting=told["sting"], progress=progress,
            said_back=life.rng.choice(words.LESSONS),
        )  # fmt: skip


def add_echo(life: MadeUpLife, ask: Ask, *, at: datetime, sting: int, progress: float, said_back: str) -> None:
    """The next morning: the sting has faded, and it went round for a while."""
    rated = {"still_stings": life.near(0.4 * sting, 9), "round_and_round": life.near(50 - 30 * progress, 12)}
    life.add(Echo, at=at, ask=ask, day=life.person.day_of(at), said_back=said_back, **rated)


def _add_week(life: MadeUpLife, start: datetime, number: int) -> None:
    """The energy of some days, and what the week was called."""
    add_energy(life, start, start + _WEEK)
    if life.rng.random() < 0.8:
        title, takeaway = words.WEEK_TITLES[number % len(words.WEEK_TITLES)], life.rng.choice(words.TAKEAWAYS)
        when = moment_fields(life.person, start) | {"precision": Precision.WEEK}
        life.add(WeekReview, at=start + _WEEK, title=title, takeaway=takeaway, **when)


def add_energy(life: MadeUpLife, start: datetime, until: datetime) -> None:
    """What was in the tank on every other day of the week that starts then, as far as those days have come."""
    for day in range(0, 7, 2):
        at = start + timedelta(days=day, hours=1)
        if at < until:
            dots = max(1, min(4, round(life.rng.gauss(2.7, 0.8))))
            life.add(Energy, at=at, dots=dots, **moment_fields(life.person, at))
