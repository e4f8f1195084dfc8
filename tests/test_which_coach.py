"""Which coach is on is what the report says, and the page about it says the same."""

from functools import partial
from inspect import signature

from nerve.choice import choose
from nerve.graded import graded
from tests.shown import ROOT
from unflinch.challenges.catalogue import catalogue
from unflinch.coach import next_step
from unflinch.coach.choosing import CHOOSE, choice_on

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


def test_either_coach_can_be_on(hand, monkeypatch):
    assert signature(graded).parameters == signature(choose).parameters
    monkeypatch.setattr(next_step, "choice_on", partial(choice_on, coach=graded))
    offer = hand.client.get("/").context["standing"].offer
    steps = [catalogue().steps[one.slug] for one in (offer.gentler, offer.challenge, offer.bolder) if one is not None]
    assert steps == sorted(set(steps))
    assert len(steps) > 1
    # The list says how likely a no is as the library does; the learner has a belief of its own.
    assert offer.choice.chance_of_no == 1 - catalogue().challenges[offer.challenge.slug].yes_rate
