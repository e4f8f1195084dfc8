import pytest
from hypothesis import given
from hypothesis import strategies as st

from nerve.boldness import STEPS, boldness_of
from nerve.dose import Dose, doses


@given(st.lists(st.none() | st.integers(1, STEPS)))
def test_every_ask_with_a_step_stands_on_one_rung(steps):
    boldness = boldness_of(steps)
    assert [rung.step for rung in boldness.ladder] == list(range(1, STEPS + 1))
    assert sum(rung.asks for rung in boldness.ladder) == boldness.n == len(steps) - steps.count(None)
    assert boldness.reached == max((rung.step for rung in boldness.ladder if rung.asks), default=None)


@given(st.lists(st.none() | st.integers(1, STEPS)))
def test_the_first_of_a_rung_is_an_ask_on_it(steps):
    for rung in boldness_of(steps).ladder:
        assert (rung.first is None) == (rung.asks == 0)
        assert rung.first is None or steps.index(rung.step) == rung.first - 1


@pytest.mark.parametrize("step", [0, 6, -1])
def test_a_step_off_the_ladder_is_refused(step):
    with pytest.raises(ValueError, match="between 1 and 5"):
        boldness_of([1, step])


def test_a_week_holds_its_asks_and_the_mean_of_its_days():
    assert doses({"first": 3, "second": 1}, [("first", 75.0), ("first", 25.0), ("third", 100.0)]) == (
        Dose("first", 3, 50.0, 2),
        Dose("second", 1, None, 0),
    )


@pytest.mark.parametrize("energy", [-1.0, 101.0, float("nan")])
def test_energy_off_the_scale_is_refused(energy):
    with pytest.raises(ValueError, match=r"^energy: "):
        doses({"first": 1}, [("first", energy)])
