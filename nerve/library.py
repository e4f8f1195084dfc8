"""Every card at once, as arrays: how hard, how far apart, and what the library says of a yes."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from zlib import crc32

import numpy as np

from nerve.arrays import Bools, Floats, Ints, logit, within
from nerve.card import FACETS, Card
from nerve.limits import of_one_person, rest_days_of
from nerve.parameters import (
    HARDNESS,
    MIDDLE,
    OWN_RATE_SD,
    RATE_OFF,
    RATES_TRUST,
    REFERENCES,
    STRETCH,
    WRITTEN_LEAN,
)

LEAST_CHANCE, MOST_CHANCE = 0.02, 0.98  # no chance is certain, whatever a library says
_RIDGE: Final = 0.3  # cards that weigh as much as "this facet changes nothing"
_ALIKE: Final = 0.5  # how much of what is learned with one card has to hold for the other
_LIBRARIES: Final = 4  # that are kept at hand: the shipped one, and that of a few people who wrote cards of their own


@dataclass(frozen=True, slots=True)
class Library:
    """One value a card; `facets` has a row each, without those nobody gives, and a missing one is as in most cards.

    `difficulty` is 0 to 1; `yes` are the logits of a yes, `own` the part of them that is the card's own; `doubts`, one
    row each and cards across, are logits by which the library may be off in all cards together, each 1 SD; `leaning` is
    how a yes is misjudged there (1 in person, below 0 in writing, where it is overestimated). `row_of` is where the
    card of each key stands; `refusable` are those that can bring a no, `own_no` a no that one says oneself. `settings`
    number the kinds of place; `hashes` are the keys' own numbers. For
    `rest_days` and `one_person` see `limits.Expected`.
    """

    cards: tuple[Card, ...]
    row_of: Mapping[str, int]
    refusable: Bools
    own_no: Bools
    settings: Ints
    hashes: Ints
    rest_days: Mapping[str, int]
    one_person: frozenset[str]
    facets: Floats
    difficulty: Floats
    yes: Floats
    own: Floats
    doubts: Floats
    leaning: Floats
    _near: dict[float, Floats] = field(default_factory=dict, repr=False, compare=False)
    _some_near: dict[float, Floats] = field(default_factory=dict, repr=False, compare=False)
    _alike: dict[float, Bools] = field(default_factory=dict, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.difficulty)

    def near(self, reach: float) -> Floats:
        """How much of what is learned with each card holds for each other one, cards x cards, 0 to 1; as far as reach.

        Worked out once: it is the same for everybody and on every day.
        """
        if reach not in self._near:
            self._near[reach] = _nearness(apart(self.facets, self.facets), reach)
        return self._near[reach]

    def references(self) -> Ints:
        """The rows of some cards, spread evenly, that stand for all of them."""
        return np.linspace(0, len(self) - 1, min(len(self), REFERENCES)).astype(np.intp)

    def near_references(self, reach: float) -> Floats:
        """The rows of `near` that belong to the `references`."""
        if reach not in self._some_near:
            self._some_near[reach] = self.near(reach)[self.references()]
        return self._some_near[reach]

    def alike(self, reach: float) -> Bools:
        """Which cards count as of the same kind, for spacing (evidence 5.3), cards x cards."""
        if reach not in self._alike:
            self._alike[reach] = self.near(reach) >= _ALIKE
        return self._alike[reach]


def library_of(cards: Sequence[Card]) -> Library:
    """The library of at least one card; for the same cards it is the same one."""
    wanted = tuple(cards)
    known = next((library for library in tuple(_KEPT) if library.cards == wanted), None)
    if known is None:
        known = _made_of(wanted)
        _KEPT.append(known)
    return known


_KEPT: Final[deque[Library]] = deque(maxlen=_LIBRARIES)


def _made_of(cards: tuple[Card, ...]) -> Library:
    each = [card.facets for card in cards]
    told = np.array([[facets.get(facet) for facets in each] for facet in FACETS], dtype=np.float64)
    known = ~np.isnan(told)
    given = known.any(axis=1)
    told, known = told[given], known[given]
    usual = np.where(known, told, 0.0).sum(axis=1, keepdims=True) / known.sum(axis=1, keepdims=True)
    facets = np.where(known, told, usual)
    written = np.array([card.channel == "written" for card in cards], dtype=np.bool_)
    rates = np.array([card.yes_rate for card in cards])
    kinds = np.vstack([facets - usual, written - written.mean()])
    yes, own, doubts = calmed(logit(within(rates, LEAST_CHANCE, MOST_CHANCE)), kinds)
    return Library(
        cards=cards,
        row_of={card.key: row for row, card in enumerate(cards)},
        refusable=np.array([card.refusable for card in cards], dtype=np.bool_),
        own_no=np.array([card.kind == "say_no" for card in cards], dtype=np.bool_),
        settings=_numbered([card.setting or card.key for card in cards]),
        hashes=np.array([crc32(card.key.encode()) for card in cards], dtype=np.intp),
        rest_days=rest_days_of(cards),
        one_person=of_one_person(cards),
        facets=facets,
        difficulty=HARDNESS * facets.mean(axis=0) if len(facets) else np.full(len(cards), MIDDLE),
        yes=yes,
        own=own,
        doubts=doubts,
        leaning=np.where(written, WRITTEN_LEAN, 1.0),
    )


def _numbered(words: Sequence[str]) -> Ints:
    """A number for each word, the same for the same word."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(word, len(numbers)) for word in words], dtype=np.intp)


def calmed(told: Floats, kinds: Floats) -> tuple[Floats, Floats, Floats]:
    """Logits of a yes, each drawn towards what such cards have, what is left of its own, and what is in doubt of those.

    One rate is a guess; the guesses of all cards together say what size, oddness and writing cost (ridge regression,
    Hoerl & Kennard 1970). Cards of one kind differ by `OWN_RATE_SD`; what scatters more is error: the wider the
    guesses scatter, the less a single one counts, and the more is in doubt.
    `kinds` has a row each of these, cards across, and each row has mean 0: so the mean of all rates stands by itself.
    """
    inverse = np.linalg.inv(kinds @ kinds.T + _RIDGE * np.eye(len(kinds)))
    usual = told.mean() + (inverse @ (kinds @ told)) @ kinds
    left = told - usual
    free = max(0, len(told) - len(kinds) - 1)
    scatter = (left @ left + RATES_TRUST * (OWN_RATE_SD**2 + RATE_OFF**2)) / (free + RATES_TRUST)
    kept = min(1.0, OWN_RATE_SD**2 / scatter)
    spread = np.sqrt((1.0 - kept) * scatter) * np.linalg.cholesky(inverse)
    return usual + kept * left, kept * left, spread.T @ kinds


def apart(some: Floats, others: Floats) -> Floats:
    """Distances between cards, some x others (city block; evidence 5.3); both come as facets, one row each."""
    between = some[:, :, None] - others[:, None, :]
    np.abs(between, out=between)
    return np.asarray(between.sum(axis=0) * (STRETCH / max(1, len(some))), dtype=np.float64)


def _nearness(distance: Floats, reach: float) -> Floats:
    """How much of what is learned here holds over there, 0 to 1 (Shepard 1987)."""
    return np.asarray(np.exp(distance * (-1.0 / reach)), dtype=np.float64)
