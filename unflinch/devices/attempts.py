"""How often a code may be guessed."""

from collections import deque
from datetime import datetime, timedelta
from threading import Lock
from typing import Final

_IN_MINUTES: Final = timedelta(minutes=10)
_FROM_ONE: Final = 5
_IN_ALL: Final = 30


class Attempts:
    """Wrong codes of the last ten minutes, in this process: some from one address, more from all together.

    One process serves, and a restart takes longer than it would help: nobody gets more guesses by ending it.
    """

    def __init__(self, *, from_one: int = _FROM_ONE, in_all: int = _IN_ALL) -> None:
        self._from_one, self._in_all = from_one, in_all
        self._lock = Lock()
        self._failed: deque[tuple[datetime, str]] = deque()

    def too_many(self, address: str, *, at: datetime) -> bool:
        """Whether this address, or everybody together, has to wait."""
        with self._lock:
            while self._failed and at - self._failed[0][0] >= _IN_MINUTES:
                self._failed.popleft()
            theirs = sum(one == address for _, one in self._failed)
            return theirs >= self._from_one or len(self._failed) >= self._in_all

    def failed(self, address: str, *, at: datetime) -> None:
        """Note a wrong code."""
        with self._lock:
            self._failed.append((at, address))

    def forget(self) -> None:
        """Begin anew, as after a restart."""
        with self._lock:
            self._failed.clear()


attempts: Final = Attempts()
