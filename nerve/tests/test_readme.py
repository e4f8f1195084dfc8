"""The page about the numbers names only what there is, and every reason that can be given."""

import importlib
import re
from pathlib import Path

import pytest

import nerve
from nerve import parameters
from nerve.tests.codes import reasons_in

FOLDER = Path(nerve.__file__).parent
PAGE = (FOLDER / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([A-Z][A-Z_]+)`", PAGE))))
def test_a_number_that_is_named_is_a_parameter(name):
    assert isinstance(getattr(parameters, name), int | float)


@pytest.mark.parametrize(
    "name", sorted(set(re.findall(r"`([a-z]+\.[A-Za-z_]+)`", PAGE)) - {"limits.py", "why.py", "choice.py"})
)
def test_a_formula_stands_where_the_page_says(name):
    module, function = name.split(".")
    assert function == "py" or callable(getattr(importlib.import_module(f"nerve.{module}"), function))


def test_every_reason_has_its_row_with_its_numbers():
    rows = [row for row in PAGE.split("## Why, in codes")[1].splitlines() if row.startswith("|")]
    for code, names in reasons_in(FOLDER / "why.py") | reasons_in(FOLDER / "choice.py"):
        row = next(row for row in rows if re.search(rf"\b{code}\b", row.split("|")[1]))
        assert all(name in row.split("|")[2] for name in names)
