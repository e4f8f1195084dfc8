"""Numbers in words: a change is named only beyond noise, and too few is a normal answer."""

from datetime import UTC, datetime, timedelta

import pytest

from nerve.forecast import forecast_against_result
from nerve.going import unflinching
from nerve.measured import Change, Measured, Needs
from nerve.missed import yeses_missed
from nerve.recovery import recovery_of
from nerve.rep import Rep
from nerve.shift import Shift
from nerve.sting import sting_of_noes
from unflinch.insights import sentences
from unflinch.insights.charts import bars_of, curve_of

START = datetime(2026, 9, 1, 12, tzinfo=UTC)


def reps(outcomes, **told):
    return [Rep("x", START + timedelta(days=at), "shop", outcome, **told) for at, outcome in enumerate(outcomes)]


def test_too_few_says_how_many_more():
    assert sentences.of_forecast(forecast_against_result(reps(["no"], no_before=70))) == (
        "Too few to tell yet: 7 more answered asks with a forecast of a no."
    )
    assert sentences.lacking(Needs(1, "noes")) == "1 more no with its sting"
    assert sentences.lacking(None) == ""


def test_a_gap_is_named_only_where_the_interval_excludes_none():
    high = sentences.of_forecast(forecast_against_result(reps(["no"] * 2 + ["yes"] * 18, no_before=80)))
    low = sentences.of_forecast(forecast_against_result(reps(["no"] * 18 + ["yes"] * 2, no_before=20)))
    same = sentences.of_forecast(forecast_against_result(reps(["no", "yes"] * 5, no_before=50)))
    assert "You said a no was 80 % likely and heard one in 10 % of 20 answers" in high
    assert "You expected more noes than came. Many cards here are picked because a yes is likely" in high
    assert low.endswith("More noes came than you expected.")
    assert same.endswith("too close together to call.")


def falling(step):
    return [Rep("x", START + timedelta(days=at), "", "no", sting=80 + step * at) for at in range(12)]


@pytest.mark.parametrize(("step", "word"), [(-4, "It falls"), (1.5, "It rises")])
def test_the_sting_is_said_as_it_goes_and_never_called_success(step, word):
    said = sentences.of_sting(sting_of_noes(falling(step)))
    assert said.startswith(f"12 noes. {word}: ")
    assert "points a week" in said
    assert "No clear direction" in sentences.of_sting(sting_of_noes(reps(["no"] * 10, sting=40)))
    assert "better" not in said


def test_a_slow_fall_is_said_by_the_year_and_never_as_minus_zero():
    years = [Rep("x", START + timedelta(days=700 * at), "", "no", sting=90 - 2 * at) for at in range(20)]
    assert sentences.of_sting(sting_of_noes(years)) == ("20 noes. It falls: −1.0 points a year, between −1.0 and −1.0.")
    assert "0.0 points a week, between 0.0 and 0.0" in sentences.of_sting(sting_of_noes(reps(["no"] * 10, sting=40)))


def test_a_sting_without_days_is_counted_by_turns():
    undated = [Rep("x", None, "", "no", sting=80 - at) for at in range(10)]
    assert "points a no" in sentences.of_sting(sting_of_noes(undated))
    curve = curve_of(sting_of_noes(undated))
    assert (curve.first, curve.last, len(curve.newest)) == ("no. 1", "no. 10", 10)


def test_a_shift_is_said_either_way():
    assert sentences.of_shift(Change(-20.0, -25.0, -10.0, 8)).startswith(
        "After an ask the feared thing looks less likely"
    )
    assert "likelier" in sentences.of_shift(Change(20.0, 10.0, 25.0, 8))
    assert "about as likely" in sentences.of_shift(Change(0.0, -5.0, 5.0, 8))
    assert "−20.0 points, between −25.0 and −10.0" in sentences.of_shift(Change(-20.0, -25.0, -10.0, 8))


