"""Going: asks made, asks made in spite of the tension, and noes met without flinching."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nerve.aftermath import Aftermath
from nerve.estimates import change_of_share, share_of
from nerve.measured import Change, Measured
from nerve.parameters import HIGH_TENSION
from nerve.rep import Rep
from nerve.timeline import in_order


@dataclass(frozen=True, slots=True)
class Going:
    """Asks made, and how many of them at a tension of 60 or more; a count is known, so its interval is itself.

    `went_anyway.n` is the number of asks whose tension was given; the others cannot tell.
    """

    asks: Measured
    went_anyway: Measured


@dataclass(frozen=True, slots=True)
class Unflinching:
    """The share of noes met without flinching, in per cent, and how it moved from the earlier half to the later."""

    share: Measured
    change: Change


def going_of(reps: Iterable[Rep]) -> Going:
    """What was asked; whatever came back, silence too, it was an ask."""
    made = [rep for rep in reps if rep.outcome != "not_asked"]
    tensions = [rep.tension_before for rep in made if rep.tension_before is not None]
    return Going(Measured.counted(len(made), len(made)), went_anyway(tensions))


def went_anyway(tensions: Sequence[float]) -> Measured:
    """How many of these tensions (0 to 100), each of an ask that was made, were 60 or more."""
    if not tensions:
        return Measured.lacking(0, 1, "tensions")
    return Measured.counted(sum(tension >= HIGH_TENSION for tension in tensions), len(tensions))


def unflinching(aftermaths: Iterable[Aftermath]) -> Unflinching:
    """Of the noes where it was told: only a plain "no, I did not flinch" counts; "a bit" is a flinch."""
    told = [after for after in aftermaths if after.outcome == "no" and after.flinched is not None]
    steady = [after.flinched == "no" for after in in_order(told)]
    return Unflinching(share_of(sum(steady), len(steady), of="noes"), change_of_share(steady, of="noes"))
