"""How much of the processor a command costs from its start to its end, and a server to its first page."""

import resource
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path

UNFLINCH = Path(sys.executable).with_name("unflinch")
PATIENCE = 120  # seconds
# What every command loads that looks at anything: the library and nothing of ours.
DJANGO_ALONE = "import django.core.management, django.db.models, numpy"


def seconds_of_django_alone() -> float:
    """The yardstick."""
    return _of_children(lambda: subprocess.run([sys.executable, "-c", DJANGO_ALONE], check=True))


def seconds_of(folder: Path, *command: str) -> float:
    """How much of the processor this command of ours takes in all."""
    whole = [str(UNFLINCH), "--data", str(folder), *command]
    return _of_children(lambda: subprocess.run(whole, check=True, stdout=subprocess.DEVNULL))


def seconds_to_the_first_page(folder: Path) -> float:
    """How much of the processor a server takes from its start until it has answered once, and to stop."""
    return _of_children(lambda: _first_page(folder))


def _first_page(folder: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    whole = [str(UNFLINCH), "--data", str(folder), "run", "--no-browser", "--port", str(port)]
    server = subprocess.Popen(whole, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for_a_page(port)
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _wait_for_a_page(port: int) -> None:
    """Raises TimeoutError where none comes."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            page = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            page.request("GET", "/")
            page.getresponse().read()
        except ConnectionError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("no page came")


def _of_children(task: Callable[[], object]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    task()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
