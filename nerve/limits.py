"""The hard bounds that no estimate may pass. They are applied last and bind the gentler and the bolder card too.

Evidence R8, R27, 3.2; design sections 6, 10 and 12. A harsh rejection is never planned, whatever the appetite.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Final

import numpy as np

from nerve.arrays import Bools, Floats
from nerve.card import Card
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

# What may be of yesterday as `now` reads its days, on the day with most hours as well.
_TWO_DAYS: Final = timedelta(days=2, hours=2)


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected of each card for this person, one value a row, 0 to 100; `row_of` is where a key stands.

    `rest_days` is by key for how long a card rests once it was asked, `DAYS_APART` where nothing is said; `one_person`
    are the cards that ask the same person each time.
    """

    row_of: Mapping[str, int]
    tension: Floats
    sting: Floats
    rest_days: Mapping[str, int] = field(default_factory=dict)
    one_person: frozenset[str] = frozenset()


def permitted(expected: Expected, reps: Sequence[Rep], *, now: datetime, resting: frozenset[str]) -> Bools:
    """Which cards may be offered at `now`; none on a day of rest. `reps` are in the order of life.

    Where no card is a step down after a hard sting, it is the gentlest.
    """
    if must_rest(reps, now=now):
        return np.zeros(len(expected.tension), dtype=np.bool_)
    bearable = (expected.tension <= MOST_TENSION) & (expected.sting <= MOST_STING)
    may_be = bearable & free(expected, reps, now=now, resting=resting)
    # Below the gentlest there is no step: to bar that as well would bar everything, for good.
    gentlest = float(expected.tension[may_be].min(initial=MOST_TENSION))
    return np.asarray(may_be & (expected.tension <= max(gentlest, step_down(expected, reps))))


def free(expected: Expected, reps: Sequence[Rep], *, now: datetime, resting: frozenset[str]) -> Bools:
    """Which cards are neither resting nor were asked lately or refused for good, however hard they are."""
    are = np.ones(len(expected.tension), dtype=np.bool_)
    tired = resting | barred_by_asks(reps, now=now, rest_days=expected.rest_days, one_person=expected.one_person)
    are[[expected.row_of[key] for key in tired if key in expected.row_of]] = False
    return are


def must_rest(reps: Sequence[Rep], *, now: datetime) -> bool:
    """Whether today or yesterday, as `now` reads its days, was heavy."""
    lately = [rep for rep in _since(reps, now.astimezone(UTC) - _TWO_DAYS) if _is_heavy(rep)]
    days = [(now.date() - at.astimezone(now.tzinfo).date()).days for rep in lately if (at := rep.at) is not None]
    return any(days.count(day) >= HEAVY_ASKS for day in (0, 1))


def _since(reps: Iterable[Rep], moment: datetime) -> list[Rep]:
    """Those after this moment, in UTC as most of theirs are: clocks that read alike are quickest to compare."""
    return [rep for rep in reps if rep.at is not None and rep.at > moment]


def _is_heavy(rep: Rep) -> bool:
    """Whether this ask was made at the edge, or stung badly."""
    tense = rep.tension_before is not None and rep.tension_before >= HARD_TENSION
    return rep.made and (tense or _is_hard(rep))


def _is_hard(rep: Rep) -> bool:
    return rep.sting is not None and rep.sting >= HARD_STING


def barred_by_asks(
    reps: Sequence[Rep], *, now: datetime, rest_days: Mapping[str, int], one_person: frozenset[str]
) -> frozenset[str]:
    """The cards that may not come yet, or not any more: still resting, or refused by the one person whom they ask.

    There is one ask, and a no ends it (evidence 3.2): that card comes no more by itself.
    """
    refused = frozenset(rep.key for rep in reps if rep.outcome == "no" and rep.key in one_person)
    return refused | done_lately(reps, now=now, rest_days=rest_days)


def done_lately(reps: Sequence[Rep], *, now: datetime, rest_days: Mapping[str, int]) -> frozenset[str]:
    """The cards asked within their rest, or too much within the last seven days; a clock that ran backwards frees none.

    The rest of a card spares the place, the staff or the friend who was asked (evidence 3.2). What was let go for
    another reason may come again: no step was too big.
    """
    at, known = now.astimezone(UTC), {DAYS_APART, *rest_days.values()}
    since = {days: at - timedelta(days=days) for days in known}
    found = set()
    for rep in _since(reps, min(since.values())):
        days = rest_days.get(rep.key, DAYS_APART) if rep.made else DAYS_APART
        if (rep.made or rep.too_much) and rep.at is not None and rep.at > since[days]:
            found.add(rep.key)
    return frozenset(found)


def rest_days_of(cards: Iterable[Card]) -> dict[str, int]:
    """For how many days each of these rests once it was asked, by key; those that rest for the usual week left out."""
    return {card.key: card.rest_days for card in cards if card.rest_days != DAYS_APART}


def of_one_person(cards: Iterable[Card]) -> frozenset[str]:
    """The keys of those that ask one and the same person each time."""
    return frozenset(card.key for card in cards if card.addressee == "one_person")


def step_down(expected: Expected, reps: Sequence[Rep]) -> float:
    """The most tension that the next card may have: after a hard sting each of the next two is a step lower."""
    most = MOST_TENSION
    for back, rep in enumerate(islice((rep for rep in reversed(reps) if rep.made), STEPS_DOWN)):
        if _is_hard(rep):
            most = min(most, tension_of_rep(rep, expected) - STEP * (back + 1))
    return most


def tension_of_rep(rep: Rep, expected: Expected) -> float:
    """How tense the ask was, as it was told or as it is expected."""
    if rep.tension_before is not None:
        return rep.tension_before
    row = expected.row_of.get(rep.key)
    return MOST_TENSION if row is None else float(expected.tension[row])
