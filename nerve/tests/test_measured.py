import dataclasses

import pytest

from nerve.measured import Change, Measured, Needs


@pytest.mark.parametrize(
    ("low", "high", "moved"),
    [
        (0.1, 5.0, "up"),
        (-5.0, -0.1, "down"),
        (-5.0, 5.0, None),
        (0.0, 5.0, None),
        (-5.0, 0.0, None),
        (0.0, 0.0, None),
    ],
)
def test_a_change_is_named_only_where_its_interval_leaves_zero_out(low, high, moved):
    assert Change((low + high) / 2, low, high, 9).moved == moved


def test_a_change_too_few_to_tell_is_not_named():
    assert Change.lacking(3, 3, "re_ratings").moved is None


def test_what_is_too_few_to_tell_says_what_it_needs():
    number = Measured.lacking(5, 3, "forecasts")
    assert (number.value, number.low, number.high) == (None, None, None)
    assert (number.n, number.needs) == (5, Needs(3, "forecasts"))


def test_a_count_is_known():
    count = Measured.counted(3, 7)
    assert (count.low, count.value, count.high, count.n, count.level) == (3.0, 3.0, 3.0, 7, 0.95)


@pytest.mark.parametrize(
    "parts",
    [
        (1.0, None, None, 8, None),
        (None, None, None, 8, None),
        (1.0, 0.0, 2.0, 8, Needs(1, "noes")),
        (3.0, 0.0, 2.0, 8, None),
        (-1.0, 0.0, 2.0, 8, None),
        (float("nan"), float("nan"), float("nan"), 8, None),
        (1.0, 0.0, float("inf"), 8, None),
    ],
)
def test_a_number_that_makes_no_sense_is_refused(parts):
    with pytest.raises(ValueError, match="interval"):
        Measured(*parts)


def test_a_number_does_not_change_once_it_is_made():
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(Measured.counted(3, 7), "value", 4.0)  # noqa: B010  # mypy would refuse it as plain code
