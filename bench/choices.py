"""Made-up cards and asks, and how long the coach takes to choose among them."""

import time
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random

from nerve.card import CHANNELS, FACETS, Card
from nerve.choice import choose
from nerve.rep import Rep

NOW = datetime(2026, 11, 23, tzinfo=UTC)
PLACES = ("shop", "street", "work", "gym")


def seconds_to_choose(cards: int, asks: int) -> float:
    """How long the coach takes for one choice among so many cards, after so many asks."""
    library, log = made_cards(cards), made_asks(cards, asks)
    start = time.perf_counter()
    choose(library, log, now=NOW, energy=50.0, rng=Random(1))
    return time.perf_counter() - start


@cache
def made_cards(number: int) -> list[Card]:
    dice = Random(number)
    return [
        Card(f"card {at}", {facet: dice.random() for facet in FACETS}, dice.choice(CHANNELS), dice.random())
        for at in range(number)
    ]


@cache
def made_asks(cards: int, number: int) -> list[Rep]:
    """One a day, the last of them yesterday."""
    dice = Random(cards + number)

    def told() -> float:
        return 100.0 * dice.random()

    return [
        Rep(
            key=f"card {dice.randrange(cards)}",
            at=NOW - timedelta(days=number - at),
            place=dice.choice(PLACES),
            outcome=dice.choice(("yes", "no", "not_asked")),
            no_before=told(),
            feared_before=told(),
            cost_before=told(),
            tension_before=told(),
            feared_happened=told(),
            feared_after=told(),
            cost_after=told(),
            sting=told() / 2,
            energy=told(),
        )
        for at in range(number)
    ]
