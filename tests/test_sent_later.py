"""What was tapped without a signal counts from its tap, whatever the phone's clock says, and arrives once."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from tests.hand import SLUG
from unflinch.accounts.models import Person
from unflinch.accounts.whose import owner_of
from unflinch.care.models import Pause
from unflinch.challenges.models import OwnChallenge
from unflinch.practice.models import Answer, Ask, Debrief, Forecast, Wish

HOUR = 3600


def send_later(browser: Client, address: str, ago: object, **fields):
    return browser.post(
        address,
        {"id": str(uuid4()), **fields},
        headers={"Tapped-Ago": str(ago * 1000 if isinstance(ago, int) else ago)},
    )


def happened(browser: Client, ago: object, **fields):
    return send_later(browser, "/happened/", ago, outcome="no", title="Ask for a plaster", **fields)


def test_an_answer_of_ten_to_midnight_sent_at_eight_stands_on_its_day(browser_of_mira, mira, clock):
    # 18:00 in UTC is 19:00 in Berlin: 13 hours later it is eight in the morning, and the tap was at ten to midnight.
    clock.at += timedelta(hours=13)
    told = happened(browser_of_mira, 8 * HOUR + 600)
    answer = Answer.objects.get()
    assert told.headers["Leads-To"] == f"/asks/{answer.ask_id}/after/"
    assert "Location" not in told.headers
    assert told.status_code == 200
    assert answer.at == clock.at - timedelta(hours=8, minutes=10)
    assert str(answer.day) == "2026-11-02"


def test_the_same_sent_twice_is_one_and_leads_to_the_same_place(browser_of_mira, mira, clock):
    id = str(uuid4())
    first = happened(browser_of_mira, 600, id=id)
    clock.at += timedelta(hours=1)
    again = happened(browser_of_mira, 600 + HOUR, id=id)
    assert again.headers["Leads-To"] == first.headers["Leads-To"]
    assert Ask.objects.count() == Answer.objects.count() == 1


@pytest.mark.parametrize("ago", ["-60", "soon", "", "1e9", "9" * 30, 61 * 24 * HOUR])
def test_what_is_no_time_ago_counts_from_now(browser_of_mira, mira, clock, ago):
    clock.at += timedelta(days=90)
    happened(browser_of_mira, ago)
    assert Answer.objects.get().at == clock.at


def test_an_answer_is_never_older_than_its_ask(browser_of_mira, hand, clock):
    clock.at += timedelta(days=2)
    planned = hand.choose()
    clock.at += timedelta(hours=1)
    told = send_later(browser_of_mira, f"{planned}answer/", 5 * HOUR, outcome="yes")
    assert told.headers["Leads-To"] == f"{planned}after/"
    assert Answer.objects.get().at == clock.at - timedelta(hours=1)


def test_a_whole_ask_that_was_made_without_a_signal_comes_in_in_its_order(browser_of_mira, mira, clock):
    clock.at += timedelta(days=1)
    led = send_later(browser_of_mira, "/plans/", 3000, slug=SLUG).headers["Leads-To"]
    ask = led.removesuffix("forecast/")
    assert (
        send_later(browser_of_mira, led, 2900, feared="laugh", feared_before="70").headers["Leads-To"]
        == f"{ask}pocket/"
    )
    assert send_later(browser_of_mira, f"{ask}answer/", 1000, outcome="no").headers["Leads-To"] == f"{ask}after/"
    assert send_later(browser_of_mira, f"{ask}feelings/", 900, feelings="proud", next="done").status_code == 200
    assert Forecast.objects.get().arrived == clock.at - timedelta(seconds=2900)
    assert Answer.objects.get().at == clock.at - timedelta(seconds=1000)
    assert Debrief.objects.get().feelings == ["proud"]


def test_an_idea_of_ones_own_that_waited_is_saved_once(browser_of_mira, mira, clock):
    idea = {"id": str(uuid4()), "title": "Ask for a high five", "setting": "street", "channel": "in_person"}
    idea |= {"kind": "ask", "boldness": "2", "minutes": "5"}
    told = [send_later(browser_of_mira, "/ideas/own/", ago, **idea).headers["Leads-To"] for ago in (60, 90)]
    assert told == [f"/ideas/own/{idea['id']}/"] * 2
    assert OwnChallenge.objects.of(mira).count() == 1


def test_the_clock_of_nothing_else_is_moved(browser_of_mira, mira, clock):
    clock.at += timedelta(days=1)
    send_later(browser_of_mira, "/pause/", HOUR, days=1)
    assert Pause.objects.get().arrived == clock.at
    browser_of_mira.get("/", headers={"Tapped-Ago": "600"})
    browser_of_mira.post("/wishes/", {"id": str(uuid4()), "words": "a seat"})
    assert Wish.objects.get().at == clock.at


def test_words_of_a_crisis_that_waited_call_for_a_rest_from_now_on(browser_of_mira, mira, clock):
    clock.at += timedelta(days=2)
    told = send_later(browser_of_mira, "/happened/", 30 * HOUR, outcome="no", title="I want to kill myself")
    assert told.headers["Leads-To"].startswith(f"/pause/{Pause.objects.get().pk}/help/?next=")
    assert Pause.objects.in_force(clock.at).exists()


def test_a_form_that_is_wrong_comes_back_as_it_would(browser_of_mira, mira):
    told = send_later(browser_of_mira, "/happened/", 5, title="no answer picked")
    assert told.status_code == 422
    assert "Leads-To" not in told.headers


def test_every_answer_says_whose_it_is_and_tells_nothing(browser_of_mira, mira, jonas):
    owners = {
        browser_of_mira.get(place).headers["Page-Owner"] for place in ("/", "/nowhere/", "/offline/", "/happened/")
    }
    assert owners == {owner_of(mira.pk)}
    assert owner_of(jonas.pk) not in owners
    # A browser stores help, perhaps for longer than one person is here.
    assert browser_of_mira.get("/help/").headers["Page-Owner"] == "anyone"
    assert str(mira.pk).replace("-", "") not in owners.pop()


def test_what_an_erased_person_left_on_a_phone_is_named_to_it(browser_of_mira, mira):
    before = owner_of(mira.pk)
    assert browser_of_mira.post("/erasure/", {"sure": "on"}).status_code == 302
    told = browser_of_mira.get("/offline/")
    assert told.json()["erased"] == [before]
    assert told.headers["Page-Owner"] == owner_of(Person.objects.get().pk) != before


def test_what_is_kept_is_named_with_marks_that_change_with_it(hand, clock):
    def marks():
        return dict(hand.client.get("/offline/").json()["pages"])

    planned = hand.choose()
    before = marks()
    assert marks() == before
    hand.send("/wishes/", words="a seat")
    after = marks()
    assert before["/"] != after["/"]
    assert before[f"{planned}pocket/"] == after[f"{planned}pocket/"]
    hand.send(f"{planned}forecast/", feared="laugh", feared_before=70)
    assert marks()[f"{planned}pocket/"] != after[f"{planned}pocket/"]
    assert [place for place in marks() if hand.client.get(place).status_code not in (200, 302)] == []


def test_while_challenges_rest_no_ask_is_kept(hand):
    planned = hand.choose()
    assert f"{planned}forecast/" in dict(hand.client.get("/offline/").json()["pages"])
    hand.send("/pause/", days=1)
    resting = dict(hand.client.get("/offline/").json()["pages"])
    assert f"{planned}forecast/" not in resting
    # Nothing leads into another ask either; one that was made can be answered.
    leads_in = {"/pocket/", "/offline/steps/forecast/", "/offline/steps/pocket/"}
    assert leads_in & resting.keys() == set()
    assert {"/happened/", "/offline/steps/answer/", "/offline/steps/not-this-time/"} <= resting.keys()


def test_a_step_that_is_none_is_not_there(hand):
    assert hand.client.get("/offline/steps/nowhere/").status_code == 404
