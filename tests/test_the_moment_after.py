"""The steps behind an answer: each saves itself, so that nothing is lost and nothing doubled wherever one stops."""

import re
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from unflinch.accounts.models import Draft
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import Kind
from unflinch.practice.fears import CAME_TRUE
from unflinch.practice.models import Ask, Debrief
from unflinch.practice.vocabulary import Feared

SLUG = next(
    one.slug
    for one in catalogue().by_boldness
    if one.channel == "in_person" and one.kind == Kind.ASK and not one.warm_up
)
OWN_NO = catalogue().by_boldness.of_kind(Kind.SAY_NO)[0].slug


@pytest.fixture(autouse=True)
def evening(time_machine):
    time_machine.move_to(datetime(2026, 11, 4, 18, 0, tzinfo=UTC), tick=False)
    return time_machine


def feared(hand, outcome="no", *, slug=SLUG, **forecast):
    ask = hand.choose(slug=slug)
    hand.send(f"{ask}forecast/", **({"feared": "look_annoyed", "feared_before": 70} | forecast))
    hand.send(f"{ask}answer/", outcome=outcome)
    return ask


def the_debrief():
    return Ask.objects.with_all().get().debrief


@pytest.mark.parametrize(("value", "said"), [(0, "It didn’t happen."), (50, "It happened a bit."), (100, "it’s over.")])
def test_the_fear_is_asked_about_and_at_once_stands_beside_what_happened(hand, value, said):
    ask = feared(hand)
    assert "You were afraid they’d look annoyed. Did they?" in hand.see(f"{ask}fear/")
    assert hand.send(f"{ask}fear/", feared_happened=value) == f"{ask}fear/"
    page = hand.see(f"{ask}fear/")
    assert "You thought it was likely." in page
    assert said in page
    assert '<rect class="thought" width="70%"' in page
    assert f'<rect class="came" width="{value}%"' in page
    assert the_debrief().feared_happened == value


@pytest.mark.parametrize(
    ("again", "said"),
    [
        (10, "Three steps lower than before."),
        (50, "One step lower than before."),
        (70, "As likely as before."),
        (90, "One step higher than before."),
    ],
)
def test_the_next_forecast_says_in_words_which_way_it_went(hand, again, said):
    ask = feared(hand)
    hand.send(f"{ask}fear/", feared_happened=0)
    hand.send(f"{ask}fear/", feared_after=again)
    assert said in hand.see(f"{ask}fear/")
    told = the_debrief()
    assert (told.feared_happened, told.feared_after) == (0, again)


def test_a_tap_that_slipped_is_tapped_again_and_a_tap_sent_twice_is_one(hand):
    ask, id = feared(hand), uuid4()
    for _ in range(2):
        hand.client.post(f"{ask}fear/", {"id": id, "feared_happened": "100"})
    hand.send(f"{ask}fear/", feared_happened=0)
    assert (Debrief.objects.count(), the_debrief().feared_happened) == (1, 0)


@pytest.mark.parametrize("told", [{"feared_happened": "30"}, {"feared_after": "61"}, {"feared_happened": "x"}])
def test_what_is_none_of_the_words_is_not_saved(hand, told):
    ask = feared(hand)
    assert hand.client.post(f"{ask}fear/", {"id": uuid4(), **told}).status_code == 422
    assert not Debrief.objects.exists()


def test_an_empty_tap_saves_nothing(hand):
    ask = feared(hand)
    assert hand.send(f"{ask}fear/") == f"{ask}fear/"
    assert hand.send(f"{ask}feelings/", next="done") == "/"
    assert not Debrief.objects.exists()


@pytest.mark.parametrize("fear", [one for one in Feared if one not in (Feared.OWN, Feared.CURIOUS)])
def test_every_feared_thing_is_asked_about_in_a_sentence_of_its_own(hand, fear):
    ask = feared(hand, feared=str(fear))
    page = hand.see(f"{ask}fear/")
    assert "You were afraid" in page
    assert f"“{fear.label}”" not in page


def test_ones_own_words_are_quoted_and_what_was_not_rated_has_no_bar(hand):
    ask = feared(hand, feared="own", feared_words="she sighs.", feared_before="")
    assert "You were afraid of this: “she sighs”. Did it happen?" in hand.see(f"{ask}fear/")
    hand.send(f"{ask}fear/", feared_happened=0)
    page = hand.see(f"{ask}fear/")
    assert "It didn’t happen." in page
    assert 'class="thought"' not in page


