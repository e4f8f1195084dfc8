"""Everything that real diaries hold (design section 4), one by one, through the door a person would use."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.hand import Hand, changed
from unflinch.insights.counts import count_afresh
from unflinch.practice.history import history_of
from unflinch.practice.models import Ask, Plan, Tally


class Life:
    """Mira with a browser, in as few words as a diary has."""

    def __init__(self, client, person, clock):
        self.client, self.person, self.clock = client, person, clock

    def post(self, path, **fields):
        answer = self.client.post(path, {"id": uuid4(), **fields})
        assert answer.status_code == 302, answer.content.decode()
        return answer.headers["Location"]

    def mend(self, path, **fields):
        return self.post(path, **changed(Hand(self.client).held_by(path), fields))

    def just_asked(self, outcome="no", **fields):
        return self.post("/happened/", outcome=outcome, title="Ask for a plaster", **fields).split("/")[2]

    def ask(self, pk) -> Ask:
        return Ask.objects.of(self.person).with_all().get(pk=pk)

    def asks(self) -> list[Ask]:
        return list(Ask.objects.of(self.person).with_all().newest_first())

    def later(self, **gap):
        self.clock.shift(timedelta(**gap))


@pytest.fixture
def life(browser_of_mira, mira, time_machine):
    time_machine.move_to(datetime(2026, 11, 2, 18, 0, tzinfo=UTC), tick=False)
    return Life(browser_of_mira, mira, time_machine)


RECORDS: dict[str, Callable[[Life], None]] = {}


def record(check):
    RECORDS[check.__name__.replace("_", " ")] = check
    return check


@record
def one_plan_put_to_several_people(life):
    first = life.just_asked("no")
    second = life.post(f"/asks/{first}/follower/", link="another").split("/")[2]
    life.post(f"/asks/{second}/answer/", outcome="yes")
    counts = count_afresh(life.person)
    assert (counts.asks, counts.activities) == (2, 1)
    assert life.ask(second).foretold is None


@record
def a_group_that_answers_once(life):
    pk = life.just_asked("yes")
    life.mend(f"/asks/{pk}/about/", title="Ask a table for a song", audience="group")
    assert life.ask(pk).audience == "group"
    assert count_afresh(life.person).asks == 1


@record
def a_bigger_ask_after_a_yes(life):
    first = life.just_asked("yes")
    bolder = life.post(f"/asks/{first}/more/", title="Ask for the whole box").split("/")[2]
    assert (life.ask(bolder).link, str(life.ask(bolder).follows_id)) == ("more", first)
    assert life.ask(bolder).plan_id == life.ask(first).plan_id


@record
def an_employee_who_passes_you_to_the_manager(life):
    first = life.just_asked("maybe")
    manager = life.post(f"/asks/{first}/passed-on/", role="manager").split("/")[2]
    assert life.ask(manager).get_link_display() == "they sent me to somebody else"


def settled(life, first, outcome, manner):
    pk = life.just_asked(first)
    life.later(minutes=1)
    life.post(f"/asks/{pk}/settling/", outcome=outcome, manner=manner, words="Oh, well")
    ask = life.ask(pk)
    assert (ask.first_answer.outcome, ask.answer.outcome, ask.answer.manner) == (first, outcome, manner)
    assert ask.answer.words == "Oh, well"


@record
def a_counter_offer(life):
    settled(life, "no", "yes", "counter_offer")


@record
def a_condition(life):
    settled(life, "maybe", "yes", "condition")


@record
def a_substitute(life):
    settled(life, "no", "no", "substitute")


@record
def a_yes_taken_back_a_minute_later(life):
    settled(life, "yes", "no", "taken_back")


@record
def a_favour_granted_while_the_answer_was_no(life):
    settled(life, "no", "no", "granted_anyway")
    assert count_afresh(life.person).outcomes["no"] == 1


@record
def a_silence_and_the_reply_eight_days_later(life):
    pk = life.just_asked("no_reply")
    waiting = count_afresh(life.person)
    life.later(days=8)
    assert waiting.waiting(date(2026, 11, 10), 14) == 1
    life.post(f"/asks/{pk}/settling/", outcome="yes")
    ask = life.ask(pk)
    assert (ask.answer.day, ask.first_answer.day) == (date(2026, 11, 10), date(2026, 11, 2))
    assert count_afresh(life.person).waiting(date(2026, 11, 10), 14) == 0


@record
def a_silence_closes_by_itself_and_nothing_is_written(life):
    pk = life.just_asked("no_reply")
    assert not life.ask(pk).trail.waits(day=date(2026, 11, 16), patience=14)
    assert life.ask(pk).trail.waits(day=date(2026, 11, 15), patience=14)
    assert len(life.ask(pk).trail) == 1


@record
def a_plan_that_did_not_happen(life):
    own = life.post(
        "/ideas/own/", title="Ask for a lift", setting="other", channel="in_person", kind="ask", boldness=1, minutes=5
    )
    pk = life.post("/plans/", own=own.split("/")[3]).split("/")[2]
    life.post(f"/asks/{pk}/not-this-time/", reason="too_much")
    assert history_of(life.person).asks[0].too_much
    assert (count_afresh(life.person).asks, count_afresh(life.person).activities) == (0, 0)


@record
def an_ask_together_with_a_friend(life):
    assert life.ask(life.just_asked("yes", company="friend")).company == "friend"


@record
def two_linked_asks_made_together(life):
    first = life.just_asked("no")
    friends = life.post(f"/asks/{first}/follower/", link="together").split("/")[2]
    life.post(f"/asks/{friends}/answer/", outcome="yes")
    assert count_afresh(life.person).asks == 2


@record
def an_offer_that_was_refused_and_a_no_of_ones_own(life):
    for kind in ("offer", "say_no"):
        pk = life.just_asked("no")
        life.mend(f"/asks/{pk}/about/", title="A biscuit", kind=kind)
        assert life.ask(pk).kind == kind


@record
def something_declared_as_not_counting(life):
    life.just_asked("no", counts="on")
    assert count_afresh(life.person).asks == 0
    assert len(history_of(life.person).asks) == 1


@record
def a_total_without_details(life):
    life.post("/totals/", no=3, yes=1, words="At the market")
    counts = count_afresh(life.person)
    assert (counts.asks, counts.outcomes["no"], counts.outcomes["yes"], counts.activities) == (4, 3, 1, 1)
    assert Tally.objects.get().words == "At the market"
    assert history_of(life.person).asks == ()


@record
def money_or_things_gained(life):
    pk = life.just_asked("yes")
    life.post(f"/asks/{pk}/debrief/", gained="a doughnut", amount="1.50")
    assert (life.ask(pk).debrief.gained, str(life.ask(pk).debrief.amount)) == ("a doughnut", "1.50")


@record
def harms_noted(life):
    pk = life.just_asked("no")
    life.post(f"/asks/{pk}/debrief/", harms=["they_uncomfortable", "felt_unfair", "against_my_rules"])
    assert len(life.ask(pk).debrief.harms) == 3
    assert history_of(life.person).asks[0].unfair


@record
def something_logged_late(life):
    pk = life.just_asked("yes", day="2026-10-30")
    answer = life.ask(pk).answer
    assert (answer.day, answer.precision) == (date(2026, 10, 30), "day")


@record
def a_mis_tap(life):
    pk = life.just_asked("yes")
    life.post(f"/asks/{pk}/slip/", outcome="no")
    ask = life.ask(pk)
    assert (ask.first_answer.outcome, ask.answer.outcome, len(ask.trail)) == ("no", "no", 2)


@record
def a_day_number_that_is_not_an_attempt_number(life):
    diary = SimpleUploadedFile("diary.csv", b"day,challenge,outcome\n17,Ask for a chair,no\n17,Ask for a table,yes\n")
    preview = life.post("/import/", diary=diary)
    life.post(f"{preview}bringing-in/")
    assert [ask.first_answer.day_number for ask in life.asks()] == [17, 17]
    assert count_afresh(life.person).asks == 2


@pytest.mark.parametrize("check", RECORDS.values(), ids=RECORDS.keys())
def test_the_diary_holds(life, check):
    check(life)


def test_an_undo_within_ten_minutes_leaves_nothing_of_what_just_happened(life):
    pk = life.just_asked("yes")
    life.later(minutes=9)
    life.post(f"/asks/{pk}/undo/")
    assert (Ask.objects.count(), Plan.objects.count()) == (0, 0)


def test_an_undo_after_ten_minutes_changes_nothing(life):
    pk = life.just_asked("yes")
    life.later(minutes=11)
    life.post(f"/asks/{pk}/undo/")
    assert life.ask(pk).answer.outcome == "yes"


def test_a_debrief_is_mended_for_ten_minutes_and_then_a_new_fact_stands_beside_it(life):
    pk = life.just_asked("no")
    life.mend(f"/asks/{pk}/debrief/", sting=70)
    life.later(minutes=9)
    life.mend(f"/asks/{pk}/debrief/", sting=40)
    assert (life.ask(pk).debriefs.count(), life.ask(pk).debrief.sting) == (1, 40)
    life.later(minutes=11)
    life.mend(f"/asks/{pk}/debrief/", sting=20)
    assert (life.ask(pk).debriefs.count(), life.ask(pk).debrief.sting) == (2, 20)


def test_what_stung_is_not_shown_again_before_the_next_day(life):
    pk = life.just_asked("no")
    life.post(f"/asks/{pk}/debrief/", sting=60, what_happened="They laughed out loud")
    assert "They laughed" not in life.client.get(f"/asks/{pk}/").content.decode()
    assert "They laughed" not in life.client.get("/diary/").content.decode()
    life.later(days=1)
    assert "They laughed" in life.client.get(f"/asks/{pk}/").content.decode()
    assert "They laughed" in life.client.get("/diary/").content.decode()


def test_a_deletion_is_for_ever(life):
    pk = life.just_asked("no")
    life.post(f"/asks/{pk}/debrief/", sting=60)
    life.post(f"/asks/{pk}/deletion/")
    assert (Ask.objects.count(), Plan.objects.count()) == (0, 0)
