"""What a month on the cards that ship was like, in a table: how many noes under each appetite, and how much variety."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np
from rich.table import Table

from lab.shipped import Month

_VERY_ANXIOUS: Final = 0.8  # of people are less anxious
_A_FEW, _SOME = 3, 2  # noes of a month; the second is for those whom nearly everything makes tense
_VARIED: Final = 24  # cards of a month
_Of = Callable[[Sequence[Month]], str]


def shipped_table(by_appetite: Mapping[str, Sequence[Month]], people: int) -> Table:
    """One row a figure, one column an appetite."""
    table = Table(title=f"A month of following Today, {people} people, in simulation")
    table.add_column("")
    for appetite in by_appetite:
        table.add_column(appetite, justify="right")
    for name, figure in FIGURES.items():
        table.add_row(name, *(figure([month for month in months if month.often]) for months in by_appetite.values()))
    return table


def _quartiles(value: Callable[[Month], float], digits: int = 0) -> _Of:
    """The middle half and the median."""

    def said(months: Sequence[Month]) -> str:
        low, middle, high = np.quantile([value(month) for month in months], [0.25, 0.5, 0.75])
        return f"{middle:.{digits}f} ({low:.{digits}f} to {high:.{digits}f})"

    return said


def _share(holds: Callable[[Month], bool]) -> _Of:
    return lambda months: f"{sum(map(holds, months)) / len(months):.2f}"


def _total(value: Callable[[Month], int]) -> _Of:
    return lambda months: str(sum(map(value, months)))


def _of_the_anxious(figure: _Of) -> _Of:
    """The same of the most anxious fifth."""

    def said(months: Sequence[Month]) -> str:
        line = float(np.quantile([month.anxiety for month in months], _VERY_ANXIOUS))
        return figure([month for month in months if month.anxiety >= line])

    return said


def share_heard(month: Month) -> float:
    """Of the answers, 0 to 1."""
    return month.noes / max(1, month.answers)


FIGURES: Final[Mapping[str, _Of]] = {
    "people with three asks a week": lambda months: str(len(months)),
    "asks": _quartiles(lambda month: month.asks),
    "share of noes": _quartiles(share_heard, 2),
    "noes": _quartiles(lambda month: month.noes),
    "three noes and more": _share(lambda month: month.noes >= _A_FEW),
    "noes, most anxious fifth": _of_the_anxious(_quartiles(lambda month: month.noes)),
    "of those two noes and more": _of_the_anxious(_share(lambda month: month.noes >= _SOME)),
    "letters without an answer": _quartiles(lambda month: month.silent),
    "days of harm": _total(lambda month: month.harm_days),
    "days without a card": _total(lambda month: month.rests),
    "different cards offered": _quartiles(lambda month: month.distinct),
    "24 and more": _share(lambda month: month.distinct >= _VARIED),
    "the same card two days running": _total(lambda month: month.repeats),
    "kinds of place": _quartiles(lambda month: month.settings),
    "kinds and channels": _quartiles(lambda month: month.ways),
    "noes of one's own offered": _quartiles(lambda month: month.own_noes),
    "before a rest was over": _total(lambda month: month.early),
    "again after one person's no": _total(lambda month: month.again),
    "gentler or bolder on the wrong side": _total(lambda month: month.inverted),
    "calmer on an empty tank": lambda months: (
        f"{sum(month.calmer for month in months) / max(1, sum(month.pairs for month in months)):.3f}"
    ),
}
