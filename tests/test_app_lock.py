"""A passphrase before anything is shown: set, asked for after the delay, changed, taken off."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import URLPattern, URLResolver, get_resolver

from tests.locking import PASSPHRASE, another_browser, put_on, said_by, unlock
from unflinch.lock.models import Held, Lock, MustWait
from unflinch.shell.locking import is_open_while_locked

OTHER = "two ducks on the pond"
STAY_OPEN = {
    *("/.well-known/security.txt", "/away/", "/help/", "/list/", "/unlock/"),
    *("/manifest.webmanifest", "/offline/nothing/"),
    *("/nudges/1.ics", "/nudges/push/worker.js"),  # its key is the right; a script without anybody's words
}


@pytest.fixture
def browser(browser_of_mira, clock):
    return browser_of_mira


def test_whoever_sets_it_stays_in_and_every_other_browser_is_asked(browser):
    put_on(browser)
    assert browser.get("/diary/").status_code == 200
    other = another_browser()
    led = other.get("/diary/?week=3")
    assert (led.status_code, led.headers["Location"]) == (302, "/unlock/?next=%2Fdiary%2F%3Fweek%3D3")
    page = other.get(led.headers["Location"])
    assert "It’s locked" in said_by(page)
    assert unlock(other, next="/diary/?week=3").headers["Location"] == "/diary/?week=3"
    assert other.get("/diary/").status_code == 200


def routes(patterns, before="/"):
    for pattern in patterns:
        route = f"{before}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield (
                re.sub("<[^>]*>", lambda hole: str(uuid4()) if "uuid" in hole[0] else "1", route),
                is_open_while_locked(pattern.callback),
            )


def test_while_it_is_locked_every_address_leads_to_the_passphrase(browser):
    put_on(browser)
    other = another_browser()
    found = dict(routes(get_resolver().url_patterns))
    assert {address for address, is_open in found.items() if is_open} == STAY_OPEN
    closed = [address for address, is_open in found.items() if not is_open]
    assert len(closed) > 80
    for address in closed:
        read, sent = other.get(address), other.post(address)
        assert read.headers["Location"].startswith("/unlock/?next="), address
        assert (sent.status_code, sent.headers["Unflinch-Lock"]) == (423, "locked"), address
        assert "It’s locked" in said_by(sent)


def test_help_and_the_way_out_stay_open(browser):
    put_on(browser)
    other = another_browser()
    assert other.get("/help/").status_code == 200
    assert "Shopping list" in said_by(other.get("/away/", follow=True))


@pytest.mark.parametrize(
    ("delay", "quiet", "asks"),
    [
        (300, timedelta(minutes=4, seconds=59), False),
        (300, timedelta(minutes=5), True),
        (3600, timedelta(minutes=59), False),
        (3600, timedelta(hours=1), True),
        (0, timedelta(minutes=5), True),
    ],
)
def test_it_asks_again_after_the_delay(browser, clock, delay, quiet, asks):
    put_on(browser, delay=delay)
    clock.at += quiet
    assert (browser.get("/diary/").status_code == 302) is asks


def test_using_it_starts_the_delay_anew_and_once_a_day_it_asks_anyway(browser, clock):
    put_on(browser, delay=3600)
    for _ in range(28):
        clock.at += timedelta(minutes=50)
        assert browser.get("/lock/held/").status_code == 200
    clock.at += timedelta(minutes=50)
    assert browser.get("/lock/held/").status_code == 302


def test_as_soon_as_the_page_was_left_it_asks(browser):
    put_on(browser, delay=0)
    assert browser.get("/diary/").status_code == 200
    del browser.cookies["here"]  # what the browser does some seconds after the page was left
    assert browser.get("/diary/").status_code == 302


@pytest.mark.parametrize(("delay", "asks"), [(0, True), (300, False)])
def test_hiding_counts_as_leaving(browser, delay, asks):
    put_on(browser, delay=delay)
    browser.get("/away/")
    assert (browser.get("/").status_code == 302) is asks


def test_looking_at_help_is_not_leaving(browser):
    put_on(browser, delay=0)
    browser.get("/help/")
    assert browser.get("/diary/").status_code == 200


def test_locking_it_now_is_one_button(browser):
    put_on(browser)
    assert browser.post("/lock/closing/").headers["Location"] == "/unlock/"
    assert browser.get("/").status_code == 302


@pytest.mark.parametrize("wrong", ["a duck on the Pond ü", PASSPHRASE.upper(), f"{PASSPHRASE} ", "", "x" * 2_000])
def test_a_wrong_one_opens_nothing(browser, wrong):
    put_on(browser)
    other = another_browser()
    assert unlock(other, wrong).status_code == 422
    assert other.get("/").status_code == 302


def test_letters_may_be_typed_in_either_form(browser):
    put_on(browser)
    assert unlock(another_browser(), PASSPHRASE.replace("ü", "u\u0308")).status_code == 302


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type a passphrase of eight letters or more."),
        ("seven77", "Eight letters or more, please."),
        ("sunshine", "That one is on every list of guesses."),
        ("Unflinch2026", "That one is on every list of guesses."),
        ("x" * 1_001, "1,000 fit here"),
    ],
)
def test_one_that_protects_nobody_is_refused_with_a_way_on(browser, typed, said):
    answer = browser.post("/lock/", {"passphrase": typed, "delay": 300})
    assert answer.status_code == 422
    assert said in said_by(answer)
    assert not Lock.objects.exists()


@pytest.mark.parametrize("typed", ["........", "äöüäöüäö", "x7" * 500, "        a"])
def test_any_letters_and_signs_will_do(browser, typed):
    browser.post("/lock/", {"passphrase": typed, "delay": 300})
    assert unlock(another_browser(), typed).status_code == 302


def test_what_is_typed_is_shown_on_request(browser):
    put_on(browser)
    other = another_browser()
    assert 'type="password"' in said_by(other.get("/unlock/?next=/diary/"))
    shown = said_by(other.get("/unlock/?shown=yes&next=/diary/"))
    assert 'type="password"' not in shown
    assert 'name="next" value="/diary/"' in shown


def test_the_passphrase_stands_nowhere_and_its_hash_is_sealed(browser):
    put_on(browser)
    lock = Lock.objects.get()
    assert lock.passphrase_hash.startswith("scrypt$")
    with connection.cursor() as cursor:
        cursor.execute("SELECT passphrase_hash FROM lock_lock")
        raw = bytes(cursor.fetchone()[0])
    assert len(raw) > 60
    assert b"scrypt" not in raw


def test_five_wrong_ones_and_everybody_waits_longer_each_time_the_right_one_too(browser, clock):
    put_on(browser)
    other = another_browser()
    for _ in range(5):
        assert "That’s not it. Try again" in said_by(unlock(other, "wrong one"))
    for minutes, said in ((1, "Wait a minute"), (1, "Wait a minute"), (2, "Wait 2 minutes"), (4, "Wait 4 minutes")):
        assert said in said_by(unlock(another_browser()))
        clock.at += timedelta(minutes=minutes)
        assert "That’s not it. Try again" in said_by(unlock(other, "wrong one"))
    Lock.objects.update(tries=30_000)
    assert "Wait 15 minutes" in said_by(unlock(other))
    clock.at -= timedelta(days=3)
    assert "Wait 15 minutes" in said_by(unlock(other))
    clock.at += timedelta(days=3, minutes=15)
    assert unlock(other).status_code == 302
    assert "That’s not it" in said_by(unlock(another_browser(), "wrong one"))


def test_tries_at_one_moment_are_no_way_around_the_wait(browser, clock):
    put_on(browser)
    one, same = Lock.objects.get(), Lock.objects.get()
    Lock.objects.update(tries=4)
    one.tries = same.tries = 4
    assert one.opens_with("wrong one", at=clock.at) is False
    other = another_browser()
    assert "Wait a minute" in said_by(unlock(other))
    with pytest.raises(MustWait):
        same.opens_with(PASSPHRASE, at=clock.at)


def test_another_passphrase_locks_every_other_browser(browser):
    put_on(browser)
    other = another_browser()
    unlock(other)
    refused = browser.post("/lock/", {"passphrase": "wrong one", "another": OTHER, "delay": 3600})
    assert refused.status_code == 422
    browser.post("/lock/", {"passphrase": PASSPHRASE, "another": OTHER, "delay": 3600})
    assert browser.get("/diary/").status_code == 200
    assert other.get("/diary/").status_code == 302
    assert unlock(other).status_code == 422
    assert unlock(other, OTHER).status_code == 302
    assert Lock.objects.get().delay == 3600


def test_another_delay_leaves_the_passphrase(browser):
    put_on(browser)
    browser.post("/lock/", {"passphrase": PASSPHRASE, "another": "", "delay": 0})
    assert Lock.objects.get().delay == 0
    assert browser.get("/diary/").status_code == 200
    assert unlock(another_browser()).status_code == 302


def test_it_is_taken_off_with_the_passphrase_alone(browser):
    put_on(browser)
    assert browser.post("/lock/removal/", {"passphrase": "wrong one"}).status_code == 422
    assert Lock.objects.exists()
    assert browser.post("/lock/removal/", {"passphrase": PASSPHRASE}).status_code == 302
    assert another_browser().get("/diary/").status_code == 200


def test_a_forgotten_one_is_taken_off_on_the_machine(browser, capsys):
    put_on(browser)
    assert "<code>unflinch unlock</code>" in said_by(another_browser().get("/unlock/"))
    call_command("unlock")
    assert "The app lock is off." in capsys.readouterr().out
    assert another_browser().get("/diary/").status_code == 200
    with pytest.raises(CommandError, match="no app lock"):
        call_command("unlock")


def test_a_made_up_cookie_opens_nothing(browser):
    put_on(browser)
    real = browser.cookies["unlocked"].value
    for made_up in ("", "yes", real[:-1] + ("A" if real[-1] != "A" else "B"), f"{real}x"):
        other = another_browser()
        other.cookies["unlocked"] = made_up
        assert other.get("/diary/").status_code == 302


def test_nobody_is_led_to_another_site(browser):
    put_on(browser)
    for elsewhere in ("https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"):
        assert unlock(another_browser(), next=elsewhere).headers["Location"] == "/"


def test_it_goes_with_its_person(browser, mira):
    put_on(browser)
    another_browser().post("/wishes/", {"id": uuid4(), "words": "a seat"})
    mira.delete()
    assert (Lock.objects.count(), Held.objects.count()) == (0, 0)
