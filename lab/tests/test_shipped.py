"""A month of following Today with the cards that ship: a few people here, three hundred in `make prove`."""

import numpy as np
import pytest

from lab.shipped import months
from lab.shipped_page import FIGURES, share_heard, shipped_table


def never(played):
    """What no month may hold, whoever lives it."""
    for month in played:
        assert (month.early, month.again, month.inverted) == (0, 0, 0)
        assert month.own_noes * 6 <= 30 + 6


def test_a_month_brings_noes_and_ever_other_cards_and_breaks_no_rest():
    played = months(10)
    never(played)
    assert 0.2 <= np.median([share_heard(month) for month in played]) <= 0.45
    assert all(month.distinct >= 20 for month in played)
    assert sum(month.calmer for month in played) >= 0.9 * sum(month.pairs for month in played)


def test_the_same_arguments_give_the_same_month():
    assert months(2, days=4) == months(2, days=4)


def test_the_table_has_a_row_for_each_figure_and_says_that_it_is_in_simulation():
    table = shipped_table({"some of both": months(2)}, 2)
    assert "in simulation" in str(table.title)
    assert table.row_count == len(FIGURES)


@pytest.mark.prove
def test_three_hundred_people_hear_the_noes_they_want():
    played = [month for month in months(300) if month.often]
    never(played)
    low, high = np.quantile([share_heard(month) for month in played], [0.25, 0.75])
    assert 0.25 <= low <= high <= 0.45
    assert np.mean([month.noes >= 3 for month in played]) >= 0.9
    anxious = np.quantile([month.anxiety for month in played], 0.8)
    assert np.mean([month.noes >= 2 for month in played if month.anxiety >= anxious]) >= 0.9
    assert np.mean([month.distinct >= 24 for month in played]) >= 0.9
    assert sum(month.calmer for month in played) >= 0.95 * sum(month.pairs for month in played)


@pytest.mark.prove
def test_who_looks_for_a_no_hears_more_of_them():
    played = months(100, appetite="looking_for_a_no")
    never(played)
    assert np.median([share_heard(month) for month in played]) >= 0.55
