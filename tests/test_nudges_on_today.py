"""Today says in one line what is due, in the place of the one thing that waits."""

from datetime import UTC, datetime, time, timedelta

import pytest

from unflinch.nudges.models import Nudge, NudgeSettings, NudgeState

TUESDAY = datetime(2026, 11, 3, 11, 0, tzinfo=UTC)  # noon in Berlin
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LINE, STOPPED = "This was your time to ask.", "The last six nudges came at a bad time"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(TUESDAY, tick=False)
    return time_machine


@pytest.fixture
def wants(mira):
    def wants(way="today", **more):
        told = {"way": way, "next_days": ["tue"], "next_time": time(12), **more}
        return NudgeSettings.objects.choose(mira, at=TUESDAY - 60 * DAY, **told)

    return wants


def sent(person, key, at, **more):
    """A nudge that went out then."""
    told = {"kind": "next", "way": "calendar", "day": person.day_of(at), "due_at": at, "sent_at": at, **more}
    return Nudge.objects.create(person=person, key=key, state=NudgeState.SENT, **told)


def test_who_has_no_nudges_sees_no_line(hand, wants):
    wants(way="off")
    assert LINE not in hand.see("/")


def test_from_its_time_until_the_day_ends_or_one_asked(hand, wants, clock):
    wants()
    seen = []
    for at in (TUESDAY - HOUR, TUESDAY, TUESDAY + 12 * HOUR, TUESDAY + 17 * HOUR):
        clock.move_to(at, tick=False)
        seen.append(LINE in hand.see("/"))
    assert seen == [False, True, True, False]
    clock.move_to(TUESDAY + HOUR, tick=False)
    hand.just_asked("yes")
    assert LINE not in hand.see("/")


def test_a_rest_and_a_pause_say_nothing(hand, wants):
    wants(paused_until=TUESDAY + DAY)
    assert LINE not in hand.see("/")
    wants(paused_until=None)
    hand.send("/pause/", days=1)
    assert LINE not in hand.see("/")


def test_it_takes_the_place_of_the_one_thing_that_waits(hand, wants):
    wants()
    hand.just_asked("no_reply", sting=10)
    hand.choose()
    page = hand.see("/")
    assert page.count('class="card wait"') == 1
    assert "more waiting" in page


def test_one_that_went_out_can_be_put_off_and_comes_again_once(hand, wants, mira, clock):
    wants(way="calendar")
    nudge = sent(mira, "next/2026-11-03", TUESDAY)
    assert "In an hour" in hand.see("/")
    assert hand.send(f"/nudges/{nudge.pk}/snooze/", until="hour") == "/"
    hand.send(f"/nudges/{nudge.pk}/snooze/", until="tomorrow")
    nudge.refresh_from_db()
    assert (nudge.state, nudge.due_at, nudge.snoozes) == ("due", TUESDAY + HOUR, 1)
    assert LINE not in hand.see("/")
    clock.move_to(TUESDAY + HOUR, tick=False)
    assert LINE in hand.see("/")


def test_a_notification_leads_to_a_page_that_says_nothing_of_what_it_is_about(hand, wants, mira):
    nudge = sent(mira, "next/2026-11-03", TUESDAY)
    page = hand.see(f"/nudges/{nudge.pk}/")
    assert "Is now a good time?" in page
    assert "Tomorrow" in page
    answer = hand.client.post(f"/nudges/{nudge.pk}/snooze/", {"until": "never"})
    nudge.refresh_from_db()
    assert (answer.status_code, nudge.state) == (302, "sent")


def six_ignored(mira):
    for back in range(6):
        sent(mira, f"old/{back}", TUESDAY - (8 * back + 3) * DAY)


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_after_six_that_nobody_reacted_to_it_asks(hand, wants, mira, answer):
    wants(way="calendar")
    six_ignored(mira)
    assert STOPPED in hand.see("/")
    assert STOPPED in hand.see("/nudges/")
    assert hand.send("/nudges/carrying-on/", more=answer) == "/"
    assert STOPPED not in hand.see("/")
    assert (LINE in hand.see("/")) is (answer == "yes")
    assert NudgeSettings.objects.get().is_on is (answer == "yes")


def test_whoever_did_something_within_a_day_is_not_asked(hand, wants, mira, clock):
    wants(way="calendar")
    six_ignored(mira)
    clock.move_to(TUESDAY - 2.5 * DAY, tick=False)
    hand.just_asked("yes")
    clock.move_to(TUESDAY, tick=False)
    assert STOPPED not in hand.see("/")


def test_a_strangers_nudge_is_not_there(hand, jonas):
    nudge = sent(jonas, "next/2026-11-03", TUESDAY)
    assert hand.client.get(f"/nudges/{nudge.pk}/").status_code == 404
    assert hand.client.post(f"/nudges/{nudge.pk}/snooze/", {"until": "hour"}).status_code == 404
