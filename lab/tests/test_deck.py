"""The challenges: what each has of its own, and what the library and people make of it."""

import numpy as np
import pytest

from lab.arrays import safe_logit
from lab.deck import HELD_OUT, PRACTISED, WRITTEN_LOSS, YES_LOGITS, YES_LOSS, draw_deck
from lab.learners.rescorla_wagner import RescorlaWagner
from lab.people import draw_people
from lab.trial import run
from lab.worlds import WORLDS


def decks(**how):
    return [draw_deck(3, number=number, written=0.2, **({"error": 0.3} | how)) for number in range(40)]


def own(deck):
    """What the challenges have of their own, beside what their facets say, in logits."""
    return deck.yes_logits - (YES_LOGITS - deck.facets @ YES_LOSS - WRITTEN_LOSS * deck.written)


def test_challenges_of_one_kind_differ_in_being_granted():
    found = np.array([own(deck) for deck in decks()])
    assert found.shape == (40, PRACTISED + HELD_OUT)
    assert found.mean() == pytest.approx(0.0, abs=0.03)
    assert found.std() == pytest.approx(0.4, abs=0.03)
    assert not any(own(deck).any() for deck in decks(own_rates=0.0))


def test_the_library_knows_of_it_and_errs_by_as_much_as_is_said():
    apart = np.array([safe_logit(deck.told_rates) - deck.yes_logits for deck in decks()])
    assert apart.std() == pytest.approx(0.3, abs=0.03)
    assert abs(np.corrcoef(apart.ravel(), np.array([own(deck) for deck in decks()]).ravel())[0, 1]) < 0.05


def test_people_expect_more_noes_where_more_is_refused_for_reasons_of_its_own():
    deck = decks()[0]
    felt = RescorlaWagner(draw_people(3, "tuning", 0, 50), deck).no_before.mean(axis=0)
    plain = RescorlaWagner(draw_people(3, "tuning", 0, 50), decks(own_rates=0.0)[0]).no_before.mean(axis=0)
    refused = (own(deck) < 0) & ~deck.written
    assert (felt[refused] > plain[refused]).all()
    unfelt = RescorlaWagner(draw_people(3, "tuning", 0, 50), decks(felt=0.0)[0])
    assert np.allclose(unfelt.no_before.mean(axis=0), plain)
    assert np.array_equal(unfelt.deck.yes_logits, deck.yes_logits)


@pytest.mark.parametrize("name", [name for name in WORLDS if name.startswith("surroundings")])
def test_where_surroundings_differ_it_is_not_the_challenge_that_does(name):
    world = WORLDS[name]
    assert (world.own_rates, world.surroundings) == (0.0, 0.4)
    assert not np.array_equal(run("list", name, 10, workers=1).noes, run("list", "base", 10, workers=1).noes)
