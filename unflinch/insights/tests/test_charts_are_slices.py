"""A chart is one file and one line: each file has one public maker, and the page's tuple names it."""

import ast
from pathlib import Path

import pytest

from unflinch.insights.charts import CHARTS, charts_of
from unflinch.insights.tests.measured import measured

FOLDER = Path(__file__).resolve().parent.parent / "charts"
FRAME = {"__init__.py", "chart.py", "shapes.py"}
FILES = sorted(file for file in FOLDER.glob("*.py") if file.name not in FRAME)


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_each_file_makes_one_chart_which_the_page_shows(file):
    tree = ast.parse(file.read_text("utf-8"))
    makers = [node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.endswith("_chart")]
    assert makers == [f"{file.stem}_chart"]
    assert makers[0] in {make.__name__ for make in CHARTS}


def test_the_page_shows_nothing_that_has_no_file():
    assert {make.__name__.removesuffix("_chart") for make in CHARTS} == {file.stem for file in FILES}


def test_without_an_ask_nothing_is_drawn_and_what_is_missing_is_said():
    charts = charts_of(measured())
    assert [chart.name for chart in charts if chart.picture or chart.table] == []
    assert all(chart.needs for chart in charts)
