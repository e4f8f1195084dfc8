"""Cells that no spreadsheet takes for a formula, and back."""

import re
from typing import Final

# Also behind a semicolon: a spreadsheet that parts cells by semicolons begins a new cell there.
_RISKY: Final = re.compile(r"(?:^|(?<=;))(?='*[=+\-@\t\r])")
_GUARDED: Final = re.compile(r"(?:^|(?<=;))'(?='*[=+\-@\t\r])")


def guarded(cell: str) -> str:
    """The cell with an apostrophe before whatever a spreadsheet would run."""
    return _RISKY.sub("'", cell)


def unguarded(cell: str) -> str:
    """The cell without those apostrophes: `unguarded(guarded(cell)) == cell`, whatever stands in it."""
    return _GUARDED.sub("", cell)
