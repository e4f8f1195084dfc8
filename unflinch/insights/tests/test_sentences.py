"""Numbers in words: a change is named only beyond noise, and too few is a normal answer."""

from dataclasses import replace
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
from unflinch.insights.charts.flinching import flinching_chart
from unflinch.insights.charts.forecast import forecast_chart
from unflinch.insights.charts.missed import missed_chart
from unflinch.insights.charts.recovery import recovery_chart
from unflinch.insights.charts.shapes import Bars, Curve, Spans
from unflinch.insights.charts.shift import shift_chart
from unflinch.insights.charts.sting import sting_chart
from unflinch.insights.tests.measured import measured

START = datetime(2026, 9, 1, 12, tzinfo=UTC)
TOO_FEW = Change.lacking(1, 5, "echoes")


def reps(outcomes, **told):
    return [Rep("x", START + timedelta(days=at), "shop", outcome, **told) for at, outcome in enumerate(outcomes)]


def said(chart):
    """Everything that a chart says to the person."""
    return "" if chart is None else " ".join(chart.sentences)


def shift(**changes):
    parts = {"feared": TOO_FEW, "learning_rate": Measured.lacking(1, 5, "gaps"), "cost": TOO_FEW, **changes}
    return Shift(**parts)


def test_too_few_says_how_many_more():
    assert said(forecast_chart(measured(forecast=forecast_against_result(reps(["no"], no_before=70))))) == (
        "Too few to tell yet: 7 more answered asks with a forecast of a no."
    )
    assert sentences.lacking(Needs(1, "noes")) == "1 more no with its sting"
    assert sentences.lacking(None) == ""


def test_a_gap_is_named_only_where_the_interval_excludes_none_and_says_what_it_is_made_of():
    high, low, same = (
        forecast_chart(measured(forecast=forecast_against_result(reps(outcomes, no_before=percent))))
        for outcomes, percent in (
            (["no"] * 2 + ["yes"] * 18, 80),
            (["no"] * 18 + ["yes"] * 2, 20),
            (["no", "yes"] * 5, 50),
        )
    )
    assert "You said a no was 80% likely and heard one in 10% of 20 answers" in said(high)
    assert "You expect more noes than you get." in said(high)
    assert "You get more noes than you expect." in said(low)
    assert "too close to call." in said(same)
    for chart in (high, low, same):
        assert "Many cards here are picked because a yes is likely." in said(chart)
        assert "Many cards were picked because a yes is likely" in chart.third_person[0]


def falling(step):
    return [Rep("x", START + timedelta(days=at), "", "no", sting=80 + step * at) for at in range(12)]


def of_sting(reps):
    return sting_chart(measured(sting=sting_of_noes(reps), fade=TOO_FEW))


@pytest.mark.parametrize(("step", "word"), [(-4, "It falls"), (1.5, "It rises")])
def test_the_sting_is_said_as_it_goes_and_never_called_success(step, word):
    words = said(of_sting(falling(step)))
    assert words.startswith(f"12 noes. {word}: ")
    assert "points a week" in words
    assert "No clear direction" in said(of_sting(reps(["no"] * 10, sting=40)))
    assert "better" not in words


def test_a_slow_fall_is_said_by_the_year_and_never_as_minus_zero():
    years = [Rep("x", START + timedelta(days=700 * at), "", "no", sting=90 - 2 * at) for at in range(20)]
    assert said(of_sting(years)) == "20 noes. It falls: −1.0 points a year, between −1.0 and −1.0."
    assert "0.0 points a week, between 0.0 and 0.0" in said(of_sting(reps(["no"] * 10, sting=40)))


def test_a_sting_without_days_is_counted_by_turns():
    chart = of_sting([Rep("x", None, "", "no", sting=80 - at) for at in range(10)])
    assert "points each time" in said(chart)
    assert isinstance(chart.picture, Curve)
    assert (chart.picture.first, chart.picture.last, len(chart.picture.newest)) == ("no. 1", "no. 10", 10)


@pytest.mark.parametrize(("by", "word"), [(-20.0, "less likely"), (20.0, "likelier"), (0.0, "about as likely")])
def test_a_shift_is_said_either_way(by, word):
    words = said(shift_chart(measured(shift=shift(feared=Change(by, by - 5, by + 5, 8)), transfer=TOO_FEW)))
    assert words.startswith(f"After an ask the feared thing looks {word} ")
    assert f"points, between {sentences.rounded_signed(by - 5)} and {sentences.rounded_signed(by + 5)}, from 8" in words


