import ast
import inspect

import pytest

from nerve import parameters
from nerve.intervals import median_rank
from nerve.parameters import MEDIAN_NEEDED, tuned

BODY = ast.parse(inspect.getsource(parameters)).body
NUMBERS = {ast.unparse(node.target): node.value for node in BODY if isinstance(node, ast.AnnAssign)}


@pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS)
def test_a_number_has_a_unit_a_range_and_a_reason(number):
    assert isinstance(number, ast.Call)
    assert ast.unparse(number.func) == "tuned"
    assert len(number.args) == 5
    reason = ast.literal_eval(number.args[-1])
    assert len(reason) > 15
    assert reason.endswith(".")


def test_there_is_no_number_beside_them():
    loose = [node for node in BODY if isinstance(node, ast.Assign)]
    assert [ast.unparse(node.targets[0]) for node in loose] == ["_Number"]
    assert len(NUMBERS) >= 17


def test_the_number_is_given_as_it_is():
    assert tuned(8, "asks", 5, 30, "Because.") == 8


@pytest.mark.parametrize(
    ("value", "unit", "reason", "message"),
    [
        (4, "asks", "Because.", "not within 5 to 30"),
        (31, "asks", "Because.", "not within 5 to 30"),
        (float("nan"), "asks", "Because.", "not within 5 to 30"),
        (8, "", "Because.", "needs a unit and a reason"),
        (8, "asks", "", "needs a unit and a reason"),
    ],
)
def test_a_number_out_of_range_or_without_a_reason_stops_the_start(value, unit, reason, message):
    with pytest.raises(ValueError, match=message):
        tuned(value, unit, 5, 30, reason)


def test_a_median_speaks_as_soon_as_it_can_have_an_interval():
    assert median_rank(MEDIAN_NEEDED) == 1
    with pytest.raises(ValueError, match="too few"):
        median_rank(MEDIAN_NEEDED - 1)
