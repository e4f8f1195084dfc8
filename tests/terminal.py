"""A real terminal with Unflinch in it, as a person has it: keys can be pressed, and the window can be closed."""

import os
import pty
import re
import select
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.live import SECONDS_TO_START, UNFLINCH, answers, free_port, like_a_person

CTRL_C = b"\x03"


@dataclass
class Terminal:
    """A window: `screen` is its other end, `pid` the program in it, `url` where that answers."""

    pid: int
    screen: int
    said: str = ""
    url: str = ""
    _open: bool = field(default=True)

    def press(self, key: bytes) -> None:
        os.write(self.screen, key)

    def close(self) -> None:
        """As the corner of the window does: the kernel hangs up on whatever runs in it."""
        if self._open:
            self._open = False
            os.close(self.screen)

    def read(self, seconds: float) -> None:
        """Take what the program writes, for so long at most."""
        if self._open and select.select([self.screen], [], [], seconds)[0]:
            try:
                self.said += os.read(self.screen, 65536).decode()
            except OSError:  # the program has gone, and its end of the terminal with it
                time.sleep(seconds)

    def ended_after(self, patience: float) -> float | None:
        """How many seconds it took the program to end, or None where it had not by then."""
        start = time.monotonic()
        while time.monotonic() - start < patience:
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                self.pid = 0
                return time.monotonic() - start
            self.read(0.02)
        return None


@contextmanager
def terminal(data: Path) -> Iterator[Terminal]:
    """Unflinch started in a terminal of its own, once it answers; surely ended afterwards."""
    command = [str(UNFLINCH), "--data", str(data), "run", "--no-browser", "--port", str(free_port())]
    pid, screen = pty.fork()
    if pid == 0:
        os.execve(command[0], command, like_a_person())
    window = Terminal(pid, screen)
    try:
        until = time.monotonic() + SECONDS_TO_START
        while not window.url and time.monotonic() < until:
            window.read(0.1)
            found = re.search(r"http://127\.0\.0\.1:\d+", window.said)
            window.url = found.group() if found and answers(found.group()) else ""
        assert window.url, window.said
        yield window
    finally:
        if window.pid:
            os.kill(window.pid, signal.SIGKILL)
            os.waitpid(window.pid, 0)
        window.close()
