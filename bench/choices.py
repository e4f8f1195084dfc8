"""Made-up cards and asks, and how long the coach takes to choose among them."""

from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random

from bench.ratios import busy_for
from nerve.card import CHANNELS, FACETS, Card
from nerve.choice import choose
from nerve.parameters import SOME_OF_BOTH
from nerve.rep import Rep
from unflinch.challenges.catalogue import catalogue

NOW = datetime(2026, 11, 23, tzinfo=UTC)
PLACES = ("shop", "street", "work", "gym")


def seconds_to_choose(cards: int, asks: int) -> float:
    """How long the coach takes for one choice among so many cards, after so many asks."""
    library = made_cards(cards)
    log = made_asks(tuple(card.key for card in library), asks)
    return busy_for(lambda: choose(library, log, now=NOW, energy=50.0, rng=Random(1)))


def seconds_to_choose_from_the_library(asks: int) -> float:
    """How long it takes among the cards that ship, asked as Today asks."""
    library, steps = catalogue().cards, catalogue().steps
    log = made_asks(tuple(card.key for card in library), asks)
    return busy_for(
        lambda: choose(library, log, now=NOW, energy=50.0, steps=steps, appetite=SOME_OF_BOTH, rng=Random(1))
    )


@cache
def made_cards(number: int) -> list[Card]:
    dice = Random(number)
    return [
        Card(f"card {at}", {facet: dice.random() for facet in FACETS}, dice.choice(CHANNELS), dice.random())
        for at in range(number)
    ]


@cache
def made_asks(keys: tuple[str, ...], number: int) -> list[Rep]:
    """One a day, the last of them yesterday."""
    dice = Random(len(keys) + number)

    def told() -> float:
        return 100.0 * dice.random()

    return [
        Rep(
            key=dice.choice(keys),
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