@pytest.mark.parametrize(
    ("word", "said"),
    [("minutes", "minutes"), ("hour", "an hour"), ("today", "later that day"), ("not_yet", "a day or more")],
)
def test_recovery_is_said_as_one_would(word, said):
    told = recovery_of([Rep("x", START, "shop", "no", back_after=word)] * 6)
    assert sentences.of_recovery(told) == said
    assert sentences.of_recovery_range(told) == "from 6 asks"
    assert (sentences.of_recovery(recovery_of([])), sentences.of_recovery_range(recovery_of([]))) == ("", "")


@pytest.mark.parametrize(("by", "word"), [(-20.0, "less"), (20.0, "more"), (0.0, "about as much")])
def test_what_is_left_of_the_sting_is_said_either_way(by, word):
    said = sentences.of_fade(Change(by, by - 5, by + 5, 8))
    assert said.startswith(f"When you looked back, it stung {word} ")
    assert said.endswith("from 8 looks back. Most things sting less on a later day.")
    assert sentences.of_fade(Change.lacking(1, 5, "echoes")) == ""


@pytest.mark.parametrize(("by", "word"), [(-20.0, "less bad"), (20.0, "worse"), (0.0, "about as bad")])
def test_what_a_no_did_to_the_next_is_said_either_way(by, word):
    assert sentences.of_cost(Change(by, by - 5, by + 5, 8)).startswith(f"After a no, the next one looks {word} ")
    assert sentences.of_cost(Change.lacking(1, 5, "noes")) == ""


@pytest.mark.parametrize(("by", "word"), [(-8.0, "less likely"), (8.0, "likelier"), (0.0, "about as likely")])
def test_the_forecast_before_the_next_ask_of_a_kind_is_said_either_way(by, word):
    said = sentences.of_transfer(Change(by, by - 5, by + 5, 8))
    assert said.startswith(f"Before the next ask of a kind, the feared thing looks {word} to you")
    assert said.endswith("from 8 asks.")
    assert sentences.of_transfer(Change.lacking(1, 5, "next_asks")) == ""


@pytest.mark.parametrize(
    ("low", "said"), [(0.4, "went 50 % of the way from what you feared to what came (40 to 60 %"), (-0.1, "")]
)
def test_how_far_a_belief_went_is_said_only_beyond_noise(low, said):
    rate = Measured(0.5, low, 0.6, 9)
    fell, stood = Change(-20.0, -30.0, -10.0, 9), Change(-10.0, -20.0, 0.0, 9)
    told, untold = (sentences.of_learning(Shift(feared, rate, fell)) for feared in (fell, stood))
    assert said in told
    assert (bool(told), untold) == (bool(said), "")


def test_noes_met_without_flinching_are_told_with_their_interval():
    told = unflinching([Rep("x", START, "shop", "no", flinched="no")] * 8)
    assert sentences.of_unflinching(told.share).startswith("You didn’t flinch at 100 % of the noes (")
    assert sentences.of_unflinching(Measured.lacking(0, 8, "noes")) == ""


def test_yeses_that_would_have_been_missed_are_counted_and_none_is_not_mentioned():
    assert sentences.of_missed(yeses_missed(reps(["yes", "no", "no_reply"], no_before=80))) == (
        "Where you expected a no, 1 of 3 said yes."
    )
    assert sentences.of_missed(yeses_missed(reps(["no"], no_before=80))) == ""


def test_no_number_shows_a_minus_zero():
    assert (sentences.rounded(-0.2), sentences.rounded(None), sentences.rounded_signed(None)) == ("0", "", "")


def test_bars_are_there_only_with_enough_answers():
    assert bars_of(forecast_against_result(reps(["no"], no_before=70))) is None
    bars = bars_of(forecast_against_result(reps(["no", "yes"] * 8, no_before=50)))
    assert bars is not None
    assert bars.low < 84 + bars.heard < bars.high


def test_an_empty_curve_has_neither_line_nor_band():
    curve = curve_of(sting_of_noes([]))
    assert (curve.dots, curve.line, curve.band, curve.first) == ((), "", "", "")
    one = curve_of(sting_of_noes(reps(["no"], sting=50)))
    assert (len(one.dots), one.line) == (1, "")
