"""`unflinch nudge` as cron calls it: two at once, and one that is killed while the push service holds its breath."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.live import UNFLINCH, like_a_person
from tests.push import Browser, push_service

pytestmark = pytest.mark.sqlite
# Mira wants a nudge at this very time of every day, and is quiet at none.
SET_UP = """
import django, sys, datetime as dt
django.setup()
from unflinch.accounts.models import Person
from unflinch.nudges.models import NudgeSettings, Subscription
now = dt.datetime.now(dt.UTC)
mira = Person.objects.only_one()
days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
none = dt.time(0)
at = now - dt.timedelta(minutes=1)
NudgeSettings.objects.choose(
    mira, at=now, way="push", kinds=["next"], next_days=days, next_time=at.time(), quiet_from=none, quiet_until=none
)
Subscription.objects.subscribe(mira, None, endpoint=sys.argv[1], p256dh=sys.argv[2], auth=sys.argv[3], at=now)
"""


def started(data: Path, origin: str) -> subprocess.Popen[str]:
    environment = like_a_person() | {"UNFLINCH_PUSH_SERVICE": origin}
    command = [str(UNFLINCH), "--data", str(data), "nudge"]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def prepared(data: Path, origin: str) -> Browser:
    subprocess.run([UNFLINCH, "--data", data, "summary"], check=True, env=like_a_person(), capture_output=True)
    browser = Browser()
    secret = str(data / "instance.key")
    ours = {"UNFLINCH_DATA": str(data), "UNFLINCH_SECRET_FILE": secret, "DJANGO_SETTINGS_MODULE": "unflinch.settings"}
    told = [f"{origin}/p", browser.keys["p256dh"], browser.keys["auth"]]
    subprocess.run([sys.executable, "-c", SET_UP, *told], check=True, env=like_a_person() | ours)
    return browser


def test_in_a_data_folder_that_no_server_has_used_a_nudge_goes_out_with_its_icon(tmp_path):
    data = tmp_path / "data"
    with push_service() as service:
        browser = prepared(data, service.origin)
        assert not (data / "static").exists()
        assert started(data, service.origin).communicate(timeout=300) == ("1 nudge sent.\n", "")
        (message,) = service.messages(browser)
        assert message["icon"] == "/static/shell/icons/duck-192.png"


def test_two_commands_at_once_send_one(tmp_path):
    data = tmp_path / "data"
    with push_service() as service:
        browser = prepared(data, service.origin)
        said = [process.communicate(timeout=300) for process in [started(data, service.origin) for _ in range(2)]]
        assert "Traceback" not in str(said)
        assert sorted(out for out, _ in said) == ["0 nudges sent.\n", "1 nudge sent.\n"]
        (message,) = service.messages(browser)
        assert message["text"]


def test_one_that_is_killed_after_handing_it_over_is_not_doubled(tmp_path):
    data = tmp_path / "data"
    with socket.create_server(("127.0.0.1", 0)) as mute:
        origin = f"http://127.0.0.1:{mute.getsockname()[1]}"
        prepared(data, origin)
        process = started(data, origin)
        mute.settimeout(300)
        held, _ = mute.accept()
        assert held.recv(16).startswith(b"POST /p")
        os.kill(process.pid, 9)
        process.communicate()
        held.close()
    with push_service() as service:
        said = started(data, service.origin).communicate(timeout=300)
        assert said == ("0 nudges sent.\n", "")
        assert service.got == []
