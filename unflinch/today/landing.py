"""What is said right after an ask, in the person's own numbers."""

from dataclasses import dataclass

from unflinch.care.stop_signs import TENSION_MOST
from unflinch.practice.models import Ask, Debrief, Forecast
from unflinch.practice.vocabulary import Harm, NoKind, NotAskedReason, Outcome


@dataclass(frozen=True, slots=True)
class _Landing:
    """Where somebody lands: the numbers side by side, and what might do them good now."""

    said: int | None
    was: int | None
    next_time: int | None
    surprised_but_unmoved: bool
    soft: bool
    may_ask_more: bool
    may_ask_another: bool
    was_too_much: bool
    rude: bool
    at_the_most: bool
    harms: tuple[str, ...]


def landing_of(ask: Ask) -> _Landing:
    """The landing after this ask, which has an answer."""
    answer, told, foretold = ask.answer, ask.debrief or Debrief(), ask.foretold or Forecast()
    outcome = "" if answer is None else answer.outcome
    said, was, next_time = foretold.feared_before, told.feared_happened, told.feared_after
    if Harm.UNFAIR in told.harms:
        said = was = next_time = None
    # A no of one's own is not asked for twice, and where something was not right nothing more is held out.
    may_go_on = not (ask.own_no or told.harms or _is_hard(told))
    return _Landing(
        said=said,
        was=was,
        next_time=next_time,
        surprised_but_unmoved=ask.lucky_escape and Harm.UNFAIR not in told.harms,
        soft=_is_hard(told),
        may_ask_more=may_go_on and outcome == Outcome.YES and not ask.lucky_escape,
        may_ask_another=may_go_on and (outcome == Outcome.NO or ask.lucky_escape),
        was_too_much=answer is not None and answer.reason == NotAskedReason.TOO_MUCH,
        rude=told.no_kind == NoKind.RUDE,
        at_the_most=outcome != Outcome.NOT_ASKED and (foretold.tension_before or 0) >= TENSION_MOST,
        harms=tuple(told.harms),
    )


def _is_hard(told: Debrief) -> bool:
    """Whether this one deserves a soft landing before anything else."""
    return told.is_hard or told.no_kind == NoKind.RUDE or Harm.UNFAIR in told.harms