@pytest.mark.parametrize(
    ("word", "words"),
    [("minutes", "a few minutes"), ("hour", "an hour"), ("today", "later that day"), ("not_yet", "a day or more")],
)
def test_recovery_is_said_as_one_would(word, words):
    chart = recovery_chart(measured(recovery=recovery_of([Rep("x", START, "shop", "no", back_after=word)] * 6)))
    assert said(chart) == f"Usually {words} (from 6 asks)."
    assert chart is not None
    assert chart.third_person == [f"Typically {words} (from 6 asks)."]
    assert said(recovery_chart(measured(recovery=recovery_of([])))).startswith("Too few to tell yet")


@pytest.mark.parametrize(("by", "word"), [(-20.0, "less"), (20.0, "more"), (0.0, "about as much")])
def test_what_is_left_of_the_sting_is_said_either_way(by, word):
    told = measured(sting=sting_of_noes([]), fade=Change(by, by - 5, by + 5, 8))
    assert f"When you checked in later, it stung {word} " in said(sting_chart(told))
    assert said(sting_chart(told)).endswith("from 8 check-ins. Most things sting less on a later day.")


@pytest.mark.parametrize(("by", "word"), [(-20.0, "less bad"), (20.0, "worse"), (0.0, "about as bad")])
def test_what_a_no_did_to_the_next_is_said_either_way(by, word):
    words = said(shift_chart(measured(shift=shift(cost=Change(by, by - 5, by + 5, 8)), transfer=TOO_FEW)))
    assert f"After a no, the next one looks {word} " in words


@pytest.mark.parametrize(("by", "word"), [(-8.0, "less likely"), (8.0, "likelier"), (0.0, "about as likely")])
def test_the_forecast_before_the_next_ask_of_a_kind_is_said_and_drawn_either_way(by, word):
    chart = shift_chart(measured(shift=shift(), transfer=Change(by, by - 5, by + 5, 8)))
    assert f"Before the next ask of a kind, the feared thing looks {word} to you" in said(chart)
    assert isinstance(chart.picture, Spans)
    (span,) = chart.picture.spans
    assert span.words == "The feared thing, before the next ask like it"
    assert span.low < span.x < span.high
    assert (span.x < chart.picture.zero, span.x > chart.picture.zero) == (by < 0, by > 0)


@pytest.mark.parametrize(
    ("low", "words"), [(0.4, "went 50% of the way from what you feared to what happened (40 to 60%"), (-0.1, "")]
)
def test_how_far_a_belief_went_is_said_only_beyond_noise(low, words):
    rate = Measured(0.5, low, 0.6, 9)
    fell, stood = Change(-20.0, -30.0, -10.0, 9), Change(-10.0, -20.0, 0.0, 9)
    told, untold = (
        said(shift_chart(measured(shift=shift(feared=feared, learning_rate=rate), transfer=TOO_FEW)))
        for feared in (fell, stood)
    )
    assert words in told
    assert ("of the way" in told, "of the way" in untold) == (bool(words), False)


def test_noes_met_without_flinching_are_told_with_their_interval():
    told = unflinching([Rep("x", START, "shop", "no", flinched="no")] * 8)
    assert said(flinching_chart(measured(unflinching=told))).startswith("You didn’t flinch at 100% of the noes (")
    assert flinching_chart(measured(unflinching=replace(told, share=Measured.lacking(0, 8, "noes")))) is None


def test_yeses_that_would_have_been_missed_are_counted_and_none_is_not_mentioned():
    some, none = (yeses_missed(reps(outcomes, no_before=80)) for outcomes in (["yes", "no", "no_reply"], ["no"]))
    assert said(missed_chart(measured(missed=some))) == "Where you expected a no, 1 of 3 said yes."
    assert missed_chart(measured(missed=none)) is None


def test_no_number_shows_a_minus_zero():
    assert (sentences.rounded(-0.2), sentences.rounded(None), sentences.rounded_signed(None)) == ("0", "", "")


def test_bars_are_there_only_with_enough_answers():
    few, many = (forecast_against_result(reps(outcomes, no_before=50)) for outcomes in (["no"], ["no", "yes"] * 8))
    assert forecast_chart(measured(forecast=few)).picture is None
    picture = forecast_chart(measured(forecast=many)).picture
    assert isinstance(picture, Bars)
    heard = picture.bars[1]
    assert heard.low is not None
    assert heard.high is not None
    assert heard.low < heard.length < heard.high


def test_a_few_stings_are_dots_without_line_or_band_and_a_single_one_is_no_picture():
    assert [of_sting(reps(["no"] * n, sting=50)).picture for n in (0, 1)] == [None, None]
    two = of_sting(reps(["no", "no"], sting=50)).picture
    assert isinstance(two, Curve)
    assert (len(two.dots), two.line, two.band) == (2, "", "")
