"""Where somebody lands right after an answer: what is said, and how it stands in this week's pond."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from unflinch.care.stop_signs import TENSION_MOST
from unflinch.insights.this_week import this_week
from unflinch.practice.answer_words import is_written
from unflinch.practice.models import Ask, Debrief, Forecast
from unflinch.practice.vocabulary import AnswerKind, Manner, NoKind, NotAskedReason, Outcome
from unflinch.today.pond_week import pond_week

# Where the ducks of the week sit around the one that lands: the centres, on a picture of 390 to 330.
_PLACES: Final = ((64, 128), (336, 172), (52, 206), (330, 108), (116, 96), (346, 232), (40, 268), (262, 92))
# What is said instead of the outcome, where the answer was more than its word.
_SAID_OF = {
    Manner.COUNTER_OFFER: "offer",
    Manner.SUBSTITUTE: "offer",
    Manner.CONDITION: "condition",
    Manner.TAKEN_BACK: "taken_back",
    Manner.GRANTED_ANYWAY: "granted_anyway",
    Manner.PASSED_ON: "passed_on",
}
# Everything that may be said of a first answer, by its name.
SAID: Final = (
    *("warm_up", "own_taken", "own_pushed", "own_open"),
    *("offer", "passed_on", "granted_anyway", "sent", "yes", "no", "maybe", "no_reply"),
)


@dataclass(frozen=True, slots=True)
class _Landing:
    """What the page after an answer is about.

    `said` names what it says; `outcome` is the duck that lands. `made` asks of this week's `pace` are made, with this
    one, and None where it was another week or doesn't count; `alike` asks were saved with the same answer. `ducks` are
    those that were on the pond before and `free` the places that are left, each with its centre on the picture.
    """

    said: str
    outcome: str
    day: date | None
    made: int | None
    pace: tuple[int, int]
    alike: int
    ducks: tuple[tuple[str, int, int], ...]
    free: tuple[tuple[int, int], ...]
    was_too_much: bool
    at_the_most: bool


@dataclass(frozen=True, slots=True)
class _SoftLanding:
    """What was hard about it: it stung, it was rude, or what was not right."""

    is_hard: bool
    rude: bool
    harms: tuple[str, ...]

    @property
    def calls_for_rest(self) -> bool:
        """Whether a rest is what helps most; else it is only a line that could be kinder."""
        return self.is_hard or self.rude or bool(self.harms)


def landing_of(ask: Ask, today: date) -> _Landing:
    """The landing after this ask, which has an answer."""
    answer, foretold, counts = ask.trail[-1], ask.foretold or Forecast(), this_week(ask.person, today)
    slot = counts.slot
    pace = counts.calendar.pace_of(slot)
    week = pond_week(ask.person, counts, today, pace)
    is_of_this_week = ask.counts and ask.day is not None and counts.calendar.slot_of(ask.day, None) == slot
    was_made = answer.outcome != Outcome.NOT_ASKED
    made = week.asks if is_of_this_week and was_made else None
    before = _before(answer.outcome, week.outcomes)
    return _Landing(
        said=_said_of(ask),
        outcome=answer.outcome,
        day=None if ask.day == today else ask.day,
        made=made,
        pace=pace,
        ducks=tuple((outcome, *place) for outcome, place in zip(before, _PLACES, strict=False)),
        free=_PLACES[len(before) :][: week.free],
        alike=1 + sum(one.arrived == answer.arrived for one in ask.followers.all()),
        was_too_much=answer.reason == NotAskedReason.TOO_MUCH,
        at_the_most=was_made and (foretold.tension_before or 0) >= TENSION_MOST,
    )


def soft_landing_of(ask: Ask) -> _SoftLanding:
    """What was hard about this ask."""
    told = ask.debrief or Debrief()
    return _SoftLanding(is_hard=told.is_hard, rude=told.no_kind == NoKind.RUDE, harms=tuple(told.harms))


def _before(outcome: str, outcomes: Sequence[str]) -> list[str]:
    """The outcomes of the week without the one that has just landed; of very many the latest."""
    before = [*outcomes]
    if outcome in before:
        before.remove(outcome)
    return before[-len(_PLACES) :]


def _said_of(ask: Ask) -> str:
    """The name of what is said of this answer."""
    answer = ask.trail[-1]
    if answer.outcome == Outcome.NOT_ASKED:
        return "not_asked"
    if answer.outcome == Outcome.WENT:
        return "warm_up"
    if ask.own_no:
        return {Outcome.YES: "own_taken", Outcome.NO: "own_pushed"}.get(Outcome(answer.outcome), "own_open")
    if answer.manner:
        return _SAID_OF[Manner(answer.manner)]
    if answer.kind == AnswerKind.SETTLING and answer.outcome in (Outcome.YES, Outcome.NO):
        return f"later_{answer.outcome}"
    return "sent" if answer.outcome == Outcome.NO_REPLY and is_written(ask) else str(answer.outcome)
