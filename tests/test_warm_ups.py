"""A warm-up counts as going and never as an answer: everywhere, and whatever an earlier release called it."""

import importlib
import io
import json
import re
from collections import Counter
from datetime import UTC, datetime
from random import Random
from uuid import uuid4

import pytest
from django.apps import apps
from django.core.management import call_command

from nerve.choice import choose
from tests.exports import content_of, packed, written, written_first
from unflinch.accounts.models import Person
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import Kind
from unflinch.insights.counts import counts_of
from unflinch.insights.numbers import numbers_of
from unflinch.insights.poster import Poster
from unflinch.practice.history import reps_of
from unflinch.practice.models import Answer, Ask
from unflinch.takeout.as_sheet import sheet_of
from unflinch.takeout.models import KeptRow
from unflinch.takeout.unpacking import unpack

WARM_UPS = [one.slug for one in catalogue().by_boldness if one.warm_up]
GREETING = next(one for one in catalogue().by_boldness if one.warm_up and one.kind != Kind.SAY_NO)
NOW = datetime(2026, 11, 4, 18, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def evening(time_machine):
    time_machine.move_to(NOW, tick=False)
    return time_machine


def told(hand, slug, outcome, **before):
    """One ask through its pages, with a forecast as an earlier release still took it."""
    ask = hand.choose(slug=slug)
    hand.send(f"{ask}forecast/", feared="laugh", feared_before=80, tension_before=70, **before)
    hand.send(f"{ask}answer/", outcome=outcome)
    return ask


@pytest.fixture
def nine(hand):
    """Three yeses, two noes and four warm-ups, all with a likely no."""
    usual = [one.slug for one in catalogue().by_boldness if not one.warm_up and one.kind == Kind.ASK]
    for slug, outcome in zip(usual, ("yes", "yes", "yes", "no", "no"), strict=False):
        told(hand, slug, outcome, no_before=90)
    for slug in WARM_UPS[:4]:
        told(hand, slug, "went")


def test_three_yeses_two_noes_and_four_warm_ups_are_five_answers_and_nine_times_gone(hand, mira, nine, capsys):
    page = " ".join(hand.see("/changes/numbers/").split())
    assert "9 asks in all, on 9 outings: 2 noes, 3 yeses, 4 warm-ups." in page
    assert "9 asks, 2 noes, 3 yeses, 4 warm-ups" in page
    assert "Where you expected a no, 3 of 5 said yes." in page
    assert "You went anyway, nine times, with your heart pounding." in hand.see("/changes/")
    today = hand.see("/")
    assert "You went nine times this week." in today
    assert "Two noes, three yeses and four warm-ups. They all count." in today

    person = Person.objects.get(pk=mira.pk)
    counts, numbers = counts_of(person), numbers_of(person)
    assert counts.outcomes == {"yes": 3, "no": 2, "maybe": 0, "no_reply": 0, "went": 4, "not_asked": 0}
    assert (counts.asks, counts.weeks[-1].asks, counts.weeks[-1].activities, counts.weeks[-1].met) == (9, 9, 9, True)
    assert (numbers.going.asks.value, numbers.going.went_anyway.n, numbers.tension.slope.n) == (9, 9, 9)
    forecast = numbers.forecast
    assert (forecast.heard.n, forecast.noes, forecast.maybes, forecast.silences) == (5, 2, 0, 0)
    assert Counter(rep.answered for rep in reps_of(person)) == {True: 5, False: 4}

    capsys.readouterr()
    call_command("summary", json=True)
    summary = json.loads(capsys.readouterr().out)
    assert (summary["asks"], summary["outcomes"]["yes"], summary["outcomes"]["no"]) == (9, 3, 2)
    assert (summary["outcomes"]["went"], summary["weeks"][0]["yeses"], summary["weeks"][0]["warm_ups"]) == (4, 3, 4)
    assert summary["needs"]["forecast"] == "3 more answered asks with a forecast of a no"
    call_command("summary")
    assert "9 asks, 2 noes, 3 yeses, 4 warm-ups" in " ".join(capsys.readouterr().out.split())


def test_the_week_the_sheet_and_the_pictures_say_the_same(hand, mira, nine):
    week = counts_of(Person.objects.get(pk=mira.pk)).weeks[-1]
    page = hand.see(f"/weeks/{week.slot.address}/")
    assert "You went 9 times. 2 noes. 3 yeses. 4 warm-ups, which nobody can say no to." in " ".join(page.split())
    assert "9 asks, 2 noes, 3 yeses, 4 warm-ups" in " ".join(hand.see("/weeks/").split()).replace(" ,", ",")
    sheet = hand.see("/sheet/page/?parts=going&parts=ladder&parts=forecast")
    rows = dict(re.findall(r"<t[hd][^>]*>(Yes|No|Warm-up, done: nobody can refuse it)</t[hd]>\s*<td>(\d+)</td>", sheet))
    assert rows == {"Yes": "3", "No": "2", "Warm-up, done: nobody can refuse it": "4"}
    steps = re.findall(r"<td>(\d+)</td>\s*" * 5, sheet)
    assert [sum(map(int, column)) for column in zip(*steps, strict=True)] == [9, 3, 2, 0, 4]
    assert Poster(None, None, 9, ["yes"] * 3 + ["no"] * 2 + ["went"] * 4).came == ["2 noes", "3 yeses", "4 warm-ups"]


def test_the_coach_learns_the_tension_of_a_warm_up_and_no_chance_of_a_yes_from_it(hand, mira):
    for slug in WARM_UPS[:4]:
        told(hand, slug, "went")
    reps = reps_of(Person.objects.get(pk=mira.pk))
    unsaid = [{**{name: getattr(rep, name) for name in ("key", "at", "place")}, "outcome": "maybe"} for rep in reps]
    silent = [type(rep)(**{**as_fields(rep), **change}) for rep, change in zip(reps, unsaid, strict=True)]
    chosen = [choose(catalogue().cards, these, now=NOW, rng=Random(1)) for these in (reps, silent)]
    assert chosen[0] == chosen[1]
    assert all(rep.made and rep.tension_before == 70 for rep in reps)


def as_fields(rep):
    return {name: getattr(rep, name) for name in rep.__dataclass_fields__ if name != "_"}


def test_a_warm_up_is_mended_to_not_this_time_and_back_and_nothing_else_becomes_one(hand):
    warm_up, ask = told(hand, GREETING.slug, "went"), hand.just_asked("no")
    for outcome in ("not_asked", "went", "yes", "no", "maybe"):
        hand.send(f"{warm_up}slip/", outcome=outcome)
        hand.send(f"{ask}slip/", outcome=outcome)
    done, other = (Ask.objects.get(pk=address.split("/")[2]) for address in (warm_up, ask))
    assert [answer.outcome for answer in done.trail] == ["went", "not_asked", "went"]
    assert [answer.outcome for answer in other.trail] == ["no", "yes", "no", "maybe"]


@pytest.mark.parametrize("page", ["answer/", "settling/", "others/"])
def test_only_a_warm_up_is_done(hand, page):
    ask = hand.choose(slug=catalogue().by_boldness[-1].slug)
    if page != "answer/":
        hand.send(f"{ask}not-this-time/")
    before = Answer.objects.count()
    assert hand.client.post(f"{ask}{page}", {"id": uuid4(), "outcome": "went"}).status_code == 422
    assert Answer.objects.count() == before


@pytest.mark.parametrize(
    "sent",
    [{"outcome": "yes"}, {"outcome": "no"}, {"manner": "counter_offer"}, {"outcome": "went", "manner": "passed_on"}],
)
@pytest.mark.parametrize("page", ["answer/", "others/"])
def test_a_page_that_did_not_know_it_for_a_warm_up_is_believed_that_it_was_done(hand, sent, page):
    ask = hand.choose(slug=GREETING.slug)
    if page != "answer/":
        hand.send(f"{ask}not-this-time/")
    hand.send(f"{ask}{page}", **sent)
    made = Answer.objects.exclude(outcome="not_asked")
    assert [(answer.outcome, answer.manner) for answer in made] == [("went", "")]


def test_the_entry_the_diary_and_ideas_say_that_it_was_done(hand):
    ask = told(hand, GREETING.slug, "went")
    assert "I did it" in hand.see(ask)
    assert GREETING.title in hand.see("/diary/?outcome=went")
    assert GREETING.title not in hand.see("/diary/?outcome=yes")
    assert "I did it." in hand.see("/diary/?view=story")
    assert "What did you hear" not in hand.see(f"{ask}feelings/")


def saved_as_yes(hand):
    """A warm-up as an earlier release saved it, one that was mended to not this time and one that got an answer."""
    alone, mended, answered = (told(hand, slug, "went") for slug in WARM_UPS[:3])
    hand.send(f"{mended}slip/", outcome="not_asked")
    Answer.objects.update(outcome="yes")
    Answer.objects.filter(kind="slip").update(outcome="not_asked")
    Ask.objects.get(pk=answered.split("/")[2]).mend("no", id=uuid4(), at=NOW)
    hand.just_asked("yes")
    return [address.split("/")[2] for address in (alone, mended, answered)]


LATER = [["went"], ["went", "not_asked"], ["yes", "no"], ["yes"]]


def trails(person):
    asks = Ask.objects.of(person).order_by("arrived", "id")
    return {str(ask.pk): [answer.outcome for answer in ask.trail] for ask in asks}


def in_turn(found, ids):
    """The trails of these asks, then those of the others."""
    return [*(found[id] for id in ids), *(trail for id, trail in found.items() if id not in ids)]


def test_what_was_saved_as_a_yes_is_said_anew_once(hand, mira):
    ids = saved_as_yes(hand)
    migration = importlib.import_module("unflinch.practice.migrations.0011_warm_ups")
    assert set(migration._WARM_UPS) <= {*WARM_UPS, *catalogue().retired}
    for _ in range(2):
        migration.say_what_they_were(apps, None)
        assert in_turn(trails(mira), ids) == LATER
    migration.call_them_yes(apps, None)
    assert in_turn(trails(mira), ids)[0] == ["yes"]


@pytest.mark.parametrize("writes", [written, written_first])
def test_an_export_of_an_earlier_release_is_read_alike_and_is_known_afterwards(hand, mira, writes):
    ids = saved_as_yes(hand)
    old = writes(content_of(packed(mira, NOW)))
    importlib.import_module("unflinch.practice.migrations.0011_warm_ups").say_what_they_were(apps, None)
    here = Person.objects.get(pk=mira.pk)
    again = unpack(here, io.BytesIO(old), name="old.zip", at=NOW)
    assert (again.looked.added, again.looked.differing) == (0, [])
    Ask.objects.all().delete()
    unpack(here, io.BytesIO(old), name="old.zip", at=NOW)
    assert in_turn(trails(here), ids) == LATER


def test_a_sheet_of_an_earlier_release_is_read_alike(hand, mira, tmp_path, capsys):
    ids = saved_as_yes(hand)
    file = tmp_path / "diary.csv"
    file.write_text("".join(sheet_of(mira)), "utf-8")
    Ask.objects.all().delete()
    call_command("import_diary", file=file)
    capsys.readouterr()
    assert in_turn(trails(mira), ids)[:1] == [["went"]]
    assert [trail[-1] for trail in in_turn(trails(mira), ids)] == ["went", "not_asked", "no", "yes"]
    assert "".join(sheet_of(mira)).count(",went,") == 1
    # Read once more beside what is here, the old sheet says nothing else than the asks do.
    call_command("import_diary", file=file)
    assert (Ask.objects.count(), KeptRow.objects.count()) == (4, 0)
