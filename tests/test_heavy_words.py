"""Words that can mean a crisis: a calm panel and a rest where words are taken; nothing blocked, nothing kept."""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils.html import escape

from unflinch.care.models import Pause
from unflinch.practice.models import Ask, Debrief, Wish

PLAIN = "I want to kill myself"
SAYING = "I nearly died of embarrassment, killed it anyway"
PANEL = "Some words here can mean that you’re having a very hard time."


@pytest.fixture(autouse=True)
def evening(time_machine):
    time_machine.move_to(datetime(2026, 11, 23, 18, 0, tzinfo=UTC), tick=False)
    return time_machine


def in_a_debrief(hand, words):
    return hand.send(f"{hand.just_asked()}debrief/", kind_line=words)


def in_a_wish(hand, words):
    return hand.send("/wishes/", words=words)


def in_a_forecast(hand, words):
    return hand.send(f"{hand.choose()}forecast/", feared_words=words)


def in_a_week(hand, words):
    hand.just_asked()
    return hand.send("/reviews/", day="2026-11-23", takeaway=words)


PLACES = [in_a_debrief, in_a_wish, in_a_forecast, in_a_week]


@pytest.mark.parametrize("place", PLACES)
def test_said_plainly_the_panel_stands_there_and_challenges_rest_for_today(hand, mira, place, evening):
    answer = place(hand, PLAIN)
    page = hand.see(answer)
    assert PANEL in page
    assert "/help/" in page
    assert PANEL in hand.see(parse_qs(urlsplit(answer).query)["next"][0])
    pause = Pause.objects.of(mira).get()
    assert {field.name for field in Pause._meta.get_fields()} == {
        "id",
        "person",
        "at",
        "arrived",
        "batch",
        "until",
        "ended_at",
    }
    assert pause.until == datetime(2026, 11, 24, 3, tzinfo=UTC)
    assert "You’re resting" in hand.see("/")
    for address in ("/diary/", "/log/", "/help/"):
        hand.see(address)
    evening.shift(timedelta(days=1))
    assert "You’re resting" not in hand.see("/")


@pytest.mark.parametrize("place", PLACES)
def test_a_saying_changes_nothing(hand, mira, place):
    assert PANEL not in hand.see(place(hand, SAYING))
    assert Pause.objects.count() == 0


def test_what_was_written_is_saved_all_the_same(hand, mira):
    in_a_debrief(hand, PLAIN)
    in_a_wish(hand, PLAIN)
    assert (Debrief.objects.get().kind_line, Wish.objects.get().words) == (PLAIN, PLAIN)


def test_the_panel_is_gone_the_next_day(hand, mira, evening):
    ask = hand.just_asked("no", kind_line=PLAIN)
    evening.shift(timedelta(days=1))
    assert PANEL not in hand.see(f"{ask}after/")
    assert PANEL not in hand.see("/wishes/")


KIND = "What would you say to a friend who had just done what you did?"


def test_words_that_shame_get_one_kind_question_and_no_correction(hand, mira):
    page = hand.see(in_a_debrief(hand, "I'm such an idiot, I always ruin everything"))
    assert KIND in page
    assert PANEL not in page
    assert "Rest until tomorrow" not in page


@pytest.mark.parametrize("form", ["debrief", "feelings"])
def test_a_harsh_line_is_never_quoted_and_can_be_changed_where_the_question_stands(hand, mira, form):
    harsh = "I'm such an idiot, I always ruin everything"
    field = {"debrief": "kind_line", "feelings": "what_happened"}[form]
    answer = hand.send(f"{hand.just_asked()}{form}/", **{field: harsh})
    page = hand.see(answer)
    assert KIND in page
    assert escape(harsh) not in page
    assert f'name="line" value="{field}"' in page
    hand.send(answer.replace("soft-landing", "debrief"), **{field: harsh, "lesson": "Ask the second waiter"})
    assert hand.send(answer.replace("soft-landing", "line"), line=field, words="That took courage") == answer
    page = hand.see(answer)
    assert KIND not in page
    assert "Done for now" in page
    told = Ask.objects.with_all().get().debrief
    assert told is not None
    assert (getattr(told, field), told.lesson) == ("That took courage", "Ask the second waiter")


def test_a_line_said_harshly_again_is_asked_about_again_and_one_of_no_debrief_is_only_asked_about(hand, mira):
    answer = in_a_debrief(hand, "I'm such an idiot")
    hand.send(answer.replace("soft-landing", "line"), line="kind_line", words="I'm such a loser")
    assert KIND in hand.see(answer)
    page = hand.see(in_a_wish(hand, "I'm such a coward"))
    assert KIND in page
    assert "Put it like this" not in page


def test_an_idea_that_wants_a_question_gets_one_and_may_still_be_tried(hand, mira):
    own = {"setting": "other", "channel": "in_person", "kind": "ask", "boldness": 1, "minutes": 5}
    page = hand.see(hand.send("/ideas/own/", title="Pretend to be ill and ask for a seat", **own))
    assert "Is all of it true?" in page
    assert "I’ll try this" in page
    assert "One question" not in hand.see(hand.send("/ideas/own/", title="Ask for a glass of water", **own))
