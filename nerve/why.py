"""Why this card, or why a rest: codes with the person's own numbers, the weightiest first."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from nerve.belief import Belief
from nerve.learning import CAUTIOUS
from nerve.limits import Expected, free, must_rest, step_down, tension_of_rep
from nerve.pace import asks_counted, is_empty, most_on_empty
from nerve.parameters import (
    BOOSTER_DAYS,
    KIND_IS_CLEAR,
    KINDER_BY,
    MOST_TENSION,
    NEW_GROUND_DAYS,
    REFUSED_IS_CLEAR,
    REMEMBERED,
    WEARY,
)
from nerve.person import WELCOMES
from nerve.rep import Rep
from nerve.suggestion import Reason


def why_rest(expected: Expected, reps: Sequence[Rep], *, now: datetime, resting: frozenset[str]) -> tuple[Reason, ...]:
    """Why no card may be offered: a rest after a heavy day, too much in those that are free, or none is."""
    if must_rest(reps, now=now):
        return (Reason("heavy_day"),)
    some_free = free(expected, reps, now=now, resting=resting).any()
    return (Reason("all_too_much" if some_free else "nothing_left"),)


def why_this(
    row: int, belief: Belief, expected: Expected, reps: Sequence[Rep], energy: float | None
) -> tuple[Reason, ...]:
    """The reasons of the card in this row; each holds on its own."""
    today = _for_today(row, belief, expected, reps, energy)
    return (*today, *_for_the_card(row, belief), *_told(reps), Reason("next_step"))


def _for_today(
    row: int, belief: Belief, expected: Expected, reps: Sequence[Rep], energy: float | None
) -> Iterator[Reason]:
    """What is special about today; that the card asks less is said where it does."""
    tension = expected.tension[row]
    if reps and reps[-1].too_much:
        if tension < tension_of_rep(reps[-1], expected):
            yield Reason("smaller_step")
    elif not asks_counted(reps):
        yield Reason("first")
    if tension <= step_down(expected, reps) < MOST_TENSION:
        yield Reason("softer_after_sting")
    if is_empty(energy):
        if tension <= most_on_empty(expected):
            yield Reason("low_energy")
    elif belief.weary >= WEARY:
        yield Reason("a_lot_lately")


def _for_the_card(row: int, belief: Belief) -> Iterator[Reason]:
    """What speaks for this card."""
    felt, likely = 100.0 * float(belief.felt_no[row]), 100.0 * (1.0 - float(belief.yes[row]))
    if felt - likely >= KINDER_BY:
        yield Reason("kinder_than_it_feels", {"felt": felt, "likely": likely})
    if belief.kinds[CAUTIOUS] >= KIND_IS_CLEAR:
        yield Reason("small_surprises")
    if float(belief.welcomes @ WELCOMES) <= REFUSED_IS_CLEAR:
        yield Reason("refused_more")
    rested = float(belief.rested[row])
    if rested >= NEW_GROUND_DAYS:
        yield Reason("new_ground")
    elif rested >= BOOSTER_DAYS:
        yield Reason("rested", {"days": rested})


def _told(reps: Sequence[Rep]) -> Iterator[Reason]:
    """What this person forecast of the last asks, against what they heard."""
    last = [rep for rep in reps[-REMEMBERED:] if rep.answered]
    said = [(rep.no_before, rep.outcome == "no") for rep in last if rep.no_before is not None]
    if said:
        before, noes = map(sum, zip(*said, strict=True))
        yield Reason("own_forecast", {"said": before / len(said), "noes": float(noes), "answers": float(len(said))})
