"""The page of one week shows the asks of that week, all of them and in the order of life, and so does its picture."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from django.core.management import call_command

from unflinch.practice.models import Ask, Programme
from unflinch.takeout.made_up.keeping import keep

NOW = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)
DATA = Path(__file__).with_name("data")


@pytest.fixture(autouse=True)
def evening(time_machine):
    time_machine.move_to(NOW, tick=False)


def first_month():
    call_command("import_diary", file=DATA / "first-month.csv", weeks=DATA / "first-month-weeks.csv", map=[])


def weeks(hand) -> dict[str, list[UUID]]:
    """The asks on the page of each week by its address, the oldest week first."""
    pages = [hand.see("/weeks/")]
    while re.search(rf'href="(?:/weeks/)?\?page={len(pages) + 1}"', pages[-1]):
        pages.append(hand.see(f"/weeks/?page={len(pages) + 1}"))
    addresses = re.findall(r'href="/weeks/([^/"?]+)/"', "".join(pages))[::-1]
    return {one: asks_on(hand.see(f"/weeks/{one}/")) for one in addresses}


def asks_on(page: str) -> list[UUID]:
    return list(map(UUID, re.findall(r'href="/asks/([^/"]+)/"', page)))


def in_life() -> list[UUID]:
    """Every ask with an answer, the oldest first, as the database orders them."""
    return list(Ask.objects.logged().as_diary().reverse().values_list("pk", flat=True))


def test_the_weeks_of_the_first_month_hold_its_asks(hand, mira):
    first_month()
    shown = weeks(hand)
    assert list(shown) == ["week-1", "week-2", "week-3", "week-4"]
    assert list(chain(*shown.values())) == in_life()
    for address, asks in shown.items():
        assert {f"week-{Ask.objects.get(pk=pk).trail[0].week}" for pk in asks} == {address}


def test_each_ask_of_a_long_life_stands_in_the_week_of_its_day(hand, mira):
    """Weeks of no known day, the calendar's, and those of a programme that began on another day than Monday."""
    first_month()
    keep(mira, asks=300, weeks=30, until=NOW, rng=Random(5))
    shown = weeks(hand)
    place = {pk: at for at, pk in enumerate(in_life())}
    assert sorted(chain(*shown.values()), key=place.__getitem__) == list(place)
    assert all(asks == sorted(asks, key=place.__getitem__) for asks in shown.values())
    starts = {address: date.fromisoformat(address) for address in shown if not address.startswith("week-")}
    assert {start.weekday() for start in starts.values()} > {0}
    for address, start in starts.items():
        days = [Ask.objects.get(pk=pk).trail[0].day for pk in shown[address]]
        assert all(day is not None and 0 <= (day - start).days < 7 for day in days)


def test_what_is_left_of_a_week_in_which_a_programme_ended_has_a_page_and_a_title_of_its_own(hand, time_machine):
    """The last day of the programme is a Monday, its weeks begin on Mondays: so does the calendar's week."""
    time_machine.move_to(datetime(2026, 11, 9, 18, 0, tzinfo=UTC), tick=False)
    hand.send("/programmes/", kind="four_weeks")
    time_machine.shift(timedelta(days=7))
    within = hand.just_asked()
    hand.send(f"/programmes/{Programme.objects.get().pk}/ending/")
    time_machine.shift(timedelta(days=1))
    after = hand.just_asked()
    shown = weeks(hand)
    assert list(chain(*shown.values())) == [UUID(one.split("/")[2]) for one in (within, after)]
    for address, title in zip(shown, ("The last day", "On my own"), strict=True):
        hand.mend_week(f"/weeks/{address}/", title=title)
    for address, title in zip(shown, ("The last day", "On my own"), strict=True):
        assert title in hand.see(f"/weeks/{address}/")
