"""The budgets of STYLE.md, and the order of the apps. A rule that nobody can break by accident needs no rereading."""

import ast
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.test.utils import isolate_apps

from unflinch.accounts.models import Person

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("meaning", "nerve", "lab", "bench", "unflinch", "tests")
BUDGETS = {"**/*.py": 300, "**/templates/**/*.*": 80, "**/static/**/*.js": 60, "**/static/**/*.css": 150}
COLUMNS_OF_A_TEMPLATE = 120
LINES_OF_A_VIEW = 25
# Written by Python, by Django, by others.
NOT_OURS = frozenset(["__pycache__", "migrations", "vendor"])
NAMED_FOR_NOTHING = frozenset(
    ["utils", "helpers", "services", "selectors", "managers", "constants", "signals", "common", "core", "misc"]
)


@pytest.mark.parametrize("pattern", BUDGETS)
def test_no_file_is_longer_than_its_budget(pattern: str) -> None:
    assert list(too_long(ours(pattern), BUDGETS[pattern])) == []


def test_a_file_past_its_budget_is_found(tmp_path: Path) -> None:
    (tmp_path / "long.py").write_text("x = 1\n" * 301, encoding="utf-8")
    assert list(too_long([tmp_path / "long.py"], 300)) == ["long.py has 301 lines of 300"]


def test_no_line_of_a_template_is_wider_than_its_budget() -> None:
    templates = [file for file in ours("**/templates/**/*.*") if file.is_file()]
    assert len(templates) > 100
    assert list(too_wide(templates)) == []


def test_a_line_past_its_budget_is_found_and_letters_are_counted(tmp_path: Path) -> None:
    (tmp_path / "wide.html").write_text("’" * 120 + "\n" + "’" * 121 + "\n", encoding="utf-8")
    assert list(too_wide([tmp_path / "wide.html"])) == ["wide.html:2 has 121 columns of 120"]


def test_no_view_is_longer_than_its_budget() -> None:
    views = [file for pattern in ("**/views.py", "**/views/*.py") for file in ours(pattern)]
    assert views != []
    assert list(too_long_functions(views)) == []


def test_a_view_past_its_budget_is_found(tmp_path: Path) -> None:
    (tmp_path / "views.py").write_text("def long(request):\n" + "    pass\n" * 25, encoding="utf-8")
    assert list(too_long_functions([tmp_path / "views.py"])) == ["views.py: long has 26 lines of 25"]


def test_every_file_is_named_for_a_thing_or_an_act() -> None:
    assert [str(file) for file in ours("**/*") if file.stem in NAMED_FOR_NOTHING] == []


def test_every_app_has_its_place_in_the_order() -> None:
    installed = {name.removeprefix("unflinch.") for name in settings.INSTALLED_APPS if name.startswith("unflinch.")}
    folders = {file.parent.name for file in (ROOT / "unflinch").glob("*/apps.py")}
    assert folders == installed
    assert folders <= {app for row in order() for app in row}


def test_the_apps_are_installed_in_their_order() -> None:
    height = {app: number for number, row in enumerate(reversed(order())) for app in row}
    heights = [height[name.removeprefix("unflinch.")] for name in settings.INSTALLED_APPS if "unflinch." in name]
    assert heights == sorted(heights)


def test_a_foreign_key_to_another_app_cannot_be_walked_back() -> None:
    ours_only = [model for model in apps.get_models() if model.__module__.startswith("unflinch.")]
    assert list(can_be_walked_back(ours_only)) == []


@isolate_apps("unflinch.practice")
def test_a_foreign_key_that_can_be_walked_back_is_found() -> None:
    class Loose(models.Model):
        person = models.ForeignKey(Person, on_delete=models.CASCADE)

        class Meta:
            app_label = "practice"

    assert list(can_be_walked_back([Loose])) == ["practice.Loose.person"]


def ours(pattern: str) -> list[Path]:
    found = (file for folder in FOLDERS for file in (ROOT / folder).glob(pattern))
    return [file for file in found if NOT_OURS.isdisjoint(file.parts)]


def too_long(files: Iterable[Path], most: int) -> Iterator[str]:
    for file in files:
        lines = len(file.read_text(encoding="utf-8").splitlines()) if file.is_file() else 0
        if lines > most:
            yield f"{file.name} has {lines} lines of {most}"


def too_wide(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if len(line) > COLUMNS_OF_A_TEMPLATE:
                yield f"{file.name}:{number} has {len(line)} columns of {COLUMNS_OF_A_TEMPLATE}"


def too_long_functions(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if isinstance(node, ast.FunctionDef) and lines > LINES_OF_A_VIEW:
                yield f"{file.name}: {node.name} has {lines} lines of {LINES_OF_A_VIEW}"


def order() -> list[list[str]]:
    """The rows of apps from above to below, as pyproject.toml declares them for import-linter."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    rows = project["tool"]["importlinter"]["contracts"][0]["layers"]
    return [[app.strip(" ()") for app in row.split("|")] for row in rows]


def can_be_walked_back(found: Iterable[type[models.Model]]) -> Iterator[str]:
    for model in found:
        for field in model._meta.local_fields:
            other, way_back = field.related_model, field.remote_field
            if other is None or way_back is None or other._meta.app_label == model._meta.app_label:
                continue
            if way_back.related_name != "+":
                yield f"{model._meta.label}.{field.name}"
