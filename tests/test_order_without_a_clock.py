"""A clock that is set back, or stands still, puts nothing in another order and makes nothing old fresh again."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from unflinch.practice.history import history_of
from unflinch.practice.models import Answer, Ask, Debrief, Energy

TODAY = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
GAPS = [timedelta(0), timedelta(days=-2), timedelta(hours=-1)]


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(TODAY, tick=False)
    return time_machine


def ask_of(address):
    return Ask.objects.with_all().get(pk=address.split("/")[2])


@pytest.mark.parametrize("gap", GAPS)
def test_what_came_later_counts(hand, mira, clock, gap):
    ask = hand.just_asked("maybe")
    clock.shift(gap)
    hand.send(f"{ask}settling/", outcome="yes")
    hand.send(f"{ask}settling/", outcome="no")
    assert [answer.outcome for answer in ask_of(ask).trail] == ["maybe", "yes", "no"]
    assert [(logged.first, logged.outcome) for logged in history_of(mira).asks] == [("maybe", "no")]
    trail = hand.see(ask).partition('<ol class="card trail">')[2].partition("</ol>")[0]
    answers = re.findall(r">\s*(Maybe|Yes|No)\b", trail)
    assert list(dict.fromkeys(answers)) == ["Maybe", "Yes", "No"]


@pytest.mark.parametrize("gap", GAPS[1:])
def test_an_old_debrief_is_not_written_over(hand, clock, gap):
    ask = hand.just_asked("no")
    hand.mend(f"{ask}debrief/", lesson="The first lesson")
    clock.shift(gap)
    hand.mend(f"{ask}debrief/", lesson="The later lesson")
    assert [one.lesson for one in Debrief.objects.order_by("nth")] == ["The first lesson", "The later lesson"]
    assert ask_of(ask).debrief.lesson == "The later lesson"


@pytest.mark.parametrize("gap", GAPS)
def test_echoes_stand_in_the_order_they_were_written(hand, mira, clock, gap):
    ask = hand.just_asked("no")
    for said in ("first", "second", "third"):
        hand.send(f"{ask}echo/", said_back=said, still_stings=10)
        clock.shift(gap)
    assert [echo.said_back for echo in ask_of(ask).later] == ["first", "second", "third"]


@pytest.mark.parametrize("gap", [timedelta(0), timedelta(hours=-1)])
def test_the_asks_of_a_day_stand_in_the_order_they_were_written(hand, clock, gap):
    titles = [f"Ask number {number}" for number in range(6)]
    for title in titles:
        hand.send("/happened/", outcome="no", title=title)
        clock.shift(gap)
    page = hand.see("/diary/")
    places = [page.index(title) for title in titles]
    assert places == sorted(places, reverse=True)


def test_asks_logged_late_for_one_day_stand_in_the_order_they_were_written(hand, clock):
    titles = [f"Ask number {number}" for number in range(6)]
    for title in titles:
        hand.send("/happened/", outcome="no", title=title, day="2026-11-11")
    page = hand.see("/diary/")
    places = [page.index(title) for title in titles]
    assert places == sorted(places, reverse=True)


@pytest.mark.parametrize("gap", GAPS[:1] + GAPS[2:])
def test_what_was_last_in_the_tank_counts(hand, mira, clock, gap):
    for dots in (1, 4, 2):
        hand.send("/energy/", dots=dots)
        clock.shift(gap)
    assert list(history_of(mira).energy.values()) == [50.0]
    assert Energy.objects.count() == 3


@pytest.mark.parametrize("gap", GAPS[:1] + GAPS[2:])
def test_the_last_look_back_is_shown(hand, clock, gap):
    hand.just_asked("no")
    for title in ("First title", "Second title", "Third title"):
        hand.mend_week("/weeks/2026-11-16/", title=title)
        clock.shift(gap)
    assert '<h1 dir="auto">Third title</h1>' in hand.see("/weeks/2026-11-16/")
    assert "Third title" in hand.see("/weeks/")


def test_an_undo_takes_back_what_was_said_after_the_answer_though_the_clock_was_set_back(hand, clock):
    ask = hand.just_asked("no")
    hand.mend(f"{ask}debrief/", lesson="Before")
    clock.shift(timedelta(minutes=20))
    hand.send(f"{ask}settling/", outcome="yes")
    clock.shift(timedelta(minutes=1))
    hand.mend(f"{ask}debrief/", lesson="After")
    hand.client.post(f"{ask}undo/")
    assert [answer.outcome for answer in Answer.objects.all()] == ["no"]
    assert ask_of(ask).debrief.lesson == "Before"


@pytest.mark.parametrize(("answers", "refused"), [(("maybe", "no"), True), (("no", "yes"), False)])
def test_whether_a_card_was_refused_is_said_by_what_came_last_also_of_an_import(hand, clock, answers, refused):
    """Rows that came in by a file have no number of their own: their order is that of their arrival."""
    first, last = answers
    ask = hand.just_asked(first)
    clock.shift(timedelta(minutes=20))
    hand.send(f"{ask}settling/", outcome=last)
    Answer.objects.update(nth=0)
    assert Ask.objects.refused().exists() == refused
