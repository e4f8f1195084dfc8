"""Whatever belongs to Jonas is nowhere to be found for Mira: every address with an id, read and written."""

from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.hand import SLUG, Hand
from unflinch.accounts.facts import Fact
from unflinch.accounts.models import Person
from unflinch.takeout.everything import TABLES
from unflinch.takeout.models import Import, KeptRow, Upload

OWNED = "<uuid:pk>"


def addresses(patterns, before="") -> list[str]:
    """Every address of the site that holds the id of a row."""
    found = []
    for pattern in patterns:
        route = f"{before}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            found += addresses(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern) and OWNED in route:
            found.append(f"/{route}")
    return found


@pytest.fixture
def rows_of_jonas(mira, now):
    """A life of Jonas, lived on his own and then moved aside: Mira is the one who is signed in."""
    jonas = Person.objects.begin(at=now.replace(year=2000))
    jonas.welcome(zone="Europe/Berlin", at=now)
    hand = Hand(Client(SERVER_NAME="127.0.0.1"))
    asked, planned = hand.just_asked("no", sting=20), hand.choose(slug=SLUG)
    hand.send(f"{asked}echo/", said_back="Fine.")
    hand.send(f"{planned}forecast/", feared_words="a sigh")
    hand.send("/wishes/", words="a seat")
    hand.send("/programmes/", kind="four_weeks")
    hand.send(
        "/ideas/own/", title="Ask for a seat", setting="other", channel="in_person", kind="ask", boldness=1, minutes=5
    )
    hand.send("/rules/", kind="own", words="Never bother anyone")
    hand.send("/pause/", days=1)
    tables: list[type[Fact]] = [*TABLES, Upload, Import, KeptRow]
    rows = [row for table in tables for row in table.objects.of(jonas)]
    rows = [row for row in rows if getattr(row, "kind", "") != "ground"]  # of rules one is enough
    assert {type(row).__name__ for row in rows} >= {
        "Ask",
        "Plan",
        "Echo",
        "Wish",
        "Programme",
        "OwnChallenge",
        "Rule",
        "Pause",
    }
    Person.objects.filter(pk=jonas.pk).update(joined_at=now.replace(year=2100))
    assert Person.objects.only_one() == mira
    return rows


def state(rows):
    return [type(row).objects.filter(pk=row.pk).values().get() for row in rows]


ADDRESSES = addresses(get_resolver().url_patterns)


def test_there_are_addresses_to_try():
    assert len(ADDRESSES) > 20


def test_nothing_of_a_stranger_is_read_or_written(browser_of_mira, rows_of_jonas):
    before = state(rows_of_jonas)
    body = {"outcome": "yes", "days": "1", "words": "mine", "title": "mine", "link": "another", "still_stings": "1"}
    opened = []
    for place in (address.replace(OWNED, str(row.pk)) for address in ADDRESSES for row in rows_of_jonas):
        answers = (browser_of_mira.get(place), browser_of_mira.post(place, {"id": uuid4(), **body}))
        opened += [(place, answer.status_code) for answer in answers if answer.status_code not in (404, 405)]
    assert opened == []
    assert state(rows_of_jonas) == before


def test_a_strangers_id_cannot_be_written_over(browser_of_mira, rows_of_jonas):
    wish: UUID = next(row.pk for row in rows_of_jonas if type(row).__name__ == "Wish")
    assert browser_of_mira.post("/wishes/", {"id": wish, "words": "mine"}).status_code == 409
