"""Going: asks made, asks made in spite of the tension, and noes met without flinching."""

from dataclasses import dataclass

import numpy as np

from nerve.arrays import Floats
from nerve.columns import NO, NOT_TOLD, Asks, ask_columns
from nerve.estimates import Halves, change_of_share, halves_of, share_of
from nerve.measured import Change, Measured
from nerve.parameters import HIGH_TENSION
from nerve.rep import FLINCHED


@dataclass(frozen=True, slots=True)
class Going:
    """Asks made, and how many of them at a tension of 60 or more; a count is known, so its interval is itself.

    `went_anyway.n` is the number of asks whose tension was given; the others cannot tell.
    """

    asks: Measured
    went_anyway: Measured


@dataclass(frozen=True, slots=True)
class Unflinching:
    """The share of noes met without flinching, in per cent, how it moved between the halves, and their counts."""

    share: Measured
    change: Change
    halves: Halves


def going_of(asks: Asks) -> Going:
    """What was asked; whatever came back, silence too, it was an ask."""
    columns = ask_columns(asks)
    made = columns.made
    tensions = columns.tension_before[made & ~np.isnan(columns.tension_before)]
    return Going(Measured.counted(int(made.sum()), int(made.sum())), _went_anyway(tensions))


def _went_anyway(tensions: Floats) -> Measured:
    """How many of these tensions (0 to 100), each of an ask that was made, were 60 or more."""
    if len(tensions) == 0:
        return Measured.lacking(0, 1, "tensions")
    return Measured.counted(int((tensions >= HIGH_TENSION).sum()), len(tensions))


def unflinching(asks: Asks) -> Unflinching:
    """Of the noes where it was told: only a plain "no, I did not flinch" counts; "a bit" is a flinch."""
    columns = ask_columns(asks)
    told = columns.in_order((columns.outcome == NO) & (columns.flinched != NOT_TOLD))
    steady = columns.flinched[told] == FLINCHED.index("no")
    return Unflinching(
        share=share_of(int(steady.sum()), len(steady), of="noes"),
        change=change_of_share(steady, of="noes"),
        halves=halves_of(steady),
    )
