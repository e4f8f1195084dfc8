"""What was measured, for tests: everything as with no ask at all, but for what is said."""

from dataclasses import replace
from typing import Any

from nerve.boldness import boldness_of
from unflinch.insights.measurements import Measurements
from unflinch.insights.numbers import measure
from unflinch.practice.tests.asks import asks


def measured(**numbers: Any) -> Measurements:
    """Measurements with these numbers."""
    return Measurements(
        numbers=replace(measure(asks()), **numbers),
        asks=0,
        activities=0,
        outcomes={},
        latest=(),
        boldness=boldness_of([]),
        by_step={},
        kinds_of_no={},
        wishes=0,
        wishes_asked=0,
        drinks=False,
    )
