"""Sting: how much each no hurt, and what a day does to it. A falling sting is not the goal; going is."""

import numpy as np

from nerve.columns import NO, Asks, ask_columns
from nerve.estimates import median_of
from nerve.measured import Change
from nerve.trend import Course, course_in


def sting_of_noes(asks: Asks) -> Course:
    """The sting (0 to 100) of every no that was rated, over time, with trend, line and band."""
    columns = ask_columns(asks)
    rated = columns.in_order((columns.outcome == NO) & ~np.isnan(columns.sting))
    return course_in(columns, rated, columns.sting, of="noes")


def fade(asks: Asks) -> Change:
    """The sting that an echo still found minus the sting at once: median over asks, in points, -100 to 100."""
    columns = ask_columns(asks)
    faded = columns.still_stings - columns.sting
    return median_of(faded[~np.isnan(faded)], of="echoes", kind=Change)
