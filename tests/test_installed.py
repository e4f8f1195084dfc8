"""On a home screen: a manifest with every icon it names, a plain one that says nothing, and what other apps share."""

import struct
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import Client

from unflinch.accounts.models import Person
from unflinch.challenges.models import OwnChallenge


def manifest(browser):
    answer = browser.get("/manifest.webmanifest")
    assert answer.headers["Content-Type"] == "application/manifest+json"
    return answer.json()


def points_of(file: Path) -> str:
    """How large a PNG is, as a manifest says it."""
    width, height = struct.unpack(">II", file.read_bytes()[16:24])
    return f"{width}x{height}"


@pytest.mark.parametrize("home_screen", ["", "plain"])
def test_every_icon_is_there_in_the_size_that_is_said(browser_of_mira, mira, home_screen):
    Person.objects.filter(pk=mira.pk).update(home_screen=home_screen)
    icons = manifest(browser_of_mira)["icons"]
    assert {icon.get("purpose", "any") for icon in icons} == {"any", "maskable"}
    names = {staticfiles_storage.url(f"shell/icons/{file.name}"): file for file in drawn().iterdir()}
    sizes = {icon["src"]: icon["sizes"] for icon in icons if icon["type"] == "image/png"}
    assert len(sizes) == 3
    assert {src: points_of(names[src]) for src in sizes} == sizes


def drawn() -> Path:
    return Path(str(finders.find("shell/icons")))


def test_it_opens_today_and_its_shortcuts_lead_where_they_say(browser_of_mira):
    said = manifest(browser_of_mira)
    assert (said["id"], said["scope"], said["start_url"], said["name"]) == ("/", "/", "/", "Unflinch")
    assert [one["name"] for one in said["shortcuts"]] == ["Log an ask", "Pocket"]
    assert [browser_of_mira.get(one["url"]).status_code for one in said["shortcuts"]] == [200, 302]


def test_the_pocket_of_what_is_planned_is_a_long_press_away(hand):
    assert hand.client.get("/pocket/").headers["Location"] == "/planned/"
    planned = hand.choose()
    assert hand.client.get("/pocket/").headers["Location"] == f"{planned}pocket/"


def test_a_plain_name_says_nothing_of_what_it_is(hand):
    assert 'apple-mobile-web-app-title" content="Unflinch"' in hand.see("/")
    hand.mend("/you/", home_screen="plain")
    answer = hand.client.get("/manifest.webmanifest")
    said = answer.json()
    names = [said["name"], said["short_name"], *(one["name"] for one in said["shortcuts"])]
    assert names == ["Notes", "Notes", "New note", "Next note"]
    assert "unflinch" not in answer.content.decode().lower()
    assert "duck" not in answer.content.decode()
    page = hand.see("/")
    assert 'apple-mobile-web-app-title" content="Notes"' in page
    assert "<title>Notes · Today</title>" in page


def test_the_icon_says_how_many_answers_may_still_come(hand):
    assert 'data-badge="0"' in hand.see("/")
    hand.just_asked("no_reply")
    hand.just_asked("yes")
    assert 'data-badge="1"' in hand.see("/")


def test_the_colours_are_those_of_the_theme(hand):
    assert manifest(hand.client)["theme_color"] == "#faf6ee"
    hand.mend("/you/", theme="dark")
    assert manifest(hand.client)["theme_color"] == manifest(hand.client)["background_color"] == "#14161b"


def test_what_another_app_shares_is_in_the_form_and_saved_by_nobody_but_the_person(mira):
    browser = Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True)
    from_the_phone = {"Origin": "null", "Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"}
    words = {"title": "Ask for a window seat", "text": "on the train", "url": ""}
    answer = browser.post(manifest(browser)["share_target"]["action"], words, headers=from_the_phone)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert 'value="Ask for a window seat"' in page
    assert 'value="on the train"' in page
    assert 'action="/ideas/own/"' in page
    assert not OwnChallenge.objects.exists()


def test_nothing_is_taken_that_a_page_elsewhere_sends(mira):
    browser = Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True)
    for site in ("cross-site", "same-site"):
        sent = browser.post("/shared/", {"title": "x"}, headers={"Origin": "null", "Sec-Fetch-Site": site})
        assert sent.status_code == 403
    # A form still needs its token, whoever sends it.
    told = browser.post("/wishes/", {"words": "a seat"}, headers={"Origin": "null", "Sec-Fetch-Site": "none"})
    assert told.status_code == 403


def test_looking_at_what_would_be_shared_is_no_way_in(browser_of_mira):
    assert browser_of_mira.get("/shared/?title=x").status_code == 405
