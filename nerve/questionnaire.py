"""A questionnaire's number: the score with its interval, and whether it moved by more than it wobbles."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final, Literal

from nerve.measured import Change, Measured, Z

LOWEST_STEP: Final = 1
HIGHEST_STEP: Final = 6


@dataclass(frozen=True, slots=True)
class Scale:
    """What is published of a questionnaire with one score; everything but the counts is in points of that score.

    The score is the mean or the sum of `items` item scores, of which `needed` are enough, and runs from `low` to
    `high`. `sd` is the standard deviation in a group of people and `reliability`, 0 to 1, the share of its square
    that is not error, in the same group. Raises ValueError where these do not go together.
    """

    total: Literal["mean", "sum"]
    items: int
    needed: int
    low: float
    high: float
    sd: float
    reliability: float

    def __post_init__(self) -> None:
        if not 1 <= self.needed <= self.items:
            raise ValueError(f"{self.needed!r} of {self.items!r} items cannot be what is needed")
        if not (self.low < self.high and 0 < self.sd < math.inf and 0 <= self.reliability <= 1):
            raise ValueError("a scale has a range, a deviation above 0 and a reliability from 0 to 1")

    def error(self, answered: int) -> float:
        """Standard error of measurement, sd * sqrt(1 - reliability) (Lord & Novick 1968), of a score from `answered`.

        Where items are missing it grows as the error of a mean does, with sqrt(items / answered): their errors are
        taken as alike and independent.
        """
        return self.sd * math.sqrt(1 - self.reliability) * math.sqrt(self.items / answered)

    @property
    def reliable_change(self) -> float:
        """The least difference, in points, of two complete scores that is more than wobble at 95 %.

        1.96 * sqrt(2) * standard error (Jacobson & Truax 1991).
        """
        return self.wobble(self.items, self.items)

    def wobble(self, before: int, after: int) -> float:
        """The same for scores from `before` and from `after` answered items."""
        return Z * math.hypot(self.error(before), self.error(after))


def rejection_sensitivity(concern: int, acceptance: int) -> int:
    """The score of one situation, 1 to 36: concern times expected rejection, concern * (7 - acceptance).

    Both marks are 1 to 6 (Downey & Feldman 1996; Berenson et al. 2009). Raises ValueError for any other.
    """
    for mark in (concern, acceptance):
        if not LOWEST_STEP <= mark <= HIGHEST_STEP:
            raise ValueError(f"{mark!r} is not a mark from {LOWEST_STEP} to {HIGHEST_STEP}")
    return concern * (LOWEST_STEP + HIGHEST_STEP - acceptance)


def score_of(items: Sequence[float | None], scale: Scale) -> Measured | None:
    """The score between its 95 % limits, cut off at the ends of the scale; None where too few items are answered.

    A missing item takes the mean of the others. That is as good as more elaborate ways where little is missing
    (Parent 2013) and biased where much is (Mazza, Enders & Ruehlman 2015), so `scale.needed` should be about four
    in five. `n` is the number of items answered. Raises ValueError for another number of items and for a score off the
    scale.
    """
    if len(items) != scale.items:
        raise ValueError(f"{len(items)} item scores for a scale of {scale.items}")
    given = [item for item in items if item is not None]
    if len(given) < scale.needed:
        return None
    value = fmean(given) * (scale.items if scale.total == "sum" else 1)
    reach = Z * scale.error(len(given))
    return Measured(value, max(scale.low, value - reach), min(scale.high, value + reach), len(given))


def change_of(before: Measured, after: Measured, scale: Scale) -> Change:
    """After minus before, in points; `moved` is named only where the difference is larger than wobble.

    Raises ValueError where one of them says no number.
    """
    if before.value is None or after.value is None:
        raise ValueError("two numbers make a change")
    difference, wobble = after.value - before.value, scale.wobble(before.n, after.n)
    return Change(difference, difference - wobble, difference + wobble, min(before.n, after.n))
