"""What is rated of an ask is said once, in `nerve/rep.py`: tables and words agree, and no second list exists."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nerve.rep import AFTER, BEFORE, LATER, POINTS, WORDS
from unflinch.practice.models import Debrief, Echo, Forecast
from unflinch.practice.models.rating import Rating
from unflinch.practice.vocabulary import BackAfter, Degree, Rehearsed

ROOT = Path(__file__).resolve().parents[3]
HOME = ROOT / "nerve" / "rep.py"
TABLES: tuple[tuple[Any, tuple[str, ...]], ...] = ((Forecast, BEFORE), (Debrief, AFTER), (Echo, LATER))


@pytest.mark.parametrize(("table", "name"), [(table, name) for table, names in TABLES for name in names])
def test_each_rating_is_a_scale_of_the_table_it_is_given_in(table, name):
    assert isinstance(table._meta.get_field(name), Rating)
    assert f"{table._meta.model_name}_{name}_on_scale" in {held.name for held in table._meta.constraints}


@pytest.mark.parametrize(("table", "names"), TABLES)
def test_each_scale_of_a_table_is_on_the_list(table, names):
    assert {field.name for field in table._meta.fields if isinstance(field, Rating)} == set(names)


def test_the_words_on_the_list_are_those_of_the_screen():
    assert {name: set(words) for name, words in WORDS.items()} == {
        "flinched": set(Degree.values),
        "back_after": set(BackAfter.values),
        "rehearsed": set(Rehearsed.values),
    }


def lists_in(file: Path) -> Iterator[set[str]]:
    """The words in each list, tuple or set that stands in this file."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            yield {str(part.value) for part in ast.walk(node) if isinstance(part, ast.Constant)}


def test_no_second_list_of_ratings_stands_in_the_tree():
    files = [file for folder in ("nerve", "lab", "unflinch") for file in (ROOT / folder).rglob("*.py") if file != HOME]
    files = [file for file in files if not {"tests", "migrations"} & set(file.parts)]
    assert len(files) > 300
    # The entry has a heading for each part of it; that none is missing there has a test of its own (test_ask_page).
    files = [file for file in files if file != ROOT / "unflinch/practice/parts.py"]
    again = {str(file.relative_to(ROOT)) for file in files for words in lists_in(file) if len(words & {*POINTS}) > 3}
    assert again == set()
