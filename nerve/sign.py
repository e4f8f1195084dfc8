"""Which sign moved beyond noise: at most one is named, and looking at several at once is paid for."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

from nerve.measured import Change


@dataclass(frozen=True, slots=True)
class DirectionSign:
    """One measured sign of change, by name; which way is good is nobody's business here."""

    name: str
    change: Change


@dataclass(frozen=True, slots=True)
class Moved:
    """The sign that is named, which way it went, and over how many asks."""

    name: str
    way: Literal["up", "down"]
    n: int


def moved_sign(signs: Sequence[DirectionSign]) -> Moved | None:
    """The first of these signs, in the order given, that moved beyond noise; None where it is too early to say.

    Every sign that has an interval was looked at, so each interval is widened to hold for all of them together
    (Bonferroni's inequality; Dunn 1961), as if its ends were those of a normal estimate: for six signs by a factor of
    about 1.35. That is careful rather than exact, and names a change later rather than sooner.
    """
    looked_at = [sign for sign in signs if sign.change.spoken is not None]
    for sign in looked_at:
        way = widened(sign.change, len(looked_at)).moved
        if way is not None:
            return Moved(sign.name, way, sign.change.n)
    return None


def widened(change: Change, looks: int) -> Change:
    """The same change with an interval that holds for `looks` of them at once; `looks` is at least 1."""
    if change.spoken is None:
        return change
    low, value, high = change.spoken
    alone = NormalDist().inv_cdf(0.5 + change.level / 2)
    together = NormalDist().inv_cdf(1 - (1 - change.level) / (2 * looks))
    factor = together / alone
    return Change(value, value - (value - low) * factor, value + (high - value) * factor, change.n, level=change.level)
