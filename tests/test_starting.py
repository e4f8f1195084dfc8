"""`unflinch run`, as a person starts it: twice, on a taken port, and with strangers at the door."""

import http.client
import os
import socket
import subprocess
import sys
from urllib.parse import urlsplit
from urllib.request import urlopen

from tests.live import UNFLINCH, Live, like_a_person, running


def run_again(live: Live) -> subprocess.CompletedProcess[str]:
    command = [str(UNFLINCH), "--data", str(live.data), "run", "--no-browser"]
    return subprocess.run(command, check=False, env=like_a_person(), capture_output=True, text=True, timeout=60)


def ask_with(live: Live, **headers: str) -> int:
    """The status of a request for Today with these headers."""
    connection = http.client.HTTPConnection(urlsplit(live.url).netloc, timeout=10)
    connection.request("GET", "/", headers=headers)
    status = connection.getresponse().status
    connection.close()
    return status


def test_a_second_start_on_the_same_data_says_where_the_first_one_is(live):
    again = run_again(live)
    assert again.returncode != 0
    assert live.url in again.stderr
    assert "Traceback" not in again.stderr


def test_a_taken_port_is_said_and_the_next_free_one_is_used(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with running(tmp_path / "data", "--port", str(port)) as server:
            assert urlsplit(server.url).port != port
            assert f"Port {port} is taken" in server.log.read_text()


def test_a_second_start_finds_the_same_data(tmp_path):
    data = tmp_path / "data"
    with running(data) as first, urlopen(f"{first.url}/help/", timeout=10) as page:
        assert page.status == 200
    keys = (data / "keys.json").read_bytes()
    with running(data):
        assert (data / "keys.json").read_bytes() == keys


READS_TEXTS = """
import re, sys, threading
import unflinch.wsgi
assert threading.active_count() == 1
from unflinch.care.phrases import _made
from unflinch.care.words import lexicon, level_of
print(level_of("I hate myself and I do not want to live any more.").level)
lists = (lexicon.crisis().explicit, lexicon.shaming().patterns, *(group.patterns for group in lexicon.crisis_signs()))
print(_made.cache_info().currsize < sum(len(patterns.texts) for patterns in lists) / 4)
"""


def test_what_reads_texts_is_made_when_it_is_wanted_and_only_what_is_wanted(tmp_path):
    place = like_a_person() | {"UNFLINCH_DATA": str(tmp_path), "UNFLINCH_SECRET": "for a test"}
    command = [sys.executable, "-W", "ignore", "-c", READS_TEXTS]
    read = subprocess.run(command, check=False, env=place, capture_output=True, text=True, timeout=120)
    assert (read.stderr, read.stdout.split()) == ("", ["explicit", "True"])


def test_it_listens_on_the_loopback_alone(live):
    port = urlsplit(live.url).port
    with socket.socket() as probe:
        probe.settimeout(2)
        assert probe.connect_ex((outer_address(), port)) != 0


def outer_address() -> str:
    """An address of this machine that is not the loopback; the loopback's second one where there is no other."""
    address = socket.gethostbyname(socket.gethostname())
    return "127.0.0.2" if address.startswith("127.0.0.1") else address


def test_a_foreign_host_or_origin_is_refused(live):
    host = urlsplit(live.url).netloc
    assert ask_with(live, Host=host) == 200
    assert ask_with(live, Host="evil.example") == 400
    assert ask_with(live, Host=host, Origin="https://evil.example") == 403
    assert ask_with(live, **{"Host": host, "Sec-Fetch-Site": "cross-site"}) == 403


def test_changed_styles_are_collected_anew_at_the_next_start(tmp_path):
    data = tmp_path / "data"
    with running(data):
        manifest = next(data.glob("static/*/staticfiles.json"))
    os.utime(manifest, (0, 0))
    with running(data):
        assert manifest.stat().st_mtime > 0
    kept = manifest.stat().st_mtime
    with running(data):
        assert manifest.stat().st_mtime == kept
