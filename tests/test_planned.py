"""Everything that was planned can be found."""

import re
from datetime import UTC, date, datetime, time
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
    assert "See all you’ve planned, 25 more" in hand.see("/log/")
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


NOON: datetime = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)  # one o'clock where Mira lives


def planned_for(ask):
    return Ask.objects.values_list("planned_day", "planned_time").get(pk=ask.split("/")[2])


@pytest.fixture
def ask(hand, time_machine):
    time_machine.move_to(NOON, tick=False)
    return hand.choose()


def test_a_time_on_offer_is_still_to_come_and_one_tap_saves_it(ask, hand):
    times = hand.client.get(f"{ask}time/").context["times"]
    assert [moment.hour for moment in times["today"]] == [15, 17, 19]
    assert {moment.date() for moment in times["tomorrow"]} == {date(2026, 12, 1)}
    assert hand.send(f"{ask}time/", moment="2026-11-30T17:30") == f"{ask}time/"
    assert planned_for(ask) == (date(2026, 11, 30), time(17, 30))
    page = hand.see(f"{ask}time/")
    assert "Saved." in page
    assert f'href="{ask}calendar.ics"' in page
    assert "doesn’t remind you" in page


def test_late_in_the_evening_only_tomorrow_is_on_offer(ask, hand, time_machine):
    time_machine.move_to(NOON.replace(hour=19), tick=False)
    assert hand.client.get(f"{ask}time/").context["times"]["today"] == []
    assert "Later today" not in hand.see(f"{ask}time/")


def test_another_day_may_have_a_time_or_none_and_is_not_over(ask, hand):
    hand.send(f"{ask}time/", planned_day="2026-12-24")
    assert planned_for(ask) == (date(2026, 12, 24), None)
    hand.send(f"{ask}time/", planned_day="2026-12-24", planned_time="08:15")
    assert planned_for(ask) == (date(2026, 12, 24), time(8, 15))
    for wrong in (
        {"planned_day": "2026-11-29"},
        {},
        {"moment": "soon"},
        {"planned_day": "2026-12-24", "planned_time": "x"},
    ):
        assert hand.client.post(f"{ask}time/", wrong).status_code == 422
    assert planned_for(ask) == (date(2026, 12, 24), time(8, 15))


def test_just_keeping_it_takes_the_day_off_and_leaves_it_in_the_list(ask, hand):
    hand.send(f"{ask}time/", moment="2026-11-30T17:30")
    assert hand.send(f"{ask}time/", keep="yes") == "/planned/"
    assert planned_for(ask) == (None, None)
    assert "No day yet" in hand.see("/planned/")


def test_what_has_its_answer_is_not_planned_any_more(ask, hand):
    hand.send(f"{ask}answer/", outcome="no")
    assert hand.send(f"{ask}time/", moment="2026-11-30T17:30") == ask
    assert planned_for(ask) == (None, None)


def test_each_can_be_begun_moved_logged_and_dropped_from_the_list(ask, hand):
    hand.send(f"{ask}time/", moment="2026-12-01T09:00")
    page = hand.see("/planned/")
    assert "<h2>Tomorrow</h2>" in page
    for way in ("forecast/", "time/", "answer/", "deletion/"):
        assert f'href="{ask}{way}"' in page
    assert "Drop this plan?" in hand.see(f"{ask}deletion/")
    assert hand.client.post(f"{ask}deletion/").headers["Location"] == "/planned/"
    assert "Nothing planned" in hand.see("/planned/")


def test_a_rest_hides_the_ways_out_and_keeps_the_list(ask, hand):
    hand.send("/pause/", days=1)
    page = hand.see("/planned/")
    assert f'href="{ask}forecast/"' not in page
    assert f'href="{ask}deletion/"' in page
    assert hand.client.get(f"{ask}time/").headers["Location"] == "/pause/"
