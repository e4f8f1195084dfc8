"""A server that always stops: Ctrl-C, SIGTERM and a closed terminal each end it, whatever its threads are doing."""

import os
import signal
import socket
from threading import Thread
from time import sleep
from types import FrameType
from typing import Final

# Windows has no SIGHUP; there a closed window ends the program by itself.
_STOPPING: Final = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
_SECONDS_OF_GRACE: Final = 1.5


def stop_on_signals() -> None:
    """From now on each of STOPPING raises SystemExit(0) in the main thread, and ends the process after the grace.

    A SIGHUP that was ignored when the program started stays ignored: that is what `nohup` asks for.
    """
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    heard = [number for number in _STOPPING if number not in _ignored_for_nohup()]
    # Python's handlers run in the main thread, which may be busy or stuck. The number of the signal is written by the
    # C handler itself, so the thread that reads it depends on nothing else.
    Thread(target=_end_after_grace, args=(reader, frozenset(heard)), name="stops", daemon=True).start()
    signal.set_wakeup_fd(writer.detach(), warn_on_full_buffer=False)
    for number in heard:
        signal.signal(number, _leave)


def _ignored_for_nohup() -> set[int]:
    hangup = getattr(signal, "SIGHUP", None)
    return {hangup} if hangup is not None and signal.getsignal(hangup) == signal.SIG_IGN else set()


def _end_after_grace(reader: socket.socket, heard: frozenset[int]) -> None:
    while not heard.intersection(reader.recv(64)):
        pass
    sleep(_SECONDS_OF_GRACE)
    # What was saved is saved: SQLite takes back a transaction that has not ended.
    os._exit(0)


def _leave(_number: int, _frame: FrameType | None) -> None:
    for number in _STOPPING:
        signal.signal(number, signal.SIG_IGN)  # a second Ctrl-C does not interrupt the leaving
    raise SystemExit(0)
