"""Where somebody lands after an ask: what is said, and what is held out or not."""

from datetime import timedelta

import pytest

from tests.hand import SLUG
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import Kind

OWN_NO = catalogue().by_boldness.of_kind(Kind.SAY_NO)[0].slug
QUESTION = "What would you have to see to believe it next time?"
MORE, ANOTHER = "Ask for something bigger?", "Ask someone else"


@pytest.fixture
def landed(hand):
    """The page after an ask with this forecast, outcome and debrief; and the address of the ask."""

    def land(outcome, *, slug=SLUG, feared_before=None, **told):
        ask = hand.choose(slug=slug)
        if feared_before is not None:
            hand.send(f"{ask}forecast/", feared="laugh", feared_before=feared_before)
        hand.send(f"{ask}answer/", outcome=outcome)
        hand.send(f"{ask}debrief/", **told)
        return hand.see(f"{ask}after/"), ask

    return land


UNMOVED = {"feared_before": 70, "feared_happened": 5, "feared_after": 70}


@pytest.mark.parametrize("outcome", ["yes", "no", "maybe"])
def test_after_a_big_surprise_that_moved_nothing_the_same_with_somebody_else_is_held_out_and_nothing_bolder(
    landed, outcome
):
    page, _ = landed(outcome, **UNMOVED)
    assert QUESTION in page
    assert (ANOTHER in page, MORE in page) == (True, False)


def test_what_one_would_have_to_see_can_be_written_where_the_page_leads_and_stands_on_the_ask(hand, landed):
    page, ask = landed("no", **UNMOVED)
    assert f'href="{ask}debrief/#id_believe_next"' in page
    assert 'id="id_believe_next"' in hand.see(f"{ask}debrief/")
    hand.send(f"{ask}debrief/", feared_happened=5, feared_after=70, believe_next="Three who only smile")
    assert "Three who only smile" in hand.see(ask)


@pytest.mark.parametrize(
    "told",
    [
        {"feared_before": 70, "feared_happened": 5, "feared_after": 60},
        {"feared_before": 70, "feared_happened": 5, "feared_after": 70, "surprise": 20},
        {"feared_before": 10, "feared_happened": 90, "feared_after": 10},
        {"feared_before": 70},
        {},
    ],
    ids=["moved", "no surprise to them", "worse than feared", "not rated", "nothing"],
)
def test_otherwise_nobody_is_asked_what_would_make_it_believable(hand, landed, told):
    page, ask = landed("yes", **told)
    assert QUESTION not in page
    assert MORE in page
    assert QUESTION not in hand.see(f"{ask}debrief/")


@pytest.mark.parametrize("harm", ["they_uncomfortable", "felt_unfair", "against_my_rules"])
@pytest.mark.parametrize("outcome", ["yes", "no"])
def test_where_something_was_not_right_nothing_more_is_held_out(landed, outcome, harm):
    page, _ = landed(outcome, harms=[harm], **UNMOVED)
    assert (ANOTHER in page, MORE in page) == (False, False)


SAID = {
    "yes": "You said no, and they took it.",
    "no": "You said no, and they pushed back. You’re still here.",
    "maybe": "You said no. Now it’s up to them.",
    "no_reply": "You said no. Now it’s up to them.",
}


@pytest.mark.parametrize(("outcome", "said"), SAID.items())
def test_a_no_of_ones_own_is_told_as_one_and_is_not_followed_by_an_ask(landed, outcome, said):
    page, _ = landed(outcome, slug=OWN_NO)
    assert said in page
    assert "You asked" not in page
    assert (ANOTHER in page, MORE in page) == (False, False)


@pytest.mark.parametrize(("told", "rests"), [({"sting": 60}, True), ({"no_kind": "rude", "sting": 10}, False)])
def test_details_are_said_to_rest_only_where_they_do(hand, landed, told, rests):
    page, ask = landed("no", **told)
    assert "That was a hard one." in page
    assert ("details rest until tomorrow" in page) == rests == ("details rest until tomorrow" in hand.see(ask))


def test_after_a_hard_one_it_is_left_to_the_person_whether_that_is_all_for_today(hand, landed):
    page, _ = landed("no", sting=62)
    assert "Nothing more to ask today" not in page
    assert "don’t have to ask anything more today" in page


def test_the_smaller_step_is_promised_for_when_it_comes(hand, time_machine, now):
    time_machine.move_to(now, tick=False)
    ask = hand.choose(slug="ask-for-a-half-portion")
    time_machine.shift(timedelta(minutes=1))
    hand.send(f"{ask}not-this-time/", reason="too_much")
    assert "The next one aims lower, or it is a day off." in hand.see(f"{ask}after/")
    assert "aims lower" in hand.see("/")


def test_what_felt_unfair_is_not_held_against_a_forecast(hand):
    ask = hand.choose()
    hand.send(f"{ask}forecast/", feared="laugh", feared_before=90)
    hand.send(f"{ask}answer/", outcome="no")
    hand.send(f"{ask}debrief/", feared_happened=10, feared_after=40, harms=["felt_unfair"])
    page = hand.see(f"{ask}after/")
    assert "counts nowhere else" in page
    assert "You said 90" not in page
