"""What the page about the coach promises is what the limits hold, and a curious person of twelve can read it."""

from nerve.parameters import DAYS_APART, HARD_STING, HEAVY_ASKS, MOST_STING, MOST_TENSION, STEP, STEPS_DOWN
from tests.readability import grade
from tests.shown import ROOT
from tests.test_reading_age import MOST, sentences_of

PAGE = (ROOT / "docs/coach.md").read_text("utf-8")
IN_WORDS = {2: "two"}


def test_the_limits_it_names_are_the_ones_that_hold():
    said = " ".join(PAGE.split())
    for promise in (
        f"tension above {MOST_TENSION:g} of 100",
        f"sting above {MOST_STING:g},",
        f"stung {HARD_STING:g} or more, the next {IN_WORDS[STEPS_DOWN]} cards are smaller: at least {STEP:g} points",
        f"No card twice within {DAYS_APART} days",
        f"After {HEAVY_ASKS} very hard asks in one day",
    ):
        assert promise in said


def test_it_can_be_read_at_twelve():
    assert grade(sentences_of(PAGE)) <= MOST


def test_it_says_in_simulation_wherever_it_speaks_of_results():
    results = [part for part in PAGE.split("\n\n") if "random" in part or "ahead" in part]
    assert results
    assert all("in simulation" in part for part in results)
