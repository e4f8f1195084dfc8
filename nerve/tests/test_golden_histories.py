"""Readable lives and the exact numbers they must give. The lives and the sums are in histories/*.toml."""

from datetime import date
from typing import Any

import pytest

from nerve.measured import Measured, Needs
from nerve.tests.golden import HISTORIES, found, lives, numbers_of, read

CASES = [(file, path) for file in lives() for path in read(file)["numbers"]]


@pytest.mark.parametrize(("file", "path"), CASES, ids=[f"{file.stem}: {path}" for file, path in CASES])
def test_a_life_gives_its_numbers(file, path):
    life = read(file)
    agree(found(numbers_of(life), path), life["numbers"][path])


def test_every_number_has_a_life_that_gives_it():
    spoken = {".".join(path.split(".")[:2]) for file, path in CASES if "value" in str(read(file)["numbers"][path])}
    for number in (
        *("going.asks", "going.went_anyway", "unflinching.share", "unflinching.change"),
        *("forecast.forecast", "forecast.heard", "forecast.gap", "forecast.brier", "forecast.curve"),
        *("channels.in_person", "channels.written", "shift.feared", "shift.learning_rate", "shift.cost"),
        *("sting.slope", "fade", "recovery.minutes", "recovery.windows", "recovery.change"),
        *("rounds.median", "rounds.course", "missed.share", "preparation.share", "preparation.windows"),
        *("preparation.change", "safe_making.over_apologised", "pull.then", "pull.latest", "pull.change"),
    ):
        assert number in spoken


def test_every_life_says_who_it_is_about():
    assert len(lives()) >= 10
    for file in lives():
        assert len(read(file)["about"]) > 40, f"{file.relative_to(HISTORIES)} needs a sentence about the life"


def agree(number: Any, expected: Any) -> None:
    """A measured number by value, interval and n, or by what it needs; anything else as it is."""
    if not isinstance(number, Measured):
        assert number == (close_to(expected) if isinstance(expected, float) else expected)
    elif "needs" in expected:
        assert number == type(number)(None, None, None, expected["n"], Needs(expected["needs"], expected["of"]))
    else:
        assert number.needs is None
        assert number.n == expected["n"]
        assert [number.value, number.low, number.high] == close_to(
            [expected[name] for name in ("value", "low", "high")]
        )


def close_to(expected: Any) -> Any:
    return pytest.approx(expected, rel=0, abs=1e-9)


def test_a_window_begins_on_a_monday():
    windows = numbers_of(read(HISTORIES / "back-to-herself.toml"))["recovery"].windows
    assert [window.start.weekday() for window in windows] == [0, 0]
    assert windows[0].start == date(2026, 3, 2)
