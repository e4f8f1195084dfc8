"""Unflinch as a person has it: the real command, a data folder of its own, a port on the loopback."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

SECONDS_TO_START = 180  # a busy machine may be slow; what never comes is still missed
SECONDS_TO_STOP = 15
UNFLINCH = Path(sys.executable).with_name("unflinch")


@dataclass(frozen=True)
class Live:
    """A running Unflinch. `url` has no slash at its end; `log` holds all that the program said."""

    url: str
    data: Path
    log: Path
    pid: int


@contextmanager
def running(
    data: Path,
    *arguments: str,
    before: Callable[[], object] | None = None,
    environment: Mapping[str, str] = {},
) -> Iterator[Live]:
    """Start Unflinch on `data`, wait until it answers, and end it afterwards. A trace in its log is an error.

    `before` is done in the new process before the program begins.
    """
    command = ["run", "--no-browser", "--port", str(free_port()), *arguments]
    with started(data, *command, before=before, environment=environment) as live:
        yield live


@contextmanager
def serving(data: Path, address: str, listen: str = "") -> Iterator[Live]:
    """The same, served at an address. `listen` is where a proxy finds it; without one, it is the address itself."""
    environment = {"UNFLINCH_ADDRESS": address} | ({"UNFLINCH_LISTEN": listen} if listen else {})
    with started(data, "serve", environment=environment) as live:
        yield live


@contextmanager
def started(
    data: Path, *command: str, before: Callable[[], object] | None = None, environment: Mapping[str, str] = {}
) -> Iterator[Live]:
    """A command of ours that serves, from its first answer on."""
    log = data.with_name(f"{data.name}.log")
    with log.open("wb") as output:
        # No thread of ours holds a lock while `before` runs.
        process = subprocess.Popen(
            [str(UNFLINCH), "--data", str(data), *command],
            env={**like_a_person(), **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=before,  # noqa: PLW1509
        )
    try:
        yield Live(url=wait_for_an_answer(process, log), data=data, log=log, pid=process.pid)
    finally:
        end(process)
    said = log.read_text(encoding="utf-8")
    assert "Traceback" not in said, f"Unflinch stumbled:\n{said}"


def like_a_person() -> dict[str, str]:
    """The environment without what the tests put there, so that the program finds its own defaults."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("UNFLINCH_", "DJANGO_"))}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for_an_answer(process: subprocess.Popen[bytes], log: Path) -> str:
    """The address that the program says, as soon as something answers there."""
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and process.poll() is None:
        address = re.search(r"127\.0\.0\.1:\d+", log.read_text(encoding="utf-8"))
        if address and answers(f"http://{address.group()}"):
            return f"http://{address.group()}"
        time.sleep(0.05)
    raise AssertionError(f"Unflinch did not start:\n{log.read_text(encoding='utf-8')}")


def answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=10):
            return True
    except HTTPError as error:
        error.close()
        return True
    except (URLError, ConnectionError, TimeoutError):
        return False


def end(process: subprocess.Popen[bytes]) -> None:
    """As a person does, with Ctrl-C; and surely."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
