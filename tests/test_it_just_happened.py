"""What nobody had planned: logged in the order in which a page is read, and all of it or nothing."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import expect

from tests.live import UNFLINCH, like_a_person
from unflinch.practice.models import Ask

# A process of Unflinch that the machine ends at the moment it begins to write what came back.
KILLED = """
import os, signal
from uuid import uuid4
import django
django.setup()
from django.core.management import call_command
from django.db import connection
from django.test import Client
call_command("make_ready")
def end(execute, sql, *rest):
    if sql.startswith('INSERT INTO "practice_answer"'):
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(sql, *rest)
client = Client(SERVER_NAME="127.0.0.1")
with connection.execute_wrapper(end):
    client.post("/happened/", {"id": uuid4(), "outcome": "no", "title": "Ask for a plaster"})
"""


def rows(data: Path) -> tuple[int, int, int]:
    with sqlite3.connect(data / "unflinch.sqlite3") as database:
        tables = ("practice_plan", "practice_ask", "practice_answer")
        counts = (database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)
        plans, asks, answers = counts
        return plans, asks, answers


def test_a_kill_in_the_middle_leaves_nothing_half(tmp_path):
    data = tmp_path / "data"
    subprocess.run([UNFLINCH, "--data", data, "summary"], check=True, env=like_a_person(), capture_output=True)
    surroundings = {
        **like_a_person(),
        "UNFLINCH_DATA": str(data),
        "UNFLINCH_SECRET_FILE": str(data / "instance.key"),
        "DJANGO_SETTINGS_MODULE": "unflinch.settings",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    killed = subprocess.run([sys.executable, "-c", KILLED], check=False, env=surroundings, capture_output=True)
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    assert rows(data) == (0, 0, 0)


def test_the_answer_is_asked_last_and_what_was_typed_before_it_is_saved(page):
    page.goto("/happened/")
    expect(page.get_by_role("heading", level=1)).to_have_text("You asked! How did it go?")
    places = (
        page.get_by_label("What did you ask?"),
        page.get_by_label("Who did you ask?"),
        page.locator("button[name=outcome][value=no]"),
    )
    tops = [place.first.bounding_box()["y"] for place in places]
    assert tops == sorted(tops)
    page.get_by_label("What did you ask?").fill("Ask for a plaster")
    page.get_by_label("Who did you ask?").fill("pharmacist")
    page.locator("button[name=outcome][value=no]").click()
    page.goto("/diary/")
    expect(page.get_by_text("Ask for a plaster").first).to_be_visible()
    page.get_by_role("link", name=re.compile("Ask for a plaster")).first.click()
    expect(page.get_by_text("pharmacist").first).to_be_visible()


def test_what_came_later_is_told_in_full_before_its_answer_is_pressed(hand):
    page = hand.see(f"{hand.just_asked('maybe')}settling/")
    assert page.index("Was there more to it?") < page.index("Their words") < page.index('name="outcome"')


def test_a_form_that_is_not_whole_comes_back_with_all_that_was_typed(hand):
    told = {"id": "0c5e6d7c-54cb-4b3e-9c8b-0d6b7a6f0a11", "title": "Ask for a spoon", "role": "waiter"}
    answer = hand.client.post("/happened/", told)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Which of the four was it?" in page
    assert 'value="Ask for a spoon"' in page
    assert 'value="waiter"' in page
    assert Ask.objects.count() == 0
