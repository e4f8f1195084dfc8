"""The weeks that a person numbered and named, beside days and without them."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from unflinch.practice.models import Ask

ASKS = """week,date,challenge,outcome
1,2026-09-02,Ask A,no
1,2026-09-08,Ask B,yes
2,2026-09-09,Ask C,no
2,2026-09-15,Ask D,no
3,2026-09-16,Ask E,no
"""
WEEKS = """week,title,takeaway
1,Shaky start,It is only a word
2,Second wind,Ask earlier
3,Dip,Rest
"""


@pytest.fixture
def bring(mira, tmp_path, time_machine, now):
    time_machine.move_to(now, tick=False)

    def bring(asks, weeks=None):
        file, titles = tmp_path / "asks.csv", tmp_path / "weeks.csv"
        file.write_text(asks, encoding="utf-8")
        titles.write_text(weeks or "", encoding="utf-8")
        call_command("import_diary", file=file, weeks=titles if weeks else None, stdout=StringIO())

    return bring


def summary():
    out = StringIO()
    call_command("summary", json=True, stdout=out)
    return json.loads(out.getvalue())


def test_own_weeks_and_titles_live_beside_dates(bring, hand):
    bring(ASKS, WEEKS)
    assert [(week["number"], week["title"], week["asks"]) for week in summary()["weeks"]] == [
        (1, "Shaky start", 2), (2, "Second wind", 2), (3, "Dip", 1),
    ]  # fmt: skip
    page = " ".join(hand.see("/weeks/").split())
    for said in ("Week 1: Shaky start", "from 2 September 2026 · 2 asks", "Week 2: Second wind", "It is only a word"):
        assert said in page
    first = hand.see("/weeks/week-1-from-2026-09-02/")
    assert "Ask A" in first
    assert "Ask B" in first
    assert "Ask C" not in first


def test_an_own_week_can_be_called_something_else(bring, hand):
    bring(ASKS, WEEKS)
    address = "/weeks/week-2-from-2026-09-09/"
    assert hand.mend_week(address, title="Third wind") == address
    assert "Third wind" in hand.see(address)
    assert [week["title"] for week in summary()["weeks"]] == ["Shaky start", "Third wind", "Dip"]


def test_the_same_number_in_another_year_is_another_week(bring, hand):
    bring("week,date,challenge,outcome\n14,2025-04-01,Ask A,no\n14,2026-03-31,Ask B,yes\n")
    assert [(week["number"], week["asks"]) for week in summary()["weeks"]] == [(14, 1), (14, 1)]
    assert "Ask A" in hand.see("/weeks/week-14-from-2025-04-01/")


def test_what_is_logged_today_has_a_week_of_the_calendar_beside_them(bring, hand):
    bring(ASKS)
    hand.just_asked("no")
    assert [week["number"] for week in summary()["weeks"]] == [1, 2, 3, 10]


def test_asks_without_a_day_or_a_week_have_a_place_that_says_so(bring, hand):
    bring("challenge,outcome\nAsk for a chair,no\nAsk for a table,yes\n")
    assert [(week["number"], week["asks"]) for week in summary()["weeks"]] == [(None, 2)]
    for page in (hand.see("/weeks/"), hand.see("/weeks/week-0/"), hand.see("/diary/")):
        assert "No day known" in page
        assert "Week 0" not in page
    assert hand.mend_week("/weeks/week-0/", title="Some day") == "/weeks/week-0/"
    assert "Some day" in hand.see("/weeks/")
    call_command("summary", stdout=StringIO())


@pytest.mark.parametrize("odd", ["1906-03-04", "2062-03-03"])
def test_a_year_that_was_mistyped_is_asked_about_and_numbers_nothing(bring, hand, odd):
    bring(f"date,challenge,outcome\n2026-10-19,Ask A,no\n2026-10-27,Ask B,no\n{odd},Ask C,no\n")
    assert Ask.objects.count() == 2
    hand.just_asked("no")
    assert [week["number"] for week in summary()["weeks"]] == [1, 2, 3]
