"""The answer in one tap: in words that fit the ask, late as well; and how it is taken back."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.utils.html import escape

from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import CHANNEL_OF, Kind
from unflinch.practice.answer_words import answer_words
from unflinch.practice.models import Answer, Ask

WARM_UP = next(one.slug for one in catalogue().by_boldness if one.warm_up and one.kind != Kind.SAY_NO)

_BEGUN = {"in_person": "You asked!", "phone": "You called!", "written": "Sent!"}


@pytest.fixture(autouse=True)
def evening(time_machine):
    time_machine.move_to(datetime(2026, 11, 4, 18, 0, tzinfo=UTC), tick=False)
    return time_machine


def test_every_card_has_answers_that_fit_it():
    for card in catalogue().by_boldness:
        words = answer_words(Ask(slug=card.slug, kind=card.kind, channel=card.channel))
        said = {one.outcome: (str(one.label), str(one.hint)) for one in words.answers}
        if card.warm_up:
            assert (list(said), said["went"][0]) == (["went"], "I did it"), card.slug
            continue
        assert set(said) == {"no", "yes", "maybe", "no_reply"}, card.slug
        if card.means_yes:
            assert (said["yes"][1], said["no"][1]) == (card.means_yes, card.means_no), card.slug
        if card.kind == Kind.SAY_NO:
            assert (str(words.heading), said["no"][0]) == ("You said no! What did they do?", "They pushed back")
        else:
            assert str(words.heading).startswith(_BEGUN[CHANNEL_OF[card.channel]]), card.slug


def test_where_a_no_is_a_yes_the_button_says_what_it_means(hand):
    card = next(one for one in catalogue().by_boldness if one.means_no == "They’d rather keep it shut.")
    page = hand.see(f"{hand.choose(slug=card.slug)}answer/")
    assert escape("They don’t mind, and it’s opened.") in page
    assert escape("They’d rather keep it shut.") in page


def test_a_warm_up_is_done_or_not_and_has_no_answer_to_hear(hand):
    page = hand.see(f"{hand.choose(slug=WARM_UP)}answer/")
    assert re.findall(r'name="outcome" value="(\w+)"', page) == ["went"]
    assert 'name="manner"' not in page
    assert "I didn’t ask after all" in page


@pytest.mark.parametrize(
    ("manner", "outcome"), [("counter_offer", "maybe"), ("passed_on", "maybe"), ("granted_anyway", "no")]
)
@pytest.mark.parametrize("door", ["planned", "happened"])
def test_an_answer_that_is_more_than_a_word_is_told_in_one_tap(hand, door, manner, outcome):
    if door == "planned":
        hand.send(f"{hand.choose()}answer/", manner=manner)
    else:
        hand.send("/happened/", manner=manner, title="Ask for a chair")
    answer = Answer.objects.get()
    assert (answer.outcome, answer.manner, answer.kind) == (outcome, manner, "first")
    assert hand.client.post("/happened/", {"id": uuid4(), "manner": "dragon"}).status_code == 422


def test_what_is_logged_late_has_its_day_and_its_time(hand, mira):
    hand.send("/happened/", outcome="no", title="Ask for a chair", day="2026-11-02", clock="14:30")
    answer = Answer.objects.get()
    assert answer.at == datetime(2026, 11, 2, 13, 30, tzinfo=UTC)
    assert (str(answer.day), answer.precision) == ("2026-11-02", "moment")
    hand.send("/happened/", outcome="no", title="Ask for a table", clock="09:00")
    assert Answer.objects.latest("arrived", "sequence").at == datetime(2026, 11, 4, 8, 0, tzinfo=UTC)
    first, second = Ask.objects.logged().as_diary().with_all()
    assert (first.title, second.title) == ("Ask for a table", "Ask for a chair")


def test_an_earlier_time_stands_before_what_was_logged_first(hand):
    hand.send("/happened/", outcome="no", title="At six", clock="17:00")
    hand.send("/happened/", outcome="no", title="At noon", clock="12:00")
    assert [ask.title for ask in Ask.objects.logged().as_diary()] == ["At six", "At noon"]


def test_a_time_that_is_still_to_come_is_not_believed(hand, mira, evening):
    hand.send("/happened/", outcome="no", title="Ask for a chair", clock="23:30")
    assert Answer.objects.get().at == datetime(2026, 11, 4, 18, 0, tzinfo=UTC)


@pytest.mark.parametrize(("outcome", "word"), [("no", "No"), ("yes", "Yes"), ("maybe", "Maybe")])
def test_an_undo_says_what_it_took_back_and_offers_the_right_answer(hand, evening, outcome, word):
    ask = hand.choose()
    evening.shift(timedelta(minutes=1))
    hand.send(f"{ask}answer/", outcome=outcome)
    said = hand.send(f"{ask}undo/")
    assert said == f"{ask}answer/?undone={outcome}"
    page = hand.see(said)
    assert f"Undone: “{word}” is gone" in page
    assert 'name="outcome" value="yes"' in page
    assert hand.send(f"{ask}undo/") == f"{ask}answer/"
    assert not Answer.objects.exists()


def test_what_just_happened_is_undone_and_what_was_typed_is_still_there(hand):
    told = {"title": "Ask for a plaster", "role": "pharmacist", "counts": "on"}
    ask = hand.send("/happened/", outcome="yes", **told).removesuffix("after/")
    for _ in range(2):
        page = hand.send(f"{ask}undo/")
        assert page == "/happened/?undone=yes"
    assert not Ask.objects.exists()
    shown = hand.see(page)
    assert "Undone: “Yes” is gone" in shown
    assert 'value="Ask for a plaster"' in shown
    assert 'value="pharmacist"' in shown
    hand.mend(page, outcome="no")
    again = Ask.objects.get()
    assert (again.title, again.role, again.counts, again.trail[0].outcome) == (
        "Ask for a plaster", "pharmacist", False, "no",
    )  # fmt: skip


def test_what_came_later_is_undone_where_it_was_told(hand, evening):
    ask = hand.just_asked("maybe")
    evening.shift(timedelta(minutes=1))
    hand.send(f"{ask}settling/", outcome="no")
    assert hand.send(f"{ask}undo/") == f"{ask}settling/?undone=no"
    assert Ask.objects.get().trail[-1].outcome == "maybe"


def test_a_second_person_is_undone_back_to_the_question(hand):
    ask = hand.just_asked("no")
    second = hand.send(f"{ask}others/", outcome="yes").removesuffix("after/")
    for _ in range(2):
        assert hand.send(f"{second}undo/") == f"{ask}others/?undone=yes"
    assert Ask.objects.count() == 1


def test_after_ten_minutes_there_is_nothing_to_undo(hand, evening):
    ask = hand.just_asked("no")
    assert "Undo, I tapped the wrong answer" in hand.see(f"{ask}after/")
    evening.shift(timedelta(minutes=11))
    assert "Undo" not in hand.see(f"{ask}after/")
    assert hand.send(f"{ask}undo/") == ask
    assert Answer.objects.count() == 1


def test_an_address_that_was_made_up_undoes_nothing(hand):
    assert "Undone" not in hand.see("/happened/?undone=dragon")


@pytest.mark.parametrize("door", ["answer/", "others/"])
def test_the_answers_are_buttons_that_send_and_enter_presses_none_of_them(hand, door):
    ask = hand.choose() if door == "answer/" else hand.just_asked()
    form = re.search(r"<form[^>]*>(?:(?!</form>).)*name=\"outcome\".*?</form>", hand.see(f"{ask}{door}"), re.DOTALL)
    assert form is not None
    # The first button of a form is the one that Enter presses; a disabled one presses nothing.
    buttons = re.findall(r"<button[^>]*>", form[0])
    assert "disabled" in buttons[0]
    sent = [value for button in buttons for value in re.findall(r'name="outcome" value="(\w+)"', button)]
    assert sent == ["no", "yes", "maybe", "no_reply"]
