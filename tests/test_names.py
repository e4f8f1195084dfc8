"""One word, one thing: a public name stands once in the tree, and what no other module uses begins with `_`."""

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("meaning", "nerve", "lab", "unflinch")
# Django and the command line find these by their name or through a string, so nobody has to import them.
FOUND_BY_DJANGO = ("management", "templatetags", "sqlite")
FOUND_BY_NAME = ("settings.py", "urls.py", "wsgi.py", "apps.py", "cli.py", "__main__.py")


def modules() -> Iterator[Path]:
    """Each file of the application; its tests and migrations aren't part of it."""
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("*.py")):
            parts = file.relative_to(ROOT).parts
            if not {"tests", "migrations"} & set(parts) and file.name != "conftest.py":
                yield file


def module_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def names_in(file: Path) -> Iterator[tuple[str, ast.stmt]]:
    """What a module defines at its top: functions, classes and constants."""
    for statement in ast.parse(file.read_text(encoding="utf-8")).body:
        match statement:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name, statement
            case ast.Assign(targets=targets):
                for target in targets:
                    yield from ((one.id, statement) for one in ast.walk(target) if isinstance(one, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name, statement
            case _:
                pass


def is_found_by_django(file: Path) -> bool:
    return bool(set(FOUND_BY_DJANGO) & set(file.parts)) or file.name in FOUND_BY_NAME


def is_django_class(file: Path, statement: ast.stmt) -> bool:
    """A model, a manager, a form, a field: what stands in a class attribute of the same module is still a door."""
    return isinstance(statement, ast.ClassDef) and bool({"models", "forms"} & {*file.parts, file.stem})


def used_elsewhere() -> set[tuple[str, str]]:
    """Module and name of what another file uses, a command starts, or the page on the numbers names."""
    used: set[tuple[str, str]] = set()
    for file in (one for package in (*PACKAGES, "tests", "bench") for one in (ROOT / package).rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        known: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                used |= {(node.module, alias.name) for alias in node.names}
                known |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
        reached = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
        used |= {(known[node.value.id], node.attr) for node in reached if getattr(node.value, "id", None) in known}  # type: ignore[attr-defined]
    commands = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"].values()
    used |= {(module, name) for module, _, name in (command.partition(":") for command in commands)}
    page = (ROOT / "nerve" / "README.md").read_text(encoding="utf-8")
    return used | {(f"nerve.{module}", name) for module, name in re.findall(r"`([a-z]+)\.([A-Za-z_]+)`", page)}


def test_a_public_name_stands_once_in_the_tree():
    places: dict[str, set[str]] = defaultdict(set)
    for file in modules():
        if not is_found_by_django(file):
            for name, _ in names_in(file):
                if not name.startswith("_"):
                    places[name].add(module_of(file))
    assert len(places) > 1000
    assert {name: sorted(where) for name, where in places.items() if len(where) > 1} == {}


def test_what_no_other_module_uses_begins_with_an_underscore():
    used = used_elsewhere()
    strings = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "unflinch").rglob("*.py"))
    unmarked = [
        f"{module_of(file)}.{name}"
        for file in modules()
        if not is_found_by_django(file)
        for name, statement in names_in(file)
        if not name.startswith("_") and (module_of(file), name) not in used and not is_django_class(file, statement)
    ]
    assert [name for name in unmarked if f'"{name}' not in strings] == []
