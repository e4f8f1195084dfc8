"""What the dates of a whole column tell together: their order, the years of those without one, slips of a digit."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from statistics import median_low
from typing import Final

from unflinch.takeout.diary import days
from unflinch.takeout.diary.choices import FileChoices
from unflinch.takeout.diary.complaints import Mend, shown
from unflinch.takeout.diary.days import Order, When

FEWEST: Final = 3  # dates that tell which years are usual
FAR: Final = 10  # years from the others
NEAR: Final = 3  # years: another row so near makes a year plausible


@dataclass(slots=True)
class Dates:
    """Every cell of the column of dates, read by what the column tells: what it says, or why it can't be told."""

    cells: Sequence[str]
    order: Order
    read: list[When | Mend] = field(default_factory=list)

    @property
    def years(self) -> set[int]:
        return {one.day.year for one in self.read if isinstance(one, When) and one.day}


def dates_of(cells: Sequence[str], choices: FileChoices, today: date | None) -> Dates:
    """Read a whole column. `today` tells which years lie too far ahead."""
    order = Order(choices.date_order or days.first_part(cells), None, choices.year)
    dates = Dates(cells, order, [read(cell, order) for cell in cells])
    by_neighbours(dates)
    doubt_years(dates, today)
    return dates


def read(cell: str, order: Order) -> When | Mend:
    try:
        return days.day(cell, order)
    except Mend as mend:
        return mend


def by_neighbours(dates: Dates) -> None:
    """Days without a year take the one that brings them nearest to the day above, or else to the first below."""
    if not any(isinstance(one, Mend) and one.code in (days.NO_YEAR, days.CODE) for one in dates.read):
        return
    known = [one.day if isinstance(one, When) else None for one in dates.read]
    near = next((day for day in known if day is not None), None)
    for at, cell in enumerate(dates.cells):
        told = dates.read[at]
        if isinstance(told, Mend) and told.code in (days.NO_YEAR, days.CODE):
            told = dates.read[at] = read(cell, replace(dates.order, near=near))
        near = told.day if isinstance(told, When) and told.day else near


def doubt_years(dates: Dates, today: date | None) -> None:
    """A year far from all others, or beyond the next, is most often a slip: it's asked about."""
    years = Counter(one.day.year for one in dates.read if isinstance(one, When) and one.day)
    usual = median_low(years.elements()) if years.total() >= FEWEST else None
    lonely = {year for year in years if sum(years[year + away] for away in range(-NEAR, NEAR + 1)) == 1}
    for at, told in enumerate(dates.read):
        if not isinstance(told, When) or told.day is None:
            continue
        year, cell = told.day.year, shown(dates.cells[at])
        if today is not None and year > today.year + 1:
            dates.read[at] = Mend(f"{cell} is in the year {year}: is that a slip?", "year")
        elif usual is not None and year in lonely and abs(year - usual) > FAR:
            dates.read[at] = Mend(f"{cell} is far from the other dates here, which are around {usual}", "year")
