"""Which asks a number is made of: none of them holds what felt unfair, or what does not count."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command

from unflinch.accounts.models import Person
from unflinch.challenges.catalogue import catalogue
from unflinch.coach.next_step import choice_for
from unflinch.insights.counts import counts_of
from unflinch.insights.poster import Poster, drawing_of
from unflinch.insights.week import asks_of_week
from unflinch.practice.history import history_of, reps_of

DEBRIEF = {"feared_happened": 0, "feared_after": 40, "sting": 50, "flinched": "no", "back_after": "hour"}


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(datetime(2026, 8, 3, 18, 0, tzinfo=UTC), tick=False)
    return time_machine


def asked(hand, outcome, **told):
    begun = hand.choose()
    hand.send(f"{begun}forecast/", feared="laugh", feared_before=80, no_before=60, tension_before=70)
    hand.send(f"{begun}answer/", outcome=outcome)
    hand.send(f"{begun}debrief/", **DEBRIEF, **told)
    return begun


UNFAIR = {"harms": ["felt_unfair"], "sting": 20, "safe_habits": ["drink"], "rehearsed": "a_lot", "no_kind": "rude"}
COUNTING = (
    "/",
    "/changes/",
    "/changes/?span=month",
    "/changes/numbers/",
    "/changes/numbers/?span=month",
    "/weeks/",
    "/sheet/page/?parts=going&parts=forecast&parts=sting&parts=recovery&parts=ladder",
)
OF_ITS_MOMENT = re.compile(
    r"[0-9a-f]{8}-[0-9a-f-]{27}|csrfmiddlewaretoken\" value=\"\w+|nonce=\"[^\"]+|<p>Felt unfair[^<]*</p>"
)


def counted(hand, mira, capsys):
    """Everything that is made of counted answers, page by page and command by command."""
    pages = {address: OF_ITS_MOMENT.sub("", hand.see(address)) for address in COUNTING}
    person = Person.objects.get(pk=mira.pk)
    week = counts_of(person).weeks[-1]
    asks = asks_of_week(person, week)
    choice = choice_for(person, at=datetime.now(UTC))
    capsys.readouterr()
    call_command("summary", json=True)
    call_command("summary")
    call_command("next", json=True)
    said = OF_ITS_MOMENT.sub("", capsys.readouterr().out)
    return (
        pages,
        said,
        drawing_of(Poster(None, None, week.asks, [ask.outcome for ask in asks if ask.counts])),
        reps_of(person),
        choice,
    )


def test_what_felt_unfair_is_in_no_number_sentence_or_choice(hand, mira, clock, capsys):
    for outcome in ("no", "yes") * 4:
        asked(hand, outcome)
    noted = [hand.just_asked("no", **{**DEBRIEF, **UNFAIR}) for _ in range(4)]
    assert sum(ask.unfair for ask in history_of(Person.objects.get(pk=mira.pk)).asks) == 4
    clock.shift(timedelta(days=4))
    before = counted(hand, mira, capsys)
    for ask in noted:
        hand.send(f"{ask}deletion/")
    assert counted(hand, mira, capsys) == before


def test_a_fear_that_came_with_something_unfair_is_no_proof(hand):
    asked(hand, "yes", harms=["felt_unfair"])
    assert "From your own proof pocket" not in hand.see(f"{hand.choose()}forecast/")
    asked(hand, "yes")
    assert "From your own proof pocket" in hand.see(f"{hand.choose()}forecast/")


def test_the_card_of_what_felt_unfair_is_not_offered_again_by_itself(hand, mira, clock):
    risky = next(one for one in catalogue().by_boldness if one.discrimination_risk and one.setting)
    ask = hand.choose(slug=risky.slug)
    hand.send(f"{ask}answer/", outcome="no")
    hand.send(f"{ask}debrief/", harms=["felt_unfair"])
    alike = {one.slug for one in catalogue().by_boldness if one.discrimination_risk and one.setting == risky.setting}
    for days in range(1, 120):
        clock.shift(timedelta(days=1))
        choice, _ = choice_for(Person.objects.get(pk=mira.pk), at=datetime.now(UTC))
        resting = alike if days < 30 else {risky.slug}
        assert not {choice.key, choice.gentler, choice.bolder} & resting, days


def test_two_heavy_ones_that_felt_unfair_still_make_a_day_of_rest(hand, mira):
    for _ in range(2):
        hand.just_asked("no", sting=90, harms=["felt_unfair"])
    choice, _ = choice_for(Person.objects.get(pk=mira.pk), at=datetime.now(UTC))
    assert (choice.key, [reason.code for reason in choice.reasons]) == (None, ["heavy_and_unfair"])


def test_silence_and_not_this_time_are_apart(hand):
    for outcome in ("no", "yes") * 4:
        asked(hand, outcome)
    asked(hand, "no_reply")
    asked(hand, "maybe")
    hand.send(f"{hand.choose()}not-this-time/")
    page = " ".join(hand.see("/changes/numbers/").split())
    assert "10 asks in all, on 10 outings: 4 noes, 4 yeses, 1 maybe, 1 without an answer." in page
    assert "heard one in 50% of 8 answers" in page
    assert "Where you expected a no, 4 of 10 said yes." in page


def test_what_does_not_count_is_in_no_number(hand):
    for outcome in ("no", "yes") * 4:
        asked(hand, outcome)
    pages = ("/changes/", "/changes/numbers/")
    before = [hand.see(address).split("<main")[1] for address in pages]
    hand.send("/happened/", outcome="no", title="Ask for a plaster", counts="off")
    for address in (*pages, "/sheet/page/?parts=going"):
        assert "9 asks" not in hand.see(address)
    assert [hand.see(address).split("<main")[1] for address in pages] == before
