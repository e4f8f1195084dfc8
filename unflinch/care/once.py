"""Something slow that is made once, whoever asks first."""

from collections.abc import Callable
from functools import cache, wraps
from threading import Lock
from typing import TypeVar

_Made = TypeVar("_Made")


def once(make: Callable[[], _Made]) -> Callable[[], _Made]:
    """As `functools.cache`; of two threads that want it at one time the second waits, and makes no other."""
    made, making = cache(make), Lock()

    @wraps(make)
    def given() -> _Made:
        with making:
            return made()

    return given
