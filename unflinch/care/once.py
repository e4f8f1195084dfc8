"""Something slow that is made once, whoever asks first."""

from collections.abc import Callable
from functools import cache, wraps
from threading import Lock
from typing import TypeVar

Made = TypeVar("Made")


def once(make: Callable[[], Made]) -> Callable[[], Made]:
    """As `functools.cache`; of two threads that want it at one time the second waits, and makes no other."""
    made, making = cache(make), Lock()

    @wraps(make)
    def given() -> Made:
        with making:
            return made()

    return given
