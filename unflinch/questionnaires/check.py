"""Whether a questionnaire's file keeps its rules: shape first, then whether its parts go together."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from unflinch.questionnaires.rules import SCORING_RULES
from unflinch.questionnaires.shape import INSTRUMENT

_Table = Mapping[str, Any]

# What the form itself calls its parts.
_TAKEN: Final = frozenset({"id", "instrument", "csrfmiddlewaretoken"})


def instrument_problems(file: str, table: _Table) -> list[str]:
    """What is wrong with one parsed file, each a sentence that begins with the file's name and the field."""
    wrong = [*INSTRUMENT(table, "")] or [*_misfits(file, table)]
    return [f"{file}: {sentence}" for sentence in wrong]


def _misfits(file: str, table: _Table) -> Iterator[str]:
    """The rules that need more than one field; every field has its shape."""
    if table["slug"] != file.removesuffix(".toml").replace("_", "-"):
        yield "slug must be the name of its file, with - for _"
    if ("score" in table) != (SCORING_RULES[table["rule"]].total is not None):
        yield f"score does not go with the rule {table['rule']}: it needs one where the items make a number"
    elif "score" in table and table["score"]["needed"] > len(table["item"]):
        yield "score.needed is more than there are items"
    yield from _in_items(table)
    yield from _in_strain(table)


def _in_items(table: _Table) -> Iterator[str]:
    rule, seen = SCORING_RULES[table["rule"]], set[str]()
    for number, item in enumerate(table["item"], start=1):
        if len(item["question"]) != rule.questions:
            yield f"item {number}.question must be {rule.questions} for the rule {table['rule']}"
        for question in item["question"]:
            place = f"item {number}.question {question['name']}"
            if question["name"] in seen | _TAKEN:
                yield f"{place} has a name that is taken"
            seen.add(question["name"])
            yield from _in_question(question, table, place)


def _in_question(question: _Table, table: _Table, place: str) -> Iterator[str]:
    rule = SCORING_RULES[table["rule"]]
    scale = table["scales"].get(question["scale"])
    if scale is None:
        yield f"{place}.scale is {question['scale']}, which is not among the scales"
        return
    if rule.runs is not None and rule.runs != _runs(scale):
        yield f"{place}.scale must run from {rule.runs[0]} to {rule.runs[1]} for the rule {table['rule']}"
    if "band" in question:
        ends = [band["upto"] for band in question["band"]]
        if ends != sorted(set(ends)) or ends[-1] != _runs(scale)[1]:
            yield f"{place}.band must rise from one to the next and end with the scale"
        if "bands_from" not in table:
            yield "bands_from is missing: whose bands are they?"


def _in_strain(table: _Table) -> Iterator[str]:
    scales = {question["name"]: question["scale"] for item in table["item"] for question in item["question"]}
    for name in table.get("strain", {}):
        if name not in scales:
            yield f"strain.{name} is no question of this file"


def _runs(scale: _Table) -> tuple[int, int]:
    """The lowest and the highest mark of an answer scale."""
    return scale["low"], scale["low"] + len(scale["words"]) - 1
