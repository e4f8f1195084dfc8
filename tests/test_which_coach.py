"""Which coach is on is what the report says, and the page about it says the same."""

from nerve.choice import choose
from nerve.graded import graded
from tests.shown import ROOT
from unflinch.coach.choosing import CHOOSE

REPORT = (ROOT / "docs" / "lab" / "report.md").read_text("utf-8")
PAGE = " ".join((ROOT / "docs" / "coach.md").read_text("utf-8").split())


def test_the_learner_is_on_only_where_the_report_says_that_it_may_be():
    assert CHOOSE is (choose if "The application may use the coach" in REPORT else graded)


def test_the_report_is_about_the_half_that_nothing_was_tuned_on():
    assert "Half: report." in REPORT
    assert "Coach: nerve.choice:choose." in REPORT


def test_the_page_about_the_coach_names_the_one_that_is_on():
    learner = PAGE.split("**The learner**")[1]
    assert ("It is the one you meet today" in learner) == (CHOOSE is choose)
