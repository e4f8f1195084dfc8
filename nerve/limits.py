"""The hard bounds that no estimate may pass. They are applied last and bind the gentler and the bolder card too.

Evidence R8, R27; design sections 6 and 10. A harsh rejection is never planned: no card is chosen for its noes.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from nerve.parameters import (
    DAYS_APART,
    HARD_STING,
    HARD_TENSION,
    HEAVY_ASKS,
    MOST_STING,
    MOST_TENSION,
    STEP,
    STEPS_DOWN,
)
from nerve.rep import Rep


class Expected(NamedTuple):
    """What is expected of a card for this person, both 0 to 100. A tuple, as every choice makes one for each card."""

    key: str
    tension: float
    sting: float


def permitted(
    expected: Sequence[Expected], reps: Sequence[Rep], *, now: datetime, resting: frozenset[str]
) -> list[Expected]:
    """Those that may be offered at `now`; empty on a day of rest. `reps` are in the order of life."""
    if must_rest(reps, now=now):
        return []
    tired = resting | done_lately(reps, now=now)
    most = min(MOST_TENSION, step_down(expected, reps))
    return [card for card in expected if card.tension <= most and card.sting <= MOST_STING and card.key not in tired]


def must_rest(reps: Sequence[Rep], *, now: datetime) -> bool:
    """Whether today or yesterday, as `now` reads its days, was heavy."""
    days = [
        (now.date() - rep.at.astimezone(now.tzinfo).date()).days for rep in reps if is_heavy(rep) and rep.at is not None
    ]
    return any(days.count(day) >= HEAVY_ASKS for day in (0, 1))


def is_heavy(rep: Rep) -> bool:
    """Whether this ask was made at the edge, or stung badly."""
    tense = rep.tension_before is not None and rep.tension_before >= HARD_TENSION
    return rep.outcome != "not_asked" and (tense or is_hard(rep))


def is_hard(rep: Rep) -> bool:
    return rep.sting is not None and rep.sting >= HARD_STING


def done_lately(reps: Sequence[Rep], *, now: datetime) -> frozenset[str]:
    """The cards asked within the last seven days; a clock that ran backwards does not free one."""
    week = timedelta(days=DAYS_APART)
    return frozenset(
        rep.key for rep in reps if rep.at is not None and rep.outcome != "not_asked" and now - rep.at < week
    )


def step_down(expected: Sequence[Expected], reps: Sequence[Rep]) -> float:
    """The most tension that the next card may have: after a hard sting each of the next two is a step lower."""
    made = [rep for rep in reps if rep.outcome != "not_asked"]
    most = MOST_TENSION
    for back, rep in enumerate(reversed(made[-STEPS_DOWN:])):
        if is_hard(rep):
            most = min(most, tension_of(rep, expected) - STEP * (back + 1))
    return most


def tension_of(rep: Rep, expected: Sequence[Expected]) -> float:
    """How tense the ask was, as it was told or as it is expected."""
    if rep.tension_before is not None:
        return rep.tension_before
    return next((card.tension for card in expected if card.key == rep.key), MOST_TENSION)
