"""Everything that was planned can be found."""

import re
from datetime import date, time
from uuid import uuid4

import pytest

from unflinch.practice.models import Ask, Plan


@pytest.fixture
def sheet(mira, now, time_machine):
    """Thirty-three planned asks, as a diary brings them in."""
    time_machine.move_to(now, tick=False)
    row = {"person": mira, "arrived": now, "batch": uuid4()}
    for number in range(33):
        day = date(2026, 11, 1 + number % 28) if number < 30 else None
        plan = Plan.objects.create(**row, when_where="By the lift" if number == 32 else "")
        Ask.objects.create(
            plan=plan, title=f"Planned {number:02}", planned_day=day, planned_time=time(9), planned_week=7, **row
        )


def titles(page):
    return [part.split("</b>")[0].rsplit(">", 1)[1] for part in page.split('<li class="card">')[1:]]


def test_all_of_them_are_on_a_page_in_their_order(sheet, hand):
    first, second = hand.see("/planned/"), hand.see("/planned/?page=2")
    assert "33 planned" in first
    found = [*titles(first), *titles(second)]
    assert sorted(found) == [f"Planned {number:02}" for number in range(33)]
    days = [1 + int(title.split()[1]) % 28 for title in found[:30]]
    assert days == sorted(days)
    assert set(found[30:]) == {"Planned 30", "Planned 31", "Planned 32"}
    assert "Sun 1 Nov 2026, 09:00 · week 7" in " ".join(first.split())


def test_today_and_the_log_lead_to_it(sheet, hand):
    assert re.search(r'href="/planned/">.*?<b dir="auto">33 asks planned</b>', hand.see("/waiting/"), re.DOTALL)
    assert "/waiting/" in hand.see("/")
    assert "All that you’ve planned, 25 more" in hand.see("/log/")
    hand.just_asked("no")
    assert 'href="/planned/"' in hand.see("/diary/")


def test_the_diarys_search_finds_them(sheet, hand):
    hand.just_asked("no")
    for query, title in (("planned 17", "Planned 17"), ("lift", "Planned 32")):
        page = hand.see(f"/diary/?q={query}")
        assert title in page
        assert "Planned 18" not in page
    assert "Planned 17" not in hand.see("/diary/?q=planned+17&outcome=no")


def test_one_of_them_can_be_given_another_day(sheet, hand):
    ask = Ask.objects.filter(planned_day=None)[0]
    hand.mend(f"/asks/{ask.pk}/about/", planned_day="2027-01-05")
    assert "Tue 5 Jan 2027, 09:00" in hand.see(f"/asks/{ask.pk}/")
    about = f"/asks/{ask.pk}/about/"
    far = hand.client.post(about, hand.held_by(about) | {"planned_day": "2206-01-05"})
    assert far.status_code == 422
    assert "That’s 179 years from now." in far.content.decode()
