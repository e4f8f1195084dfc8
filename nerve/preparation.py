"""Preparation: how much an ask was rehearsed beforehand."""

from dataclasses import dataclass

from nerve.arrays import Bools
from nerve.columns import NOT_TOLD, Asks, ask_columns
from nerve.estimates import Halves, change_of_share, halves_of, share_of
from nerve.measured import Change, Measured
from nerve.rep import REHEARSED
from nerve.timeline import Window, by_window


@dataclass(frozen=True, slots=True)
class Preparation:
    """The share of asks that were rehearsed a lot, in per cent: of all, of each two weeks, and how it moved.

    `change` is from the earlier half to the later, in points of per cent; `halves` counts both. "A bit" is how people
    go about most things and does not count; going over it again and again does (Clark & Wells 1995).
    """

    share: Measured
    windows: tuple[Window, ...]
    change: Change
    halves: Halves


def preparation_of(asks: Asks) -> Preparation:
    """Preparation of every ask where it was told, whatever the answer was."""
    columns = ask_columns(asks)
    told = columns.in_order(columns.rehearsed != NOT_TOLD)
    hits = columns.rehearsed[told] == REHEARSED.index("a_lot")
    return Preparation(
        share=_share_rehearsed(hits),
        windows=by_window(columns.day[told], hits, _share_rehearsed),
        change=change_of_share(hits, of="rehearsals"),
        halves=halves_of(hits),
    )


def _share_rehearsed(hits: Bools) -> Measured:
    return share_of(int(hits.sum()), len(hits), of="rehearsals")
