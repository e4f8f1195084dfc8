"""The challenges of the lab: some to practise with, some held out to see what has carried over."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from lab.arrays import Bools, Floats, safe_share
from lab.chance import Stream, normal, uniform
from nerve.card import Card

LAB_FACETS: Final = ("size", "oddness", "status", "audience", "disclosure")
PRACTISED: Final = 60  # challenges that a policy may choose from
HELD_OUT: Final = 24  # challenges that nobody ever practises
PLACES: Final = ("shop", "street", "work", "gym", "party")
NEW_PLACE: Final = len(PLACES) - 1  # nobody practises there; what has carried over is measured there

_IN_COMMON: Final = 0.3  # correlation of two facets of one challenge: bold ones are bold in more than one way
_TO_UNIFORM: Final = 1.702  # the logistic curve of so many times a normal draw is within 0.01 of its rank
YES_LOGITS: Final = 2.5
OWN_LOGITS: Final = 0.4  # SD by which a challenge is granted more or less than others of its kind
YES_LOSS: Final = np.array([2.4, 1.5, 0.5, 0.0, 0.0])  # logits of a yes lost by size, oddness, status, …
WRITTEN_LOSS: Final = 2.0  # logits
_BY_PHONE: Final = 0.12  # share of challenges
LAB_STRETCH: Final = 2.2  # of the mean difference of facets, to a distance


@dataclass(frozen=True, slots=True)
class LabDeck:
    """Challenges by number: the first `PRACTISED` are cards, the others are held out. Facets and rates are 0 to 1."""

    facets: Floats  # challenges x facets
    written: Bools
    phone: Bools
    distance: Floats  # challenges x challenges
    yes_logits: Floats  # of a yes for somebody who is as welcome as most
    felt_logits: Floats  # of that yes as people see it, before they lean
    told_rates: Floats  # the library's estimate of a yes

    def cards(self) -> list[Card]:
        """What a policy may choose from, as the maths sees it."""
        return [
            Card(
                key=lab_key(number),
                facets=dict(zip(LAB_FACETS, map(float, self.facets[number]), strict=True)),
                channel="written" if self.written[number] else "phone" if self.phone[number] else "in_person",
                yes_rate=float(self.told_rates[number]),
            )
            for number in range(PRACTISED)
        ]


def draw_deck(
    seed: int, *, number: int, written: float, error: float, own_rates: float = OWN_LOGITS, felt: float = 1.0
) -> LabDeck:
    """The `number`-th deck: a share of it is `written`, and the library's rates are off by `error` (SD in logits).

    `own_rates` is by how much challenges of one kind differ in being granted (SD in logits), `felt` the share of that
    which people have a feeling for.
    """
    which = np.arange(PRACTISED + HELD_OUT)
    own = normal(seed, Stream.DECK, number, which[:, None], 1 + np.arange(len(LAB_FACETS)))
    boldness = normal(seed, Stream.DECK, number, which[:, None], 0)
    facets = safe_share(_TO_UNIFORM * (np.sqrt(_IN_COMMON) * boldness + np.sqrt(1 - _IN_COMMON) * own))
    channel = uniform(seed, Stream.DECK, number, which, len(LAB_FACETS) + 1)
    is_written = channel < written
    of_its_kind = YES_LOGITS - facets @ YES_LOSS - WRITTEN_LOSS * is_written
    of_its_own = own_rates * normal(seed, Stream.DECK, number, which, len(LAB_FACETS) + 3)
    logits = of_its_kind + of_its_own
    return LabDeck(
        facets=facets,
        written=is_written,
        phone=channel > 1 - _BY_PHONE,
        distance=LAB_STRETCH * np.abs(facets[:, None] - facets[None]).mean(axis=2),
        yes_logits=logits,
        felt_logits=of_its_kind + felt * of_its_own,
        told_rates=safe_share(logits + error * normal(seed, Stream.DECK, number, which, len(LAB_FACETS) + 2)),
    )


def lab_key(number: int) -> str:
    return f"card-{number:02d}"


def number_of(key: str) -> int:
    return int(key.removeprefix("card-"))
