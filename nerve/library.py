"""Every card at once, as arrays: how hard, how far apart, and what the library says of a yes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from nerve.arrays import Bools, Floats, logit
from nerve.card import FACETS, Card
from nerve.parameters import HARDNESS, LIBRARY_TRUST, MIDDLE, STRETCH, WRITTEN_LEAN

LEAST, MOST = 0.02, 0.98  # no chance is certain, whatever a library says
RIDGE: Final = 0.3  # cards that weigh as much as "this facet changes nothing"


@dataclass(frozen=True, slots=True)
class Library:
    """One row a card. Facets nobody gives are left out, a missing one is as in most cards.

    `difficulty` is 0 to 1; `yes` are the logits of a yes; `leaning` is how a yes is misjudged there (1 in
    person, below 0 in writing, where it is overestimated).
    """

    facets: Floats
    difficulty: Floats
    yes: Floats
    leaning: Floats

    def __len__(self) -> int:
        return len(self.difficulty)


def library_of(cards: Sequence[Card]) -> Library:
    """The library of at least one card."""
    told = np.array([[card.facets.get(name) for name in FACETS] for card in cards], dtype=np.float64)
    known = ~np.isnan(told)
    given = known.any(axis=0)
    told, known = told[:, given], known[:, given]
    usual = np.where(known, told, 0.0).sum(axis=0) / known.sum(axis=0)
    facets = np.where(known, told, usual)
    written = np.array([card.channel == "written" for card in cards])
    rates = np.array([card.yes_rate for card in cards])
    return Library(
        facets=facets,
        difficulty=HARDNESS * facets.mean(axis=1) if given.any() else np.full(len(cards), MIDDLE),
        yes=calmed(logit(np.clip(rates, LEAST, MOST)), facets - usual, written),
        leaning=np.where(written, WRITTEN_LEAN, 1.0),
    )


def calmed(told: Floats, facets: Floats, written: Bools) -> Floats:
    """Logits of a yes: each drawn towards what cards of such facets have (ridge regression, Hoerl & Kennard 1970).

    One rate is a guess; the guesses of all cards together say what size, oddness and writing cost.
    """
    columns = np.column_stack([facets, written, np.ones(len(told))])
    ridge = np.full(columns.shape[1], RIDGE)
    ridge[-1] = 0.0
    usual = columns @ np.linalg.solve(columns.T @ columns + np.diag(ridge), columns.T @ told)
    return np.asarray(usual + LIBRARY_TRUST * (told - usual), dtype=np.float64)


def apart(some: Floats, others: Floats) -> Floats:
    """Distances between the rows of two tables of facets, some x others (city block; evidence 5.3)."""
    found = np.zeros((len(some), len(others)))
    for facet in range(some.shape[1]):
        found += np.abs(some[:, facet, None] - others[:, facet])
    return np.asarray(found * (STRETCH / max(1, some.shape[1])), dtype=np.float64)
