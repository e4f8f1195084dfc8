"""Preparation: how much an ask was rehearsed beforehand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nerve.aftermath import Aftermath
from nerve.estimates import change_of_share, share_of
from nerve.measured import Change, Measured
from nerve.timeline import Window, by_window, in_order


@dataclass(frozen=True, slots=True)
class Preparation:
    """The share of asks that were rehearsed a lot, in per cent: of all, of each two weeks, and how it moved.

    `change` is from the earlier half to the later, in points of per cent. "A bit" is how people go about most
    things and does not count; going over it again and again does (Clark & Wells 1995).
    """

    share: Measured
    windows: tuple[Window, ...]
    change: Change


def preparation_of(aftermaths: Iterable[Aftermath]) -> Preparation:
    """Preparation of every ask where it was told, whatever the answer was."""
    told = in_order(after for after in aftermaths if after.rehearsed is not None)
    dated = [(after.at, after.rehearsed == "a_lot") for after in told]
    hits = [hit for _, hit in dated]
    return Preparation(share_rehearsed(hits), by_window(dated, share_rehearsed), change_of_share(hits, of="rehearsals"))


def share_rehearsed(hits: Sequence[bool]) -> Measured:
    return share_of(sum(hits), len(hits), of="rehearsals")
