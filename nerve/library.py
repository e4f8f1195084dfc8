"""Every card at once, as arrays: how hard, how far apart, and what the library says of a yes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from nerve.arrays import Floats, logit
from nerve.card import FACETS, Card
from nerve.parameters import HARDNESS, MIDDLE, OWN_RATE_SD, RATE_OFF, RATES_TRUST, STRETCH, WRITTEN_LEAN

LEAST, MOST = 0.02, 0.98  # no chance is certain, whatever a library says
RIDGE: Final = 0.3  # cards that weigh as much as "this facet changes nothing"


@dataclass(frozen=True, slots=True)
class Library:
    """One row a card. Facets nobody gives are left out, a missing one is as in most cards.

    `difficulty` is 0 to 1; `yes` are the logits of a yes; `doubts`, one row each and cards across, are logits by which
    the library may be off in all cards together, each 1 SD; `leaning` is how a yes is misjudged there (1 in
    person, below 0 in writing, where it is overestimated).
    """

    facets: Floats
    difficulty: Floats
    yes: Floats
    doubts: Floats
    leaning: Floats

    def __len__(self) -> int:
        return len(self.difficulty)


def library_of(cards: Sequence[Card]) -> Library:
    """The library of at least one card."""
    told = np.array([list(map(card.facets.get, FACETS)) for card in cards], dtype=np.float64)
    known = ~np.isnan(told)
    given = known.any(axis=0)
    told, known = told[:, given], known[:, given]
    usual = np.where(known, told, 0.0).sum(axis=0) / known.sum(axis=0)
    facets = np.where(known, told, usual)
    written = np.array([card.channel == "written" for card in cards])
    rates = np.array([card.yes_rate for card in cards])
    kinds = np.column_stack([facets - usual, written - written.mean()])
    yes, doubts = calmed(logit(np.clip(rates, LEAST, MOST)), kinds)
    return Library(
        facets=facets,
        difficulty=HARDNESS * facets.mean(axis=1) if given.any() else np.full(len(cards), MIDDLE),
        yes=yes,
        doubts=doubts,
        leaning=np.where(written, WRITTEN_LEAN, 1.0),
    )


def calmed(told: Floats, kinds: Floats) -> tuple[Floats, Floats]:
    """Logits of a yes, each drawn towards what cards of such a kind have, and what is left in doubt about those.

    One rate is a guess; the guesses of all cards together say what size, oddness and writing cost (ridge regression,
    Hoerl & Kennard 1970). The wider the guesses scatter, the less a single one counts, and the more is in doubt.
    """
    columns = np.column_stack([kinds, np.ones(len(told))])
    ridge = np.full(columns.shape[1], RIDGE)
    ridge[-1] = 0.0
    precision = columns.T @ columns + np.diag(ridge)
    usual = columns @ np.linalg.solve(precision, columns.T @ told)
    left = told - usual
    free = max(0, len(told) - columns.shape[1])
    scatter = (left @ left + RATES_TRUST * RATE_OFF**2) / (free + RATES_TRUST)
    spread = np.linalg.cholesky(scatter * np.linalg.inv(precision)[:-1, :-1])
    return usual + OWN_RATE_SD**2 / (OWN_RATE_SD**2 + scatter) * left, (kinds @ spread).T


def apart(some: Floats, others: Floats) -> Floats:
    """Distances between the rows of two tables of facets, some x others (city block; evidence 5.3)."""
    found, between = np.zeros((len(some), len(others))), np.empty((len(some), len(others)))
    for one, other in zip(
        some.T, others.T, strict=True
    ):  # written over one table: a new one a facet costs 10 times more
        np.abs(np.subtract(one[:, None], other, out=between), out=between)
        found += between
    found *= STRETCH / max(1, some.shape[1])
    return found
