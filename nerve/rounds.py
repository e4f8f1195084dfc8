"""Round and round: how much an ask went round in the head the next day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nerve.aftermath import Aftermath
from nerve.estimates import median_of
from nerve.measured import Measured
from nerve.timeline import Window, by_window, in_order
from nerve.trend import Course, course_of


@dataclass(frozen=True, slots=True)
class Rounds:
    """The median next-day rumination (0 to 100), of all asks and of each two weeks, and its course."""

    median: Measured
    windows: tuple[Window, ...]
    course: Course


def rounds_of(aftermaths: Iterable[Aftermath]) -> Rounds:
    """Rumination after every ask whose echo told of it, whatever the answer was."""
    told = in_order(after for after in aftermaths if after.round_and_round is not None)
    dated = [(after.at, after.round_and_round) for after in told if after.round_and_round is not None]
    return Rounds(
        median=median_echo([value for _, value in dated]),
        windows=by_window(dated, median_echo),
        course=course_of(dated, of="echoes"),
    )


def median_echo(values: Sequence[float]) -> Measured:
    return median_of(values, of="echoes", kind=Measured)
