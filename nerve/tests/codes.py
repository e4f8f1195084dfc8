"""The reasons that a file of code can give, read off the code."""

import ast
from pathlib import Path


def reasons_in(file: Path) -> set[tuple[str, frozenset[str]]]:
    """Every code that is given as a reason, with the names of its numbers; `sign.code` stands for what it will be."""
    tree = ast.parse(file.read_text("utf-8"))
    calls = [call for call in ast.walk(tree) if isinstance(call, ast.Call) and ast.unparse(call.func) == "Reason"]
    return {(code, names_in(call.args[1:])) for call in calls for code in codes_of(call.args[0])}


def codes_of(code: ast.expr) -> list[str]:
    """The code itself, both of a choice of two, or the words that will bring it."""
    if isinstance(code, ast.IfExp):
        return [*codes_of(code.body), *codes_of(code.orelse)]
    return [str(code.value) if isinstance(code, ast.Constant) else ast.unparse(code)]


def names_in(numbers: list[ast.expr]) -> frozenset[str]:
    keys = [key for told in numbers if isinstance(told, ast.Dict) for key in told.keys]
    return frozenset(str(key.value) for key in keys if isinstance(key, ast.Constant))
