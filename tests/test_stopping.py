"""It always stops: by Ctrl-C, by SIGTERM, with its terminal, and whatever its threads are doing."""

import os
import signal
import socket
import threading
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.live import Live, answers, running
from tests.terminal import CTRL_C, Terminal, terminal

# Two seconds on a machine with nothing else to do; this one may have a lot.
PATIENCE = 30.0
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]

few = pytest.param(2, 1, id="a few")
many = pytest.param(100, 20, id="many", marks=pytest.mark.prove)


def stops(window: Terminal) -> None:
    assert window.ended_after(PATIENCE) is not None, window.said
    assert not answers(window.url)
    assert "Traceback" not in window.said


@pytest.mark.parametrize(("presses", "closings"), [few, many])
def test_ctrl_c_and_a_closed_terminal_stop_it_every_time(tmp_path, presses, closings):
    ways: list[Callable[[Terminal], None]] = [lambda window: window.press(CTRL_C)] * presses
    ways += [Terminal.close] * closings
    for way in ways:
        with terminal(tmp_path / "data") as window:
            way(window)
            stops(window)


def test_ctrl_c_pressed_again_and_again_stops_it_once(tmp_path):
    with terminal(tmp_path / "data") as window:
        for _ in range(5):
            window.press(CTRL_C)
        stops(window)


@pytest.mark.parametrize("number", SIGNALS)
def test_it_stops_though_requests_are_under_way(tmp_path, number):
    """Half a body that stays half sent, and clients that never pause: neither holds it up."""
    with running(tmp_path / "data") as live:
        host = urlsplit(live.url).netloc
        busy = [threading.Thread(target=asks_without_end, args=(host,), daemon=True) for _ in range(6)]
        for thread in busy:
            thread.start()
        with half_sent(live):
            os.kill(live.pid, number)
            wait_for(live.pid)
        assert not answers(live.url)
        for thread in busy:
            thread.join()


def asks_without_end(host: str) -> None:
    """Ask for Today until nobody answers any more."""
    while True:
        connection = HTTPConnection(host, timeout=PATIENCE)
        try:
            connection.request("GET", "/")
            connection.getresponse().read()
        except (OSError, HTTPException):
            return
        finally:
            connection.close()


def half_sent(live: Live) -> socket.socket:
    where = urlsplit(live.url)
    half = socket.create_connection((where.hostname or "", where.port or 0))
    half.sendall(b"POST /happened/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nhalf")
    return half


def wait_for(pid: int) -> None:
    """Until this child of ours is gone; the one who started it reads its status later."""
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)


def test_it_is_one_process_so_nothing_outlives_it(live_anew):
    children = Path(f"/proc/{live_anew.pid}/task/{live_anew.pid}/children")
    assert children.read_text() == ""
    os.kill(live_anew.pid, signal.SIGKILL)
    wait_for(live_anew.pid)
    assert not answers(live_anew.url)


def test_nohup_means_that_a_closed_terminal_does_not_stop_it(tmp_path):
    with running(tmp_path / "data", before=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)) as live:
        os.kill(live.pid, signal.SIGHUP)
        assert answers(live.url)
        os.kill(live.pid, signal.SIGTERM)
        wait_for(live.pid)


@pytest.mark.prove
def test_a_body_that_stops_coming_is_given_up(live_anew):
    with half_sent(live_anew) as half:
        half.settimeout(120)  # too long is an error
        while half.recv(1000):
            pass
    assert answers(live_anew.url)
