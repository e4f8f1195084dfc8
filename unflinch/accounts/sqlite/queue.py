"""One writer after the other, in the order in which they came."""

import threading
from collections import deque
from functools import cache
from typing import Final

# As long as SQLite itself waits for another process (`timeout` in the settings).
SECONDS_OF_WAITING: Final = 20.0


class Queue:
    """A lock that is handed to whoever has waited longest. Python's own lock promises no order."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Event] = deque()
        self._taken = False

    def take(self, seconds: float = SECONDS_OF_WAITING) -> bool:
        """Wait until it's this writer's turn; False where that took longer than `seconds`."""
        turn = threading.Event()
        with self._guard:
            if not self._taken:
                self._taken = True
                return True
            self._waiting.append(turn)
        if turn.wait(seconds):
            return True
        with self._guard:
            if turn in self._waiting:
                self._waiting.remove(turn)
                return False
        return True  # handed over at the very last moment

    def give(self) -> None:
        """Hand the turn to the next one, or leave it free."""
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False


@cache
def queue_of(_database: str) -> Queue:
    """The queue of this process in front of this database file."""
    return Queue()
