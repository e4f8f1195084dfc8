"""How marks become a number: the scoring rules that a questionnaire's file may name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from nerve.questionnaire import HIGHEST_STEP, LOWEST_STEP, rejection_sensitivity


@dataclass(frozen=True, slots=True)
class _Rule:
    """An item has so many `questions`, whose marks `item` turns into its score; `total` is what the items make.

    Where `total` is None each item stands alone and there is no score. `runs` is the range that every mark must have,
    or None where the file may say.
    """

    questions: int
    item: Callable[..., float]
    total: Literal["mean", "sum"] | None
    runs: tuple[int, int] | None = None


SCORING_RULES: Final = {
    # First the concern, then how likely acceptance is.
    "concern_times_expectancy": _Rule(2, rejection_sensitivity, "mean", (LOWEST_STEP, HIGHEST_STEP)),
    "sum": _Rule(1, float, "sum"),
    "apart": _Rule(1, float, None),
}
