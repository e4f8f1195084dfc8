"""Sheets that hold what the screen used to say for an answer come in as those that hold what it says now."""

import pytest

from unflinch.practice.vocabulary import Audience, BackAfter, Link, NoKind, NotAskedReason, SafeHabit
from unflinch.takeout.diary.fields import FIELDS, REASONS
from unflinch.takeout.diary.folding import tidy_cell


@pytest.mark.parametrize(
    ("field", "older", "now", "code"),
    [
        ("back_after", "later today", "a few hours", BackAfter.TODAY),
        ("back_after", "an hour", "about an hour", BackAfter.HOUR),
        ("no_kind", "explained", "with a reason", NoKind.EXPLAINED),
        ("no_kind", "plain", "just no", NoKind.PLAIN),
        ("audience", "a group that answers once", "a group, with one answer", Audience.GROUP),
        ("grew_out_as", "was passed on", "they sent me to somebody else", Link.PASSED_ON),
    ],
)
def test_what_a_choice_was_called_is_read_as_what_it_is_called_now(field, older, now, code):
    assert FIELDS[field](older) == FIELDS[field](now) == code


def test_safety_habits_are_read_by_either_name():
    older = FIELDS["safe_habits"]("joked it away; avoided eyes; phone in hand")
    assert older == FIELDS["safe_habits"]("made a joke of it; looked away; held on to my phone")
    assert older == [SafeHabit.JOKED, SafeHabit.AVOIDED_EYES, SafeHabit.PHONE]


def test_why_nothing_was_asked_is_read_by_either_name():
    older, now = tidy_cell("no chance came"), tidy_cell(NotAskedReason.NO_CHANCE.label)
    assert older != now
    assert REASONS[older] == REASONS[now] == NotAskedReason.NO_CHANCE
