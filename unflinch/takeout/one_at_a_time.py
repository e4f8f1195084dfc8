"""One import at a time, in whichever process: who starts meanwhile must not take it for one that was interrupted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Final

from django.conf import settings
from filelock import FileLock, Timeout

SECONDS: Final = 10


class Busy(Exception):
    """Another import is being brought in or taken back right now; in a moment it can be tried again."""


@contextmanager
def one_import_at_a_time(seconds: float = SECONDS, *, waiting: Callable[[], object] | None = None) -> Iterator[None]:
    """Hold the one place for an import; it is free again when this process ends, however it ends. Raises Busy.

    `waiting` is called once where another one is under way, before this one waits for it.
    """
    lock = FileLock(settings.DATA / "import.lock", mode=0o600)
    try:
        if waiting is not None and not _taken_at_once(lock):
            waiting()
        lock.acquire(timeout=seconds)
    except Timeout as error:
        raise Busy("Another import is under way. Please try again in a moment.") from error
    try:
        yield
    finally:
        lock.release(force=True)


def _taken_at_once(lock: FileLock) -> bool:
    """Take the place if it is free; whether it was."""
    with suppress(Timeout):
        lock.acquire(timeout=0)
    return bool(lock.is_locked)
