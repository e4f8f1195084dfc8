"""Recovery: how soon back to oneself after an ask."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from nerve.arrays import Floats
from nerve.columns import NOT_TOLD, Asks, ask_columns
from nerve.estimates import Halves, change_of_share, halves_of, upper_median_of
from nerve.measured import Change, Measured
from nerve.parameters import AN_HOUR, LATER_TODAY, MINUTES, NOT_YET
from nerve.rep import BACK_AFTER
from nerve.timeline import Window, by_window

# What each answer stands for, in minutes.
MEANT: Final = {"minutes": MINUTES, "hour": AN_HOUR, "today": LATER_TODAY, "not_yet": NOT_YET}
_IN_MINUTES: Final = np.array([MEANT[answer] for answer in BACK_AFTER])


@dataclass(frozen=True, slots=True)
class Recovery:
    """The median time back to oneself, in minutes, of all asks and of each two weeks.

    The answers are four steps in order, and only their order is used: the median and its interval are
    answers that somebody gave, whatever minutes stand for them. "Not yet" says that the time was cut off
    while it still ran; it counts as the longest, which can make recovery look slower than it was, never
    faster. A median of `NOT_YET` minutes reads "a day or more"; `not_yet` is how many gave that answer.
    `change` is how the share back within the hour moved from the earlier half to the later, in points;
    `halves` counts those in both.
    """

    minutes: Measured
    windows: tuple[Window, ...]
    not_yet: int
    change: Change
    halves: Halves


def recovery_of(asks: Asks) -> Recovery:
    """Recovery after every ask where it was told, whatever the answer was."""
    columns = ask_columns(asks)
    told = columns.in_order(columns.back_after != NOT_TOLD)
    minutes = _IN_MINUTES[columns.back_after[told]]
    return Recovery(
        minutes=_median_minutes(minutes),
        windows=by_window(columns.day[told], minutes, _median_minutes),
        not_yet=int((minutes == NOT_YET).sum()),
        change=change_of_share(minutes <= AN_HOUR, of="recoveries"),
        halves=halves_of(minutes <= AN_HOUR),
    )


def _median_minutes(minutes: Floats) -> Measured:
    return upper_median_of(minutes, of="recoveries")
