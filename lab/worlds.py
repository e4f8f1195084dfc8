"""The worlds of evidence 5.5: people, decks and logs that differ from what a coach might expect."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from lab.arrays import Floats, safe_logit, safe_share
from lab.deck import OWN_LOGITS
from lab.people import UNWELCOME_FROM, UNWELCOME_TO, People

_Change = Callable[[People], People]


@dataclass(frozen=True, slots=True)
class World:
    """What differs from the base. `missing` and `undebriefed` are shares of scales and of whole debriefs."""

    name: str
    about: str
    change: _Change = lambda people: people
    written: float = 0.2  # share of the deck
    rate_error: float = 0.3  # logits by which the library's yes-rates are off
    own_rates: float = OWN_LOGITS  # logits by which challenges of one kind differ in being granted
    felt: float = 1.0  # share of that which people have a feeling for
    surroundings: float = 0.0  # logits by which a challenge is granted more or less where each person lives
    missing: float = 0.1  # of the scales of a log
    undebriefed: float = 0.0  # of the asks
    early_quitting: float = 0.0  # logits added in the first fortnight


def _slow(people: People) -> People:
    return replace(people, safety_rate=people.safety_rate / 2)


def _strong_discount(people: People) -> People:
    return replace(people, discount_from=people.discount_from * 0.5, discount_width=people.discount_width * 0.6)


def _no_discount(people: People) -> People:
    return replace(people, discount_from=np.full(len(people), 9.0))


def _over_generaliser(people: People) -> People:
    """Fear spreads far, and safety stays near."""
    return replace(people, threat_reach=people.threat_reach * 2, safety_reach=people.safety_reach * 0.6)


def _ruminator(people: People) -> People:
    return replace(
        people,
        rumination=safe_share(safe_logit(np.clip(people.rumination, 0.01, 0.99)) + 1.5),
        rumination_harm=np.full(len(people), 0.3),
    )


def _refused_more(people: People) -> People:
    """Everybody is refused as much as the least welcome 15 %: their place in the crowd, between -1.5 and -0.9."""
    width = UNWELCOME_FROM - UNWELCOME_TO
    return replace(people, welcome=UNWELCOME_TO + width * _place_in_crowd(people.welcome))


def _fragile(people: People) -> People:
    """Close to giving up from the start."""
    return replace(people, quitting=np.maximum(people.quitting, safe_logit(0.02)), avoidance=people.avoidance * 1.25)


def _elsewhere(name: str, like: str, change: _Change = lambda people: people) -> World:
    """A world like another, where what a challenge has of its own differs from person to person: nobody can know it."""
    about = f"{like}, where each challenge is granted more or less by where one lives; nobody can know"
    return World(name, about, change, own_rates=0.0, surroundings=OWN_LOGITS)


def _place_in_crowd(values: Floats) -> Floats:
    """About where each value lies among people of the base, 0 to 1."""
    return safe_share(1.7 * values / 0.4)


WORLDS: Final = {
    world.name: world
    for world in (
        World("base", "as the evidence has it"),
        World("slow", "they learn safety half as fast", _slow),
        World("strong-discount", "large surprises are put down to luck", _strong_discount),
        World("no-discount", "every surprise teaches in full", _no_discount),
        World("over-generaliser", "fear spreads far, safety stays near", _over_generaliser),
        World("ruminator", "a no goes round and round", _ruminator),
        World("refused-more", "they are refused far more often than the library says", _refused_more),
        World("mail-heavy", "more than half of the deck is written", written=0.55),
        World("fragile", "many give up in the first fortnight", _fragile, early_quitting=1.0),
        World("wrong-rates", "the library's rates of a yes are far off", rate_error=1.2),
        World("sparse", "three scales in ten are empty, and three debriefs in ten", missing=0.3, undebriefed=0.3),
        World("unfelt", "nobody has a feeling for what a challenge has of its own", felt=0.0),
        _elsewhere("surroundings", "base"),
        _elsewhere("surroundings-spread", "over-generaliser", _over_generaliser),
        _elsewhere("surroundings-refused", "refused-more", _refused_more),
    )
}
