"""What is worked out once, or from the last asks alone, is what the long way gives."""

from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from nerve.appetite import aim_of
from nerve.belief import believe
from nerve.beliefs import Beliefs
from nerve.choice import choose
from nerve.library import library_of
from nerve.limits import done_lately, must_rest
from nerve.parameters import ANSWERS_HEEDED, CATCH_UP, DAYS_APART, HARD_STING, HARD_TENSION, HIGHEST_AIM, LOWEST_AIM
from nerve.replay import replay
from nerve.tests.lives import life
from nerve.tests.offers import LADDER, NOW, reps

RESTS = {"a": 30, "b": 180}


@given(st.integers(0, 10**6))
def test_what_was_believed_for_one_choice_serves_the_next_where_only_other_cards_rest(seed):
    question = life(seed)
    keys = sorted(card.key for card in question["cards"])
    beliefs = Beliefs()
    for number in range(3):
        question["resting"] = frozenset(Random(number).sample(keys, len(keys) // 2))
        once, anew = (choose(**question, rng=Random(7), beliefs=known) for known in (beliefs, None))
        assert once == anew


@given(reps)
def test_only_what_was_asked_within_its_rest_rests(log):
    def rests(rep):
        days = RESTS.get(rep.key, DAYS_APART) if rep.made else DAYS_APART
        return rep.at is not None and (rep.made or rep.too_much) and NOW - rep.at < timedelta(days=days)

    assert done_lately(log, now=NOW, rest_days=RESTS) == {rep.key for rep in log if rests(rep)}


@given(reps)
def test_two_heavy_asks_on_one_of_two_days_call_for_a_rest(log):
    def heavy(rep):
        edge = rep.tension_before is not None and rep.tension_before >= HARD_TENSION
        return rep.made and (edge or (rep.sting is not None and rep.sting >= HARD_STING))

    days = [(NOW.date() - rep.at.date()).days for rep in log if rep.at is not None and heavy(rep)]
    assert must_rest(log, now=NOW) == (days.count(0) >= 2 or days.count(1) >= 2)


@given(reps.map(lambda log: log * 3))
def test_the_last_answers_alone_say_what_is_owed(log):
    answers = [rep.outcome == "no" for rep in log if rep.answered][-ANSWERS_HEEDED:]
    owed = 0.33 * len(answers) - sum(answers)
    assert aim_of(0.33, log, library_of(LADDER)) == min(HIGHEST_AIM, max(LOWEST_AIM, 0.33 + owed / CATCH_UP))


@given(st.integers(0, 10**6))
def test_something_alike_was_asked_as_long_ago_as_the_last_ask_within_half_its_reach(seed):
    question = life(seed)
    library = library_of(question["cards"])
    told = replay(library.row_of, question["reps"], now=question["now"])
    near = library.near(0.60)
    for row, rested in enumerate(believe(library, told, None).rested):
        alike = [told.ago[at] for at in range(len(told)) if told.asked[at] and near[told.card[at], row] >= 0.5]
        assert rested == min([365.0, *alike])
