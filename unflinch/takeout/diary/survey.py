"""What the dates of a whole column tell together: their order, the years of those without one, slips of a digit."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from statistics import median_low
from typing import Final

from unflinch.takeout.diary import days
from unflinch.takeout.diary.choices import FileChoices
from unflinch.takeout.diary.complaints import Mend, shown_cell
from unflinch.takeout.diary.days import Order, When

_FEWEST: Final = 3  # dates that tell which years are usual
_OLD_YEAR, _NEW_YEAR = (11, 12), (1, 2)  # months between which the old year is still written
_MIDSUMMER: Final = (7, 1)  # as near to one end of its year as to the other
_FAR: Final = 10  # years from the others
_NEAR: Final = 3  # years: another row so near makes a year plausible


@dataclass(slots=True)
class Dates:
    """Every cell of the column of dates, read by what the column tells: what it says, or why it can't be told."""

    cells: Sequence[str]
    order: Order
    read: list[When | Mend] = field(default_factory=list)
    slips: dict[int, date] = field(default_factory=dict)  # place of a cell -> the day that was meant
    year_above: int | None = None  # of days without a year, from the lines above the headings

    @property
    def years(self) -> set[int]:
        return {one.day.year for one in self.read if isinstance(one, When) and one.day}


def dates_of(
    cells: Sequence[str], choices: FileChoices, today: date | None, *, year_above: int | None = None, own: bool = False
) -> Dates:
    """Read a whole column. `today` tells which years lie too far ahead; `year_above` is that of a title.

    The dates of an `own` sheet were written here: none of them is taken for a slip because of those around it.
    """
    order = Order(choices.date_order or days.first_part(cells), None, choices.year)
    dates = Dates(cells, order, [_read(cell, order) for cell in cells])
    _by_neighbours(dates, year_above)
    if order.first != days.SERIAL and not own:
        _mend_new_year(dates)
    _doubt_years(dates, today, own=own)
    return dates


def _read(cell: str, order: Order) -> When | Mend:
    try:
        return days.day(cell, order)
    except Mend as mend:
        return mend


def _by_neighbours(dates: Dates, year_above: int | None) -> None:
    """Days without a year take the one that brings them nearest to the day above, or else to the first below.

    Where no day has a year, the first takes that of the title above.
    """
    if not any(isinstance(one, Mend) and one.code in (days.NO_YEAR, days.CODE) for one in dates.read):
        return
    known = [one.day if isinstance(one, When) else None for one in dates.read]
    near = next((day for day in known if day is not None), None)
    if near is None and year_above is not None:
        dates.year_above, near = year_above, date(year_above, *_MIDSUMMER)
    for at, cell in enumerate(dates.cells):
        told = dates.read[at]
        if isinstance(told, Mend) and told.code in (days.NO_YEAR, days.CODE):
            told = dates.read[at] = _read(cell, replace(dates.order, near=near))
        near = told.day if isinstance(told, When) and told.day else near


def _mend_new_year(dates: Dates) -> None:
    """The old year written in the first weeks of a new one: days that rise on both sides, and fall back there."""
    told = [(at, one.day) for at, one in enumerate(dates.read) if isinstance(one, When) and one.day and not one.moment]
    for run in (told, told[::-1]):
        falls = [nth for nth, ((_, day), (_, after)) in enumerate(pairwise(run), 1) if after < day]
        if len(falls) == 1:
            _mend_run(dates, run, falls[0])
            return


def _mend_run(dates: Dates, told: Sequence[tuple[int, date]], first: int) -> None:
    """Give the days from this one on their new year, as far as they then stand between their neighbours."""
    before = told[first - 1][1]
    end = next((nth for nth in range(first, len(told)) if told[nth][1] >= before), len(told))
    meant = [days.day_or_none(day.year + 1, day.month, day.day) for _, day in told[first:end]]
    winter = before.month in _OLD_YEAR and all(day.month in _NEW_YEAR for _, day in told[first:end])
    if end == len(told) or not winter or not all(day and before <= day <= told[end][1] for day in meant):
        return
    for (at, _), day in zip(told[first:end], meant, strict=True):
        if day is not None:
            dates.read[at] = When(day)
            dates.slips[at] = day


def _doubt_years(dates: Dates, today: date | None, *, own: bool) -> None:
    """A year far from all others, or beyond the next, is most often a slip: it's asked about."""
    years = Counter(one.day.year for one in dates.read if isinstance(one, When) and one.day)
    usual = median_low(years.elements()) if years.total() >= _FEWEST and not own else None
    lonely = {year for year in years if sum(years[year + away] for away in range(-_NEAR, _NEAR + 1)) == 1}
    for at, told in enumerate(dates.read):
        if not isinstance(told, When) or told.day is None:
            continue
        year, cell = told.day.year, shown_cell(dates.cells[at])
        if today is not None and year > today.year + 1:
            dates.read[at] = Mend(f"{cell} is in the year {year}: is that a slip?", "year")
        elif usual is not None and year in lonely and abs(year - usual) > _FAR:
            dates.read[at] = Mend(f"{cell} is far from the other dates here, which are around {usual}", "year")
