"""What fades and what stays, when nobody practises any more."""

import numpy as np
import pytest

from lab.tests.laboratory import SPEECH, Study, crowd, deck_of

OTHER = [0.5, 0.5, 0.5, 0.5, 0.5]


@pytest.fixture
def practised():
    study = Study(crowd(), deck_of([SPEECH, OTHER]))
    for _ in range(5):
        study.ask(0)
        study.sleep(2)
    return study


def test_in_those_who_quit_fear_comes_back_a_little_and_not_all_of_it(practised):
    fresh = Study(crowd(), deck_of([SPEECH, OTHER]))
    after = practised.tension(0)
    practised.sleep(60)
    assert after < practised.tension(0) < fresh.tension(0) - 3


def test_what_is_brief_fades_sooner_than_what_lasts(practised):
    brief, lasting = practised.learner.brief.mean(), practised.learner.lasting.mean()
    practised.sleep(30)
    assert practised.learner.brief.mean() / brief < 0.5
    assert practised.learner.lasting.mean() / lasting > 0.8


def test_tiredness_and_habit_are_gone_after_a_month(practised):
    practised.sleep(30)
    assert practised.learner.habit.max() < 1e-6
    assert np.median(practised.learner.tiredness) < 0.01


def test_safety_holds_best_where_it_was_learned(practised):
    assert practised.tension(0, place=0) < practised.tension(0, place=4)


def test_a_challenge_that_is_like_the_practised_one_gains_too(practised):
    fresh = Study(crowd(), deck_of([SPEECH, OTHER]))
    assert practised.tension(1) < fresh.tension(1)
    assert fresh.tension(1) - practised.tension(1) < fresh.tension(0) - practised.tension(0)


def test_a_copy_of_people_goes_its_own_way(practised):
    learner = practised.learner
    copied = learner.of(np.array([4, 4, 7]))
    before = learner.brief.copy()
    copied.night(np.zeros(3), np.zeros(3, dtype=np.bool_), np.zeros(3, dtype=np.bool_))
    copied.learn_chance(np.array([0]), np.array([0]), np.array([0.5]))
    assert np.array_equal(learner.brief, before)
    assert copied.no_shift[0, 0] != copied.no_shift[1, 0]
