"""The next ask, with its reasons. The same arguments give the same choice."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from random import Random
from typing import Final

import numpy as np

from nerve.arrays import Bools, Floats, Ints
from nerve.belief import Belief, believe
from nerve.card import Card
from nerve.library import library_of
from nerve.limits import Expected, permitted
from nerve.pace import asked_lately, most_today
from nerve.parameters import NEIGHBOUR, SDS_OF_INTERVAL, VARIETY
from nerve.question import check
from nerve.rep import HIGHEST, LOWEST, Rep
from nerve.replay import replay
from nerve.suggestion import Choice, Reason
from nerve.why import why_rest, why_this
from nerve.worth import expected_sting, worth_of

__all__ = ["Choice", "choose"]

_NO_CARDS: Final = Expected({}, np.empty(0), np.empty(0))
_NEVER: Final = -np.inf  # what a card is worth that may not be offered


def choose(
    cards: Sequence[Card],
    reps: Sequence[Rep],
    *,
    now: datetime,
    energy: float | None = None,
    resting: frozenset[str] = frozenset(),
    steps: Mapping[str, int] | None = None,
    rng: Random,
) -> Choice:
    """The card to offer now (aware), a gentler and a bolder one, or a rest day; energy is 0 to 100.

    `resting` are keys that must not be offered. `steps` is how bold each card is shown to be, by its key: then the
    gentler one is on a lower step too, and the bolder one on a higher. Raises ValueError, naming the argument, for a
    naive `now`, an energy off its scale or two cards of one key.
    """
    check(cards, now, energy)
    if not cards:
        return Choice(None, reasons=why_rest(_NO_CARDS, reps, now=now, resting=resting))
    row_of = {card.key: row for row, card in enumerate(cards)}
    library = library_of(cards)
    told = replay(row_of, reps, now=now)
    belief = believe(library, told, energy)
    expected = Expected(row_of, belief.tension, expected_sting(belief))
    worth = np.where(permitted(expected, reps, now=now, resting=resting), worth_of(library, belief), _NEVER)
    row = picked(worth, belief, most_today(expected, reps, energy), rng)
    if row is None:
        return Choice(None, reasons=why_rest(expected, reps, now=now, resting=resting))
    if worth.max() < 0.0 and asked_lately(told):
        return Choice(None, reasons=(Reason("day_off"),))
    low, high = interval(belief, row)
    below, above = _beside(belief, row, None if steps is None else np.array([steps[card.key] for card in cards]))
    return Choice(
        key=cards[row].key,
        gentler=best(cards, worth, below),
        bolder=best(cards, worth, above),
        tension=float(belief.tension[row]),
        low=low,
        high=high,
        chance_of_no=1.0 - float(belief.yes[row]),
        reasons=why_this(row, belief, expected, reps, energy),
    )


def picked(worth: Floats, belief: Belief, most: float, rng: Random) -> int | None:
    """The row of a card that is worth about the most of those that are not too tense today; None where none may be.

    Where all are too tense, or none is worth asking, it is the gentlest that may be.
    """
    may_be = worth > _NEVER
    if not may_be.any():
        return None
    gentle = may_be & (belief.tension <= most)
    # The worth of a loss is least where one hardly goes: to take the least would be to take the most forbidding card.
    if worth[gentle].max(initial=_NEVER) < 0.0:
        return int(np.where(may_be, belief.tension, np.inf).argmin())
    worth = np.where(gentle, worth, _NEVER)
    top = worth.max()
    return int(rng.choice(np.flatnonzero(worth >= VARIETY * top).tolist()))


def _beside(belief: Belief, row: int, steps: Ints | None) -> tuple[Bools, Bools]:
    """Which cards are clearly gentler than that of this row, and which bolder: in tension, and on the steps shown."""
    below = belief.tension <= belief.tension[row] - NEIGHBOUR
    above = belief.tension >= belief.tension[row] + NEIGHBOUR
    return (below, above) if steps is None else (below & (steps < steps[row]), above & (steps > steps[row]))


def best(cards: Sequence[Card], worth: Floats, among: Bools) -> str | None:
    """The key of the card that is worth most among these; None where none of them may be offered."""
    row = int(np.where(among, worth, _NEVER).argmax())
    return cards[row].key if among[row] and worth[row] > _NEVER else None


def interval(belief: Belief, row: int) -> tuple[float, float]:
    """Between what and what the tension will lie, 95 times in 100, as far as we know."""
    around = SDS_OF_INTERVAL * float(belief.unsure[row])
    tension = float(belief.tension[row])
    return max(LOWEST, tension - around), min(HIGHEST, tension + around)
