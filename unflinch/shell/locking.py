"""Which pages stay open while Unflinch is locked. Every page that doesn't say so here asks for the passphrase first."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

_V = TypeVar("_V", bound=Callable[..., Any])
_OPEN: Final = "stays_open_while_locked"
_WAY_OUT: Final = "is_way_out"


def stays_open(view: _V) -> _V:
    """A view that shows nothing of anybody's, and that somebody in need has to reach without a passphrase."""
    setattr(view, _OPEN, True)
    return view


def way_out(view: _V) -> _V:
    """The quick way out: it stays open, and taking it counts as leaving."""
    setattr(view, _WAY_OUT, True)
    return stays_open(view)


def is_open_while_locked(view: Callable[..., Any]) -> bool:
    return getattr(view, _OPEN, False)


def leads_out(view: Callable[..., Any]) -> bool:
    return getattr(view, _WAY_OUT, False)
