from datetime import datetime

import pytest

from nerve.aftermath import Aftermath


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("at", datetime(2026, 3, 2)),  # noqa: DTZ001  # a naive moment is what is refused
        ("outcome", "perhaps"),
        ("outcome", None),
        ("flinched", ""),
        ("back_after", "tomorrow"),
        ("sting", 101),
        ("still_stings", -1),
        ("round_and_round", float("nan")),
    ],
)
def test_what_cannot_be_is_refused_by_name(field, value):
    with pytest.raises(ValueError, match=f"^{field}: "):
        Aftermath(**({"at": None, "outcome": "no"} | {field: value}))


def test_everything_but_the_outcome_may_be_left():
    assert Aftermath(None, "no").flinched is None
