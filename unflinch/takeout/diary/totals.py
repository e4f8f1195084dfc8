"""Lines between and below the rows: what adds up, and what a heading tells the rows below it."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from unflinch.takeout.diary import days
from unflinch.takeout.diary.calendars import weekday_number
from unflinch.takeout.diary.complaints import Mend
from unflinch.takeout.diary.folding import bare, fold_cell, tidy_cell
from unflinch.takeout.diary.lines import SheetLine
from unflinch.takeout.diary.outcomes import FALSE, OUTCOME_WORDS, TRUE

_FEWEST: Final = 3  # rows above a line that adds them up
_PAIR: Final = 2
_WEEK: Final = timedelta(days=7)
_TOTAL: Final = re.compile(
    r"(?:grand )?(?:totals?|sum|summe|gesamt|insgesamt|average|mean|suma|totales|promedio|somme|moyenne|totaux|bilan|"
    r"anzahl|nombre|numero de|count|number of|subtotal|zwischensumme|schnitt|durchschnitt|avg)\b"
)
_PAUSE: Final = re.compile(
    r"\W*(?:(?:was|were|i was|i'm|war|etais) )?(?:(?:bank|public|summer|easter|christmas|spring) )?"
    r"(?:break|day off|days off|off|rest|rest day|holiday|holidays|vacation|week ?-?end|sick|ill|"
    r"travelling|traveling|away|pause|ruhetag|urlaub|krank|frei|feiertag|ferien|wochenende|"
    r"descanso|vacaciones|festivo|puente|fin de semana|"
    r"enferm[ao]|repos|conges?|vacances|malade|ferie)"
    r"(?: (?:day|week|all week|all day|today|this week|die ganze woche|toda la semana|toute la semaine))?\W*"
)
_FIGURE: Final = re.compile(
    r"(?:[^\w]{0,3}\d[\d.,']*[^\w]{0,3}(?:[^\W\d]+[^\w]{0,3}){0,2}){1,4}"
)  # £114.00, 3 yes 2 no
_LONGEST: Final = 60  # letters of a cell with figures
_WEEK_BEGAN: Final = re.compile(
    r"(?:week|wk|woche|kw|semana|semaine)\W? ?#?\d{1,4}\W*"
    r"(?:w/?c|wb|week commencing|commencing|beginning|starting|from|of|ab|vom|del|de|du|desde)?\W*(?P<day>.*?)\W*"
)


def is_total(told: Sequence[str], *, below_total: bool) -> bool:
    """Whether these filled cells of a line add up other rows: a word for it or two, and nothing but figures."""
    words = [cell for cell in told if _TOTAL.match(bare(cell))]
    figures = [cell for cell in told if cell not in words and _is_figure(cell) and not _is_day(cell)]
    if words:
        return len(figures) + len(words) == len(told) and (bool(figures) or _is_only_total(words[0]))
    return below_total and len(told) == _PAIR and len(figures) == 1


def _is_only_total(cell: str) -> bool:
    """Whether a lone cell is a total: its word, and figures behind it."""
    found = _TOTAL.match(bare(cell))
    return found is not None and re.fullmatch(r"[^\w]*\d*", bare(cell)[found.end() :]) is not None


def _is_figure(cell: str) -> bool:
    """Whether this is a number, or a few with words behind them."""
    return len(cell) <= _LONGEST and _FIGURE.fullmatch(bare(cell)) is not None


def _is_day(cell: str) -> bool:
    try:
        return days.day(cell).day is not None and not tidy_cell(cell).isdigit()
    except Mend as mend:
        return mend.code == "ambiguous_day"


def is_pause(told: Sequence[str]) -> bool:
    """Whether these filled cells of a line say nothing but that there was a break then."""
    words = [cell for cell in told if not _is_figure(cell) and not _is_day(cell)]
    return len(words) == 1 and _PAUSE.fullmatch(bare(words[0])) is not None


def counts_answers(told: Sequence[str]) -> bool:
    """Whether these cells are nothing but a number of answers: 7 no."""
    parts = [cell.strip().partition(" ") for cell in told]
    return bool(parts) and all(number.isdecimal() and tidy_cell(word) in OUTCOME_WORDS for number, _, word in parts)


def adds_up(last: SheetLine, rows: Sequence[SheetLine]) -> bool:
    """Whether each figure of the last line counts the ticks or the filled cells above it, or is their sum."""
    figures = [(at, fold_cell(cell)) for at, cell in enumerate(last.cells) if cell.strip()]
    if len(rows) < _FEWEST or len(figures) < _PAIR or not all(figure.isdecimal() for _, figure in figures):
        return False
    return all(
        int(figure) in _sums_of([row.cells[at] for row in rows if at < len(row.cells)]) for at, figure in figures
    )


def _sums_of(cells: Sequence[str]) -> set[int]:
    """How many cells are ticked, or filled where none is a tick; and what they add up to."""
    told = [fold_cell(cell) for cell in cells if cell.strip()]
    ticks = sum(tidy_cell(cell) in TRUE for cell in told)
    count = ticks if all(tidy_cell(cell) in TRUE | FALSE for cell in told) else len(told)
    return {count, sum(map(int, told))} if told and all(cell.isdecimal() for cell in told) else {count}


def day_below(heading: str, weekday: str) -> date | None:
    """The day of a row below this heading: the heading's own, or that weekday in the week that it says began then."""
    found = _WEEK_BEGAN.fullmatch(bare(heading))
    began = _day_of(found["day"] if found else heading)
    number = weekday_number(weekday)
    if began is None or found is None:
        return began
    return None if number is None else began + (timedelta(days=number - began.weekday()) % _WEEK)


def _day_of(words: str) -> date | None:
    try:
        return days.day(words).day
    except Mend:
        return None
