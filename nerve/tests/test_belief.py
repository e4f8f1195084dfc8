"""What the coach finds out about somebody from the log."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from nerve.belief import believe
from nerve.library import library_of
from nerve.parameters import HARSH_COST, PLAIN_COST
from nerve.rep import Rep
from nerve.replay import replay
from nerve.tests.offers import LADDER, NOW
from nerve.worth import expected_sting

ROWS = {card.key: row for row, card in enumerate(LADDER)}


def belief_after(reps, cards=LADDER):
    return believe(library_of(cards), replay(ROWS, reps, now=NOW), None)


def noes(**told):
    return [Rep(card.key, NOW - timedelta(days=row), "shop", "no", **told) for row, card in enumerate(LADDER)]


def test_noes_that_turn_out_mild_are_expected_to_be_mild():
    mild, bad = (belief_after(noes(feared_happened=happened)).awful for happened in (10, 40))
    assert mild == pytest.approx(0.1, abs=0.02)
    assert bad == pytest.approx(0.4, abs=0.02)


def test_a_sting_tells_how_bad_a_no_was_where_nothing_else_does():
    mild, bad = (belief_after(noes(cost_before=50, sting=sting)).awful for sting in (35, 50))
    assert mild < PLAIN_COST < bad


def expected_after(**told):
    return expected_sting(belief_after(noes(cost_before=90, feared_happened=25, **told))).mean()


def test_what_stings_less_or_more_than_is_reckoned_of_anybody_is_expected_to():
    assert expected_after(sting=20) < expected_after() - 10
    assert expected_after(sting=74) > expected_after() + 10


def test_a_harsh_sting_is_not_expected_of_every_no_and_old_stings_are_forgotten():
    assert belief_after(noes(cost_before=90, sting=90)).sting_off == 0.0
    long_ago = [replace(rep, at=NOW - timedelta(days=200)) for rep in noes(sting=20)]
    assert belief_after(long_ago).sting_off == pytest.approx(0.0, abs=0.5)


def test_a_harsh_no_does_not_make_every_no_harsh():
    assert belief_after(noes(feared_happened=100 * HARSH_COST)).awful == pytest.approx(PLAIN_COST)


def test_a_feared_thing_that_is_thought_likelier_than_a_no_is_something_else_and_says_little_of_one():
    def cost_by(feared, no):
        told = Rep(LADDER[0].key, NOW - timedelta(days=1), "shop", "not_asked", no_before=no, feared_before=feared)
        return belief_after([told]).felt_cost.mean() - belief_after([]).felt_cost.mean()

    assert cost_by(feared=48, no=50) > 0.1
    assert abs(cost_by(feared=70, no=20)) < 0.03
    assert abs(cost_by(feared=100, no=0)) < 0.03


def test_one_slip_of_a_re_rating_does_not_settle_which_surprises_somebody_believes():
    told = Rep(LADDER[3].key, NOW - timedelta(days=1), "shop", "yes", no_before=80, feared_before=60, cost_before=75)
    usual = belief_after([]).kinds
    for feared_after in (0, 100):
        assert belief_after([replace(told, feared_after=feared_after)]).kinds == pytest.approx(usual, abs=0.25)


def test_somebody_who_expects_noes_of_bold_asks_more_than_the_library_does_is_believed():
    flat = [replace(card, yes_rate=0.3 if row % 2 else 0.8) for row, card in enumerate(LADDER)]
    steep = [
        Rep(card.key, NOW - timedelta(days=1), "shop", "not_asked", no_before=5 + 4.5 * row)
        for row, card in enumerate(flat)
    ]
    before, after = belief_after([], flat).yes, belief_after(steep, flat).yes
    assert after[0] - after[-1] > before[0] - before[-1] + 0.05


SIGNS = np.where(np.arange(len(LADDER)) // 2 % 2, 1.0, -1.0)


def rated(scatter, cards=LADDER):
    """These cards with rates that lie so many logits above and below those of their kind."""
    rates = 1.0 / (1.0 + np.exp(-scatter * SIGNS[: len(cards)]))
    return [replace(card, yes_rate=float(rate)) for card, rate in zip(cards, rates, strict=True)]


def pull(scatter, cards=LADDER):
    """How much of what is its own a card keeps then."""
    return np.abs(library_of(rated(scatter, cards)).yes).max() / scatter


def test_a_single_rate_counts_less_the_wider_all_of_them_scatter():
    assert pull(1.5) < pull(0.2)


def test_where_rates_scatter_no_more_than_cards_of_one_kind_do_most_of_a_single_one_counts():
    assert pull(0.4) > 0.6
    assert pull(0.05) == pytest.approx(1.0)


def test_whether_somebody_has_a_feeling_for_what_a_card_has_of_its_own_is_learned_from_their_forecasts():
    cards = rated(0.6)

    def felt(*told):
        """How much likelier a no feels of the last cards that are refused more than of the others."""
        asked = zip(cards, told, strict=False)
        reps = [Rep(card.key, NOW - timedelta(days=1), "shop", "not_asked", no_before=no) for card, no in asked]
        found = belief_after(reps, cards).felt_no[14:]
        return found[SIGNS[14:] < 0].mean() - found[SIGNS[14:] > 0].mean()

    usual, apart = 100 * belief_after([], cards).felt_no[:14], 100 * felt() / 2
    of_nothing_own, of_twice_its_own = usual + apart * SIGNS[:14], usual - apart * SIGNS[:14]
    assert felt(*of_nothing_own) < 0.8 * felt()
    assert felt(*of_twice_its_own) > 1.25 * felt()


def test_few_cards_show_no_scatter_and_are_taken_to_be_as_far_off_as_rates_are():
    alike = [replace(LADDER[0], key=str(number)) for number in range(4)]
    assert 0.55 < pull(0.1, alike) < 0.7


def test_of_a_kind_of_cards_as_much_is_in_doubt_as_their_rates_scatter_beyond_what_is_their_own():
    certain, usual, wide = (np.abs(library_of(rated(scatter)).doubts).max() for scatter in (0.1, 0.5, 1.5))
    assert certain == pytest.approx(0.0)
    assert 0 < usual < wide / 2
