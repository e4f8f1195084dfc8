"""Nudges are off until somebody turns them on. What they chose comes back with an export, and goes with all."""

import io
from datetime import time, timedelta

import pytest

from tests.exports import packed
from unflinch.accounts.models import Person
from unflinch.nudges.models import NudgeSettings
from unflinch.nudges.vocabulary import NudgeKind
from unflinch.takeout.erasing import erase
from unflinch.takeout.unpacking import unpack


@pytest.fixture(autouse=True)
def clock(time_machine, now):
    time_machine.move_to(now, tick=False)
    return time_machine


def chosen_by(person):
    return NudgeSettings.objects.chosen_by(person)


def test_they_are_off_and_looking_at_the_page_saves_nothing(hand, mira):
    page = hand.see("/nudges/")
    assert "At most one a day and four a week." in page
    assert not chosen_by(mira).is_on
    assert not NudgeSettings.objects.exists()


def test_what_is_chosen_is_saved_and_shown(hand, mira):
    hand.mend("/nudges/", way="calendar", kinds=["echo", "next"], hour="12:15", next_days=["tue"], next_time="09:00")
    chosen = chosen_by(mira)
    assert (chosen.way, chosen.kinds, chosen.hour) == ("calendar", ["echo", "next"], time(12, 15))
    assert (chosen.next_days, chosen.next_time, chosen.quiet_from) == (["tue"], time(9), time(21))
    assert hand.held_by("/nudges/")["next_days"] == ["tue"]
    hand.mend("/nudges/", way="off", kinds=None, bell=None)
    assert (chosen_by(mira).is_on, chosen_by(mira).kinds, chosen_by(mira).bell) == (False, [], False)
    assert NudgeSettings.objects.count() == 1


def test_all_kinds_are_ticked_at_first_and_stay_so(hand, mira):
    hand.mend("/nudges/", way="today")
    assert chosen_by(mira).kinds == [*map(str, NudgeKind)]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("hour", "22:00", "That’s in your quiet hours."),
        ("next_time", "07:59", "That’s in your quiet hours."),
        ("quiet_until", "19:00", "That’s in your quiet hours."),
        ("hour", "25:00", "A time of day, please, such as 18:30."),
        ("hour", "", "We need this one."),
        ("way", "pigeon", "Please pick one of these."),
        ("kinds", "nagging", "Please pick from these."),
        ("next_days", "someday", "Please pick from these."),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_nothing_is_saved(hand, mira, field, value, said):
    answer = hand.client.post("/nudges/", {**hand.held_by("/nudges/"), "way": "calendar", field: value})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not NudgeSettings.objects.exists()


def test_two_windows_never_undo_each_other(hand, mira):
    hand.mend("/nudges/", way="calendar")
    first, second = hand.held_by("/nudges/"), hand.held_by("/nudges/")
    assert hand.client.post("/nudges/", {**first, "hour": "12:00"}).status_code == 302
    assert hand.client.post("/nudges/", {**second, "next_time": "10:00"}).status_code == 302
    assert (chosen_by(mira).hour, chosen_by(mira).next_time) == (time(12), time(10))
    clash = hand.client.post("/nudges/", {**second, "hour": "13:00"})
    assert "You changed this in another window too." in clash.content.decode()
    assert chosen_by(mira).hour == time(12)


def test_a_pause_ends_by_itself_or_by_a_tap(hand, mira, now):
    hand.mend("/nudges/", way="calendar")
    hand.send("/nudges/pause/", days=7)
    assert chosen_by(mira).paused_until == now + timedelta(days=7)
    assert "Paused until Monday, 9 November." in hand.see("/nudges/")
    hand.send("/nudges/pause/end/")
    assert chosen_by(mira).paused_until is None
    hand.send("/nudges/pause/", days=4000)
    assert chosen_by(mira).paused_until is None


@pytest.mark.parametrize("address", ["/nudges/pause/", "/nudges/pause/end/", "/nudges/carrying-on/"])
def test_looking_never_changes_anything(hand, address):
    assert hand.client.get(address).status_code == 405


def test_it_comes_back_with_an_export_and_what_was_chosen_last_counts(hand, mira, now):
    hand.mend("/nudges/", way="calendar", hour="12:00", quiet_until="06:30", next_days=["mon"])
    file = packed(Person.objects.get(pk=mira.pk), now)
    Person.objects.all().delete()
    other = Person.objects.begin(at=now)
    unpack(other, io.BytesIO(file), name="all.zip", at=now)
    back = chosen_by(other)
    assert (back.way, back.hour, back.quiet_until, back.next_days) == ("calendar", time(12), time(6, 30), ["mon"])
    third = Person.objects.begin(at=now)
    NudgeSettings.objects.choose(third, at=now + timedelta(days=9), way="today")
    Person.objects.exclude(pk=third.pk).delete()
    unpack(third, io.BytesIO(file), name="all.zip", at=now)
    assert NudgeSettings.objects.of(third).count() == 2
    assert chosen_by(third).way == "today"


def test_it_goes_with_everything_else(hand, mira, now):
    hand.mend("/nudges/", way="calendar")
    erase(mira, at=now)
    assert not NudgeSettings.objects.exists()
