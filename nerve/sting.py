"""Sting: how much each no hurt, and what a day does to it. A falling sting is not the goal; going is."""

from collections.abc import Iterable

from nerve.aftermath import Aftermath
from nerve.estimates import median_of
from nerve.measured import Change
from nerve.rep import Rep
from nerve.timeline import in_order
from nerve.trend import Course, course_of


def sting_of_noes(reps: Iterable[Rep]) -> Course:
    """The sting (0 to 100) of every no that was rated, over time, with trend, line and band."""
    noes = in_order(rep for rep in reps if rep.outcome == "no" and rep.sting is not None)
    return course_of([(rep.at, rep.sting) for rep in noes if rep.sting is not None], of="noes")


def fade(aftermaths: Iterable[Aftermath]) -> Change:
    """The sting that an echo still found minus the sting at once: median over asks, in points, -100 to 100."""
    pairs = [(after.still_stings, after.sting) for after in aftermaths]
    faded = [later - first for later, first in pairs if later is not None and first is not None]
    return median_of(faded, of="echoes", kind=Change)
