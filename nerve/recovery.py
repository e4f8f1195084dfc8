"""Recovery: how soon back to oneself after an ask."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from nerve.aftermath import Aftermath
from nerve.estimates import change_of_share, upper_median_of
from nerve.measured import Change, Measured
from nerve.parameters import AN_HOUR, LATER_TODAY, MINUTES, NOT_YET
from nerve.timeline import Window, by_window, in_order

# What each answer stands for, in minutes.
MEANT: Final = {"minutes": MINUTES, "hour": AN_HOUR, "today": LATER_TODAY, "not_yet": NOT_YET}


@dataclass(frozen=True, slots=True)
class Recovery:
    """The median time back to oneself, in minutes, of all asks and of each two weeks.

    The answers are four steps in order, and only their order is used: the median and its interval are
    answers that somebody gave, whatever minutes stand for them. "Not yet" says that the time was cut off
    while it still ran; it counts as the longest, which can make recovery look slower than it was, never
    faster. A median of `NOT_YET` minutes reads "a day or more"; `not_yet` is how many gave that answer.
    `change` is how the share back within the hour moved from the earlier half to the later, in points.
    """

    minutes: Measured
    windows: tuple[Window, ...]
    not_yet: int
    change: Change


def recovery_of(aftermaths: Iterable[Aftermath]) -> Recovery:
    """Recovery after every ask where it was told, whatever the answer was."""
    told = in_order(after for after in aftermaths if after.back_after is not None)
    dated = [(after.at, MEANT[after.back_after]) for after in told if after.back_after is not None]
    minutes = [value for _, value in dated]
    return Recovery(
        minutes=median_minutes(minutes),
        windows=by_window(dated, median_minutes),
        not_yet=minutes.count(NOT_YET),
        change=change_of_share([value <= AN_HOUR for value in minutes], of="recoveries"),
    )


def median_minutes(minutes: Sequence[float]) -> Measured:
    return upper_median_of(minutes, of="recoveries")
