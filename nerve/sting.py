"""Sting: how much each no hurt, and what a day does to it. A falling sting is not the goal; going is."""

import numpy as np

from nerve.estimates import median_of
from nerve.log import NO, Asks, log_of
from nerve.measured import Change
from nerve.trend import Course, course_in


def sting_of_noes(asks: Asks) -> Course:
    """The sting (0 to 100) of every no that was rated, over time, with trend, line and band."""
    log = log_of(asks)
    return course_in(log, log.in_order((log.outcome == NO) & ~np.isnan(log.sting)), log.sting, of="noes")


def fade(asks: Asks) -> Change:
    """The sting that an echo still found minus the sting at once: median over asks, in points, -100 to 100."""
    log = log_of(asks)
    faded = log.still_stings - log.sting
    return median_of(faded[~np.isnan(faded)], of="echoes", kind=Change)
