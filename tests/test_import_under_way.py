"""While an import is under way, pages say so, and whoever has to wait for it is told."""

from threading import Event, Thread

import pytest
from django.core.management import call_command

from unflinch.takeout.models import Import, ImportState
from unflinch.takeout.one_at_a_time import one_import_at_a_time
from unflinch.takeout.tests.conftest import Desk

SHEET = "date,challenge,outcome\n2026-11-01,Ask for a chair,no\n"
PAGES = ("/", "/diary/", "/changes/", "/weeks/", "/import/")


@pytest.fixture
def other_import():
    """Another program brings something in; call it to let that one end."""
    begun, ended = Event(), Event()

    def hold():
        with one_import_at_a_time():
            begun.set()
            ended.wait(60)

    thread = Thread(target=hold)
    thread.start()
    assert begun.wait(60)
    yield ended.set
    ended.set()
    thread.join()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (ImportState.COMING, "An import is under way."),
        (ImportState.REPLACING, "An import is under way."),
        (ImportState.GOING, "An import is being undone."),
        (ImportState.HERE, ""),
    ],
)
def test_a_page_never_shows_half_of_an_import_as_if_it_were_whole(hand, mira, now, state, words):
    Import.objects.create(person=mira, at=now, arrived=now, name="diary.csv", state=state)
    for address in PAGES:
        page = hand.see(address)
        assert words in page
        assert ("look again in a moment" in page) == bool(words)


def test_an_open_page_says_at_its_next_look_what_an_import_has_come_to(hand, mira, now):
    batch = Import.objects.create(person=mira, at=now, arrived=now, name="diary.csv", state=ImportState.COMING)
    assert "An import is under way." in hand.see("/diary/")
    Import.objects.of(mira).update(state=ImportState.GOING)
    assert "An import is being undone." in hand.see("/diary/")
    batch.delete()
    assert "look again in a moment" not in hand.see("/diary/")


def test_a_page_that_has_to_wait_for_another_import_says_so(hand, mira, other_import, monkeypatch):
    monkeypatch.setattr("unflinch.takeout.bringing_in.SECONDS", 0.1)
    preview = Desk(hand.client).send(SHEET)
    answer = hand.client.post(f"{preview}bringing-in/")
    assert answer.status_code == 503
    assert "Another import is under way." in answer.content.decode()
    assert "Ask for a chair" in hand.see(preview)


def test_a_command_that_waits_for_another_import_says_so_and_goes_on(mira, other_import, tmp_path):
    class Screen:
        """What is written here, and the other import ends as soon as it is said that this one waits."""

        text = ""

        def write(self, words):
            self.text += words
            if "waits until it’s done" in words:
                other_import()

        def flush(self):
            pass

        def isatty(self):
            return False

    screen, file = Screen(), tmp_path / "diary.csv"
    file.write_text(SHEET, encoding="utf-8")
    call_command("import_diary", file=file, stdout=screen)
    assert "Another import is under way. This one waits until it’s done." in screen.text
    assert "1 row came in." in screen.text
