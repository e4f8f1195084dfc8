"""Round and round: how much an ask went round in the head the next day."""

from dataclasses import dataclass

import numpy as np

from nerve.arrays import Floats
from nerve.columns import Asks, ask_columns
from nerve.estimates import median_of
from nerve.measured import Measured
from nerve.timeline import Window, by_window
from nerve.trend import Course, course_in


@dataclass(frozen=True, slots=True)
class Rounds:
    """The median next-day rumination (0 to 100), of all asks and of each two weeks, and its course."""

    median: Measured
    windows: tuple[Window, ...]
    course: Course


def rounds_of(asks: Asks) -> Rounds:
    """Rumination after every ask whose echo told of it, whatever the answer was."""
    columns = ask_columns(asks)
    told = columns.in_order(~np.isnan(columns.round_and_round))
    rounds = columns.round_and_round[told]
    return Rounds(
        median=_median_echo(rounds),
        windows=by_window(columns.day[told], rounds, _median_echo),
        course=course_in(columns, told, columns.round_and_round, of="echoes"),
    )


def _median_echo(values: Floats) -> Measured:
    return median_of(values, of="echoes", kind=Measured)
