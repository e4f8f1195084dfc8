from datetime import date, timedelta
from itertools import pairwise

from unflinch.backups.daily import _kept_days

TODAY = date(2026, 11, 30)


def test_a_year_of_days_is_thinned_to_days_weeks_and_months():
    year = [TODAY - timedelta(days=ago) for ago in range(400)]
    kept = sorted(_kept_days(year, today=TODAY), reverse=True)
    assert kept[:7] == year[:7]
    assert len(kept) <= 7 + 8 + 12
    assert kept[-1] == date(2025, 12, 31)
    assert max(one - other for one, other in pairwise(kept)) <= timedelta(days=31)


def test_few_are_all_kept():
    few = [TODAY - timedelta(days=ago) for ago in (0, 3, 40)]
    assert _kept_days(few, today=TODAY) == set(few)


def test_a_day_that_is_still_to_come_is_kept():
    assert TODAY + timedelta(days=2) in _kept_days([TODAY, TODAY + timedelta(days=2)], today=TODAY)
