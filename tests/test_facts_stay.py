"""What was written stays where it happened, as it was said last."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest
from django.utils.html import escape

from unflinch.practice.history import history_of
from unflinch.practice.models import Answer, Ask, Debrief, Plan

SECOND = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)
LINES = "First line\nof the story.\nThird line: “Sure?”"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(SECOND, tick=False)
    return time_machine


def late(hand, outcome, day):
    """What was asked on another day and is logged now."""
    return hand.send("/happened/", outcome=outcome, title="Ask for a plaster", day=day).removesuffix("after/")


def ask_of(address):
    return Ask.objects.with_all().get(pk=address.split("/")[2])


def from_a_diary(mira, *, outcome="no", day=date(2026, 3, 3), debrief=None, title="Ask for a chair", **planned):
    """An ask as an import leaves it."""
    row = {"person": mira, "arrived": SECOND - timedelta(minutes=1), "batch": uuid4()}
    ask = Ask.objects.create(plan=Plan.objects.create(**row), title=title, **row, **planned)
    if outcome:
        told = {"precision": "day", "week": 9, "day_number": 3, "sequence": 17}
        Answer.objects.create(ask=ask, outcome=outcome, day=day, **row, **told)
    if debrief:
        Debrief.objects.create(ask=ask, **row, **debrief)
    return f"/asks/{ask.pk}/"


def test_a_mended_mis_tap_logged_late_keeps_its_day(hand):
    ask = late(hand, "no", day="2026-10-20")
    hand.send(f"{ask}slip/", outcome="yes")
    assert "Tuesday, 20 October" in hand.see(ask)
    assert ">Tue<" in hand.see("/diary/")
    assert "19–25 Oct" in hand.see("/diary/")
    assert [logged.day for logged in history_of(ask_of(ask).person).asks] == [date(2026, 10, 20)]


def test_a_mended_mis_tap_of_a_diary_keeps_its_day_week_number_and_order(hand, mira):
    ask = from_a_diary(mira)
    hand.send(f"{ask}slip/", outcome="yes")
    mended = ask_of(ask).first_answer
    assert mended.outcome == "yes"
    assert (mended.day, mended.precision, mended.week, mended.day_number, mended.sequence) == (
        date(2026, 3, 3), "day", 9, 3, 17,
    )  # fmt: skip


def test_a_mended_mis_tap_of_what_came_later_keeps_that_day(hand):
    ask = late(hand, "maybe", day="2026-10-20")
    hand.send(f"{ask}settling/", outcome="no", day="2026-10-25")
    hand.send(f"{ask}slip/", outcome="yes")
    told = ask_of(ask)
    assert (told.first_answer.outcome, told.first_answer.day) == ("maybe", date(2026, 10, 20))
    assert (told.answer.outcome, told.answer.day) == ("yes", date(2026, 10, 25))


@pytest.mark.parametrize("after", [timedelta(minutes=2), timedelta(days=3)])
def test_what_was_emptied_stays_empty(hand, clock, after):
    ask = hand.just_asked("no")
    hand.mend(f"{ask}debrief/", what_happened="I stammered", lesson="Old", sting=20, harms=["they_uncomfortable"])
    clock.shift(after)
    hand.mend(f"{ask}debrief/", what_happened="", lesson="New", sting=None, harms=None)
    told = ask_of(ask).debrief
    assert (told.what_happened, told.lesson, told.sting, told.harms) == ("", "New", None, [])
    assert "I stammered" not in hand.see(ask)
    assert [(logged.unwelcome, logged.sting) for logged in history_of(ask_of(ask).person).asks] == [(False, None)]


def test_a_day_later_nothing_but_what_was_changed_is_written_anew(hand, clock):
    ask = hand.just_asked("no")
    hand.mend(f"{ask}debrief/", lesson="First", sting=20)
    clock.shift(timedelta(days=3))
    hand.mend(f"{ask}debrief/")
    assert Debrief.objects.count() == 1
    hand.mend(f"{ask}debrief/", kind_line="Well done")
    first, later = Debrief.objects.order_by("nth")
    assert (later.lesson, later.sting, later.kind_line, later.cleared) == ("", None, "Well done", [])
    assert (first.lesson, ask_of(ask).debrief.lesson) == ("First", "First")


def test_title_whom_and_day_can_be_mended_at_any_time(hand, clock):
    ask = late(hand, "no", day="2026-10-20")
    clock.shift(timedelta(days=100))
    hand.mend(f"{ask}about/", title="Ask for a lamp", role="florist", day="2026-10-19")
    told = ask_of(ask)
    assert (told.title, told.role, told.day) == ("Ask for a lamp", "florist", date(2026, 10, 19))
    assert "Monday, 19 October" in hand.see(ask)
    assert Answer.objects.count() == 1


def test_a_mended_day_takes_a_mended_mis_tap_along_and_leaves_what_came_later(hand):
    ask = late(hand, "no", day="2026-10-20")
    hand.send(f"{ask}slip/", outcome="maybe")
    hand.send(f"{ask}settling/", outcome="yes", day="2026-10-25")
    hand.mend(f"{ask}about/", day="2026-10-21")
    assert [answer.day.day for answer in ask_of(ask).trail] == [21, 21, 25]
    too_late = hand.client.post(f"{ask}about/", hand.held_by(f"{ask}about/") | {"day": "2026-10-26"})
    assert too_late.status_code == 422
    assert "They replied on 25 October 2026." in too_late.content.decode()


def test_an_ask_without_a_day_says_so_and_can_be_given_one(hand, mira):
    ask = from_a_diary(mira, day=None)
    Answer.objects.update(week=None, day_number=None)
    assert "No day known" in hand.see(ask)
    hand.mend(f"{ask}about/", day="2026-05-04")
    assert "Monday, 4 May" in hand.see(ask)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("0026-11-01", "The year 26 can’t be right. Which year was it?"),
        ("1826-11-01", "The year 1826 can’t be right. Which year was it?"),
        ("2026-11-03", "That day is still to come. Which day was it?"),
        ("2062-03-03", "That day is still to come. Which day was it?"),
        ("2026-02-30", "There’s no such day."),
    ],
)
@pytest.mark.parametrize("form", ["happened", "answer", "settling", "totals", "about"])
def test_a_day_that_cannot_be_is_asked_about_and_nothing_typed_is_lost(hand, form, day, said):
    doors = {"happened": "/happened/", "totals": "/totals/"}
    ask = hand.choose() if form == "answer" else hand.just_asked()
    held = {"outcome": "no", "title": "Ask for a spoon", "words": "At the till", "yes": 1}
    answer = hand.client.post(doors.get(form, f"{ask}{form}/"), {"id": uuid4(), **held, "day": day})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert day in page
    kept = {"happened": "Ask for a spoon", "settling": "At the till", "totals": "At the till", "about": "a spoon"}
    assert kept.get(form, "") in page


def test_a_year_long_ago_is_asked_about_once(hand):
    told = {"id": uuid4(), "outcome": "no", "title": "Ask for a spoon", "day": "2006-03-04"}
    first = hand.client.post("/happened/", told)
    assert first.status_code == 422
    assert "That’s 21 years from now. If the year is right, send it once more." in first.content.decode()
    assert 'name="sure" value="2006-03-04"' in first.content.decode()
    assert hand.client.post("/happened/", told | {"sure": "2006-03-04"}).status_code == 302
    assert Answer.objects.get().day == date(2006, 3, 4)


def test_the_day_on_the_wall_is_no_day_to_come(hand, clock):
    clock.move_to(datetime(2026, 11, 3, 0, 30, tzinfo=UTC), tick=False)  # half past one at night in Berlin
    late(hand, "no", day="2026-11-03")
    assert Answer.objects.get().day == date(2026, 11, 2)


STORY = {"what_happened": LINES, "lesson": "x" * 782, "no_kind": "polite"}


def test_a_text_of_several_lines_or_longer_than_the_page_takes_is_kept_whole(hand, mira):
    ask = from_a_diary(mira, debrief=STORY)
    hand.mend(f"{ask}debrief/", kind_line="Well done")
    told = ask_of(ask).debrief
    assert (told.what_happened, told.lesson, told.kind_line) == (LINES, "x" * 782, "Well done")
    hand.mend(
        f"{ask}debrief/", lesson="x" * 782 + " and more", what_happened=LINES.replace("\n", "\r\n") + "\r\nFourth"
    )
    told = ask_of(ask).debrief
    assert (told.what_happened, told.lesson) == (LINES + "\nFourth", "x" * 782 + " and more")
    page = hand.see(f"{ask}debrief/")
    assert f">\n{escape(LINES)}\nFourth</textarea>" in page


def test_a_long_title_does_not_stand_in_the_way(hand, mira):
    ask = from_a_diary(mira, title="Ask " * 100)
    hand.mend(f"{ask}about/", role="florist")
    told = ask_of(ask)
    assert (told.title, told.role) == ("Ask " * 100, "florist")


def test_a_planned_ask_keeps_what_it_was_planned_for(hand, mira):
    when = {"planned_day": date(2026, 11, 7), "planned_time": time(18, 30), "planned_week": 9, "planned_number": 3}
    ask = from_a_diary(mira, outcome="", **when)
    for page in (ask, "/planned/", f"{ask}answer/"):
        assert "Sat 7 Nov 2026, 18:30 · week 9 · day 3" in " ".join(hand.see(page).split())
    hand.mend(f"{ask}about/", planned_day="2026-11-08", planned_time="19:00")
    hand.send(f"{ask}answer/", outcome="no")
    told = ask_of(ask)
    assert (told.planned_day, told.planned_time, told.planned_week, told.planned_number) == (
        date(2026, 11, 8), time(19), 9, 3,
    )  # fmt: skip
    assert told.day == date(2026, 11, 2)
