"""What Changes and the sheet say of recovery, of the echoes and of what moved a belief: each with how sure it is."""

import re
from datetime import UTC, datetime, timedelta

import pytest

MONDAY = datetime(2026, 8, 3, 18, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(MONDAY, tick=False)
    return time_machine


def words(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_back_to_oneself_is_said_in_the_answers_that_were_given(hand):
    for back_after in ("minutes", "minutes", "minutes", "hour", "hour", "hour"):
        hand.just_asked("no", back_after=back_after)
    page = words(hand.see("/changes/numbers/"))
    assert "Usually an hour (a few minutes to an hour, from 6 asks)." in page
    sheet = words(hand.see("/sheet/page/?parts=recovery"))
    assert "Typically an hour (a few minutes to an hour, from 6 asks)." in sheet
    for said in (page, sheet):
        assert not re.search(r"\d+ (min|h)\b", said)


def test_what_echoes_found_of_the_sting_is_on_the_page_and_on_the_sheet(hand, clock):
    for _ in range(6):
        ask = hand.just_asked("no", sting=50)
        clock.shift(timedelta(days=1))
        assert "When you checked in" not in hand.see("/changes/numbers/")
        hand.send(f"{ask}echo/", still_stings=20)
    points = "−30.0 points, between −30.0 and −30.0, from 6 check-ins."
    assert f"When you checked in later, it stung less than right after: {points}" in hand.see("/changes/numbers/")
    also = f"It stung less on a later day: {points}"
    assert also in hand.see("/sheet/page/?parts=sting")
    assert also not in hand.see("/sheet/page/?parts=going")


def test_what_an_ask_does_says_how_far_one_went_and_what_a_no_costs(hand):
    for _ in range(6):
        begun = hand.choose()
        hand.send(f"{begun}forecast/", feared="laugh", feared_before=80, no_before=60, cost_before=70)
        hand.send(f"{begun}answer/", outcome="no")
        hand.send(f"{begun}debrief/", feared_happened=0, feared_after=40, cost_after=30)
    page = hand.see("/changes/numbers/")
    assert "Typically you went 50% of the way from what you feared to what happened (50 to 50%, from 6 asks)." in page
    assert "After a no, the next one looks less bad than before it: −40.0 points, between −40.0 and −40.0" in page


def table(page, title):
    inside = page.split(f"<h2>{title}</h2>")[1].split("</figure>")[0]
    return [re.findall(r"<t[hd][^>]*>([^<]*)", row) for row in inside.split("<tr>")[1:]]


def forecast(hand, outcome="no", no_before=60, **told):
    begun = hand.choose()
    hand.send(f"{begun}forecast/", feared="laugh", feared_before=80, no_before=no_before)
    hand.send(f"{begun}answer/", outcome=outcome)
    hand.send(f"{begun}debrief/", feared_happened=0, feared_after=40, **told)


def test_each_table_says_how_sure_a_number_is_and_what_it_is_made_of(hand):
    for outcome in ("no", "yes") * 5:
        forecast(hand, outcome, back_after="hour", safe_habits=["phone"])
    page = hand.see("/changes/numbers/")
    assert table(page, "Forecast against result")[1] == ["In writing", "60", "50", "10", "24 to 76"]
    assert table(page, "Forecast against result")[2] == ["All of them", "60", "50", "10", "24 to 76"]
    assert table(page, "The feared thing")[:2] == [
        ["The feared thing", "Likely, of 100", "How sure"],
        ["Feared", "80", "80 to 80, from 10"],
    ]
    assert table(page, "Feeling OK again")[1][1:] == ["an hour", "10", "an hour to an hour"]
    assert table(page, "Safety habits")[1] == ["Held on to my phone", "100", "72 to 100, from 10", "no clear change"]


def test_forecasts_that_are_all_alike_make_no_curve_and_others_do(hand):
    title = "When you’re sure of a no, how often do you hear one?"
    for outcome in ("no", "yes") * 4:
        forecast(hand, outcome)
    assert title not in hand.see("/changes/numbers/")
    for outcome in ("no", "no", "no", "yes") * 2:
        forecast(hand, outcome, no_before=90)
    rows = table(hand.see("/changes/numbers/"), title)
    assert [row[:3] for row in rows[1:]] == [["60", "50", "8"], ["90", "75", "8"]]


def test_the_ladder_says_how_many_asks_it_does_not_know_and_is_not_drawn_from_a_few(hand, clock):
    forecast(hand)
    clock.shift(timedelta(days=40))
    forecast(hand)
    clock.shift(timedelta(minutes=1))
    hand.just_asked("no")
    assert "first taken with ask 1. 1 more has no known boldness." in hand.see("/changes/numbers/")
    assert "first taken with ask 1 of these. 1 more has no known boldness." in hand.see("/changes/numbers/?span=month")
    for _ in range(2):
        clock.shift(timedelta(minutes=1))
        hand.just_asked("no")
    assert "<h2>Boldness</h2>" not in hand.see("/changes/numbers/")
