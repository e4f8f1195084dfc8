from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nerve.pull import PullRating, pull_of

PULLS = st.none() | st.floats(0, 100)
OFFERS = st.builds(PullRating, st.sampled_from("abcdefgh"), st.none(), PULLS, st.booleans())


@given(st.lists(OFFERS, max_size=60))
def test_a_pull_stays_on_its_scale(offers):
    pull = pull_of(offers)
    assert pull.then.n == pull.latest.n == pull.change.n
    for measured, low, high in ((pull.then, 0, 100), (pull.latest, 0, 100), (pull.change, -100, 100)):
        ends = measured.spoken
        assert ends is None or low <= ends[0] <= ends[1] <= ends[2] <= high


@given(st.lists(st.builds(PullRating, st.sampled_from("abcdefgh"), st.none(), PULLS, st.just(True)), max_size=40))
def test_what_was_never_let_go_tells_nothing(offers):
    assert pull_of(offers).change.n == 0


@pytest.mark.parametrize(
    ("field", "value"),
    [("at", datetime(2026, 3, 2)), ("pull", 101), ("pull", float("nan"))],  # noqa: DTZ001  # a naive moment is refused
)
def test_what_cannot_be_is_refused_by_name(field, value):
    with pytest.raises(ValueError, match=f"^{field}: "):
        PullRating(**({"key": "plant", "at": None, "pull": 50, "asked": True} | {field: value}))
