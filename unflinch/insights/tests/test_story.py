"""Changes as a story: counts of what was logged, a trend only beyond noise, and something kind whatever there is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from nerve.forecast import forecast_against_result
from nerve.going import going_of, unflinching
from nerve.measured import Change
from nerve.missed import yeses_missed
from nerve.preparation import preparation_of
from nerve.rep import Rep
from nerve.shift import Shift, feared_thing
from unflinch.insights.story import changes_story, hint_of
from unflinch.insights.story.expected import expected_card
from unflinch.insights.story.most import most_card
from unflinch.insights.story.surprised import surprised_card
from unflinch.insights.story.went import went_card
from unflinch.insights.tests.measured import measured

START = datetime(2026, 9, 1, 12, tzinfo=UTC)


def reps(outcomes, **told):
    return [Rep("x", START + timedelta(days=at), "shop", outcome, **told) for at, outcome in enumerate(outcomes)]


def rehearsed(*words):
    return preparation_of(
        [Rep("x", START + timedelta(days=at), "shop", "no", rehearsed=word) for at, word in enumerate(words)]
    )


def went(*tensions, asks=None):
    told = [Rep("x", START, "shop", "no", tension_before=tension) for tension in tensions]
    return replace(measured(going=going_of(told)), asks=len(tensions) if asks is None else asks)


def answered(outcomes, no_before):
    told = reps(outcomes, no_before=no_before)
    return measured(forecast=forecast_against_result(told), missed=yeses_missed(told))


def test_without_an_ask_there_is_no_story_and_no_hint():
    assert changes_story(measured()) == []
    assert hint_of(measured()) == ""


@pytest.mark.parametrize(
    ("tensions", "title"),
    [
        ((70,), "You went anyway, once, with your heart pounding."),
        ((70, 90, 10), "You went anyway, twice, with your heart pounding."),
        ((60,) * 5 + (59,), "You went anyway, five times, with your heart pounding."),
    ],
)
def test_who_went_with_a_pounding_heart_is_told_how_often(tensions, title):
    card = went_card(went(*tensions))
    assert card.title == title
    (row,) = card.rows
    assert list(row.units) == sorted(row.units)
    assert row.units.count("heart") == sum(tension >= 60 for tension in tensions)
    assert row.said == f"{row.units.count('heart')} of {len(tensions)}"
    assert card.note == ""


def test_a_tension_that_was_not_always_noted_is_said():
    assert "where you noted how tense you were" in went_card(went(70, 70, 10, asks=9)).note


@pytest.mark.parametrize(
    ("asks", "title"),
    [(1, "You asked once."), (2, "You asked twice."), (3, "You asked three times."), (40, "You asked 40 times.")],
)
def test_without_a_pounding_heart_it_says_no_more_than_that_somebody_asked(asks, title):
    nothing_noted = replace(measured(), asks=asks, latest=("no", "yes")[:asks])
    card = went_card(nothing_noted)
    assert card.title == title
    assert "pounding" not in card.title
    assert card.rows[0].units == ("no", "yes")[:asks]
    assert "count" in card.note
    assert "Tap how tense you are" in hint_of(nothing_noted)
    assert "Calm counts" in went_card(went(10, 20)).note


def test_expected_and_heard_are_counts_of_the_same_answers():
    card = expected_card(answered(["no", "no", "no", "yes", "yes", "yes", "maybe", "no_reply"], 80))
    assert card is not None
    assert card.title == "You expected about five noes. You heard three."
    assert [(row.label, row.said) for row in card.rows] == [("you expected", "5 of 6"), ("you heard", "3 of 6")]
    assert "picked because a yes is likely" in card.note


@pytest.mark.parametrize(
    ("outcomes", "no_before", "title"),
    [
        (["yes"] * 4, 0, "You expected hardly any noes. You heard none."),
        (["no", "yes", "yes"], 30, "You expected about one no. You heard one."),
        (["no"] * 3, 30, "You expected about one no. You heard three."),
        (["no"] * 20, 55, "You expected about 11 noes. You heard 20."),
    ],
)
def test_good_guesses_and_too_bright_ones_are_said_as_well(outcomes, no_before, title):
    card = expected_card(answered(outcomes, no_before))
    assert card is not None
    assert card.title == title


def test_two_answers_are_too_few_to_compare():
    assert expected_card(answered(["no", "yes"], 80)) is None


@pytest.mark.parametrize(
    ("yeses", "title"),
    [
        (1, "Once you expected a no, and got a yes."),
        (2, "Twice you expected a no, and got a yes."),
        (3, "Three times you expected a no, and got a yes."),
        (40, "40 times you expected a no, and got a yes."),
    ],
)
def test_yeses_where_a_no_seemed_likelier_are_counted(yeses, title):
    card = surprised_card(answered(["yes"] * yeses + ["no", "no_reply"], 70))
    assert card is not None
    assert card.title == title
    (row,) = card.rows
    assert row.said == f"{yeses} of {yeses + 2}"
    assert len(row.units) == (yeses + 2 if yeses < 10 else 0)
    assert row.length == pytest.approx(100 * yeses / (yeses + 2), abs=0.1)


def test_no_yes_is_no_card():
    assert surprised_card(answered(["no"] * 5, 70)) is None
    assert surprised_card(answered(["yes"] * 5, 50)) is None


def test_a_few_asks_give_a_glimpse_and_say_that_it_is_no_trend():
    card = most_card(measured(preparation=rehearsed(*["a_lot"] * 4, "a_bit", "a_bit", "no", "a_lot")))
    assert card.above == "What changed most so far"
    assert card.title == "How often you rehearse a lot."
    assert [(row.label, row.said) for row in card.rows] == [("at first", "4 of 4"), ("lately", "1 of 4")]
    assert card.note == "Eight asks so far: a glimpse, not yet a trend."


def test_a_glimpse_needs_three_in_each_half_and_something_to_see():
    too_early = "Too early to say what has changed. Going is what counts."
    assert most_card(measured(preparation=rehearsed("a_lot", "a_lot", "no", "no"))).title == too_early
    assert most_card(measured(preparation=rehearsed(*["a_lot"] * 8))).title == too_early


def test_a_trend_is_named_only_beyond_noise_and_shown_in_counts():
    def noes(*flinched):
        told = [Rep("x", START + timedelta(days=at), "shop", "no", flinched=word) for at, word in enumerate(flinched)]
        return measured(unflinching=unflinching(told))

    moved = most_card(noes(*["yes"] * 10, *["no"] * 10))
    assert (moved.above, moved.title) == (
        "What changed most",
        "You meet more noes without flinching than you did at first.",
    )
    assert [row.said for row in moved.rows] == ["0 of 10", "10 of 10"]
    assert "glimpse" not in moved.note
    stood = most_card(noes(*["yes", "no"] * 8, "no", "yes", "no", "yes"))
    assert stood.title == "Nothing clearly yet, and nothing has to."


def test_a_belief_that_moved_is_shown_in_the_five_words():
    told = reps(["no"] * 8, feared_before=70.0, feared_happened=0.0, feared_after=10.0)
    fell = Shift(Change(-60.0, -65.0, -55.0, 8), measured().numbers.shift.learning_rate, measured().numbers.shift.cost)
    card = most_card(measured(shift=fell, feared=feared_thing(told)))
    assert [(row.label, row.said) for row in card.rows] == [("before", "likely"), ("after", "no chance")]