@pytest.mark.parametrize(
    ("slug", "outcome", "said"),
    [
        (SLUG, "yes", "You thought a no was almost certain. They said yes."),
        (SLUG, "no", "You thought a no was almost certain. They said no."),
        (OWN_NO, "yes", "You thought it was almost certain they’d push back. They took it."),
    ],
)
def test_where_nothing_was_feared_the_no_that_was_forecast_stands_beside_what_came(hand, slug, outcome, said):
    ask = feared(hand, outcome, slug=slug, feared="curious", feared_before="", no_before=90)
    page = hand.see(f"{ask}fear/")
    assert said in page
    assert 'name="feared_happened"' not in page


@pytest.mark.parametrize("outcome", ["maybe", "no_reply"])
def test_what_is_not_decided_is_compared_with_nothing(hand, outcome):
    ask = feared(hand, outcome, feared="curious", feared_before="", no_before=90)
    assert hand.client.get(f"{ask}fear/").headers["Location"] == f"{ask}feelings/"


def test_a_number_that_was_given_in_full_stays_as_it_is(hand):
    ask = feared(hand, feared_before=61)
    hand.send(f"{ask}debrief/", feared_happened=6, feared_after=28)
    page = hand.see(f"{ask}fear/")
    assert "You thought it was likely. It didn’t happen." in page
    assert "Two steps lower than before." in page
    assert page.count('aria-current="true"') == 2
    assert set(CAME_TRUE) == {0, 50, 100}


def test_feelings_a_word_and_a_line_are_saved_and_a_sting_is_asked_after_a_no_only(hand):
    ask = hand.just_asked("no")
    assert "Did the no sting?" in hand.see(f"{ask}feelings/")
    told = {"feelings": ["relieved", "nervous"], "feeling_words": "wobbly", "sting": 40, "what_happened": "A shrug"}
    assert hand.send(f"{ask}feelings/", next="done", **told) == "/"
    debrief = the_debrief()
    assert {name: getattr(debrief, name) for name in told} == told
    for outcome in ("yes", "maybe", "no_reply"):
        assert "sting" not in hand.see(f"{hand.just_asked(outcome)}feelings/")


def test_what_was_said_before_is_there_again_and_only_what_changes_is_saved(hand):
    ask = hand.just_asked("no", sting=61, feelings=["joyful"], kind_line="Well done")
    page = hand.see(f"{ask}feelings/")
    assert 'value="61"' in page
    assert "joyful" in page
    hand.mend(f"{ask}feelings/", what_happened="A shrug", next="done")
    debrief = the_debrief()
    assert (debrief.sting, debrief.feelings, debrief.kind_line, debrief.what_happened) == (
        61, ["joyful"], "Well done", "A shrug",
    )  # fmt: skip


def test_two_windows_do_not_undo_each_other(hand):
    ask = hand.just_asked("no")
    first = hand.held_by(f"{ask}feelings/")
    second = hand.held_by(f"{ask}feelings/")
    hand.send(f"{ask}feelings/", **{**first, "what_happened": "A shrug"})
    answer = hand.client.post(f"{ask}feelings/", {**second, "what_happened": "A grin"})
    assert answer.status_code == 409
    assert "A grin" in answer.content.decode()
    assert the_debrief().what_happened == "A shrug"


def test_what_is_typed_and_not_sent_is_there_again(hand):
    ask = hand.just_asked("no")
    pk = ask.split("/")[2]
    hand.client.post(f"/drafts/feelings/{pk}/", {"what_happened": "Half a li", "feelings": ["warm"]})
    page = hand.see(f"{ask}feelings/")
    assert "Half a li" in page
    assert re.search(r'value="warm"[^>]*checked', page)
    hand.send(f"{ask}feelings/", what_happened="Half a line")
    assert not Draft.objects.exists()


def test_who_tapped_an_answer_first_is_asked_for_the_title_afterwards(hand):
    ask = hand.send("/happened/", outcome="no").removesuffix("after/")
    assert "What did you ask?" in hand.see(f"{ask}feelings/")
    hand.send(f"{ask}feelings/", title="Ask for a plaster", next="done")
    assert Ask.objects.get().title == "Ask for a plaster"
    assert "What did you ask?" not in hand.see(f"{ask}feelings/")


def test_a_yes_that_was_nearly_missed_is_named(hand):
    ask = feared(hand, "yes", no_before=90)
    assert "That’s a yes you’d have missed." in hand.see(f"{ask}feelings/")
    assert "you’d have missed" not in hand.see(f"{feared(hand, 'yes', no_before=30)}feelings/")
    assert "you’d have missed" not in hand.see(f"{feared(hand, 'no', no_before=90)}feelings/")


def test_before_there_is_an_answer_each_step_leads_to_it(hand):
    ask = hand.choose()
    for step in ("fear", "feelings", "debrief", "others", "passed-on"):
        assert hand.client.get(f"{ask}{step}/").headers["Location"] == f"{ask}answer/", step
    assert hand.client.get(f"{ask}soft-landing/").headers["Location"] == f"{ask}forecast/"
