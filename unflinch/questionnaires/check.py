"""Whether a questionnaire's file keeps its rules: shape first, then whether its parts go together."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from unflinch.questionnaires.instrument import AnswerScale, Instrument, QuestionTable, with_no_day_for_never
from unflinch.questionnaires.rules import SCORING_RULES
from unflinch.shell.data_files import as_shape, faults

# What the form itself calls its parts.
_TAKEN: Final = frozenset({"id", "instrument", "csrfmiddlewaretoken"})
# Titles and explanations name no disorder and speak no clinic; the questions are their authors' own words.
_CLINICAL: Final = re.compile(
    r"\b(disorder|depressi|phobi|diagnos|patholog|syndrome|screening|symptom|patient)", re.IGNORECASE
)
_OUR_WORDS: Final = ("title", "about", "window", "means", "means_not")


def instrument_problems(file: str, table: Mapping[str, Any]) -> list[str]:
    """What is wrong with one parsed file, each a sentence that begins with the file's name and the field."""
    read = with_no_day_for_never(table)
    wrong = [f"{place} {sentence}" for place, sentence in faults(read, Instrument)]
    return [f"{file}: {sentence}" for sentence in wrong or _misfits(file, as_shape(read, Instrument))]


def _misfits(file: str, one: Instrument) -> Iterator[str]:
    """The rules that need more than one field, or more than a field's kind; every field has its shape."""
    if one.slug != file.removesuffix(".toml").replace("_", "-"):
        yield "slug must be the name of its file, with - for _"
    if (one.published is None) != (SCORING_RULES[one.rule].total is None):
        yield f"score does not go with the rule {one.rule}: it needs one where the items make a number"
    elif one.published and one.published.needed > len(one.items):
        yield "score.needed is more than there are items"
    for place in _OUR_WORDS:
        found = _CLINICAL.search(getattr(one, place))
        if found is not None:
            yield f"{place} says “{found.group()}”: no disorder is named here"
    yield from _in_scales(one.scales)
    yield from _in_items(one)
    yield from _in_strain(one)


def _in_scales(scales: Mapping[str, AnswerScale]) -> Iterator[str]:
    for name, scale in scales.items():
        first, *between, last = scale.words
        if not (first and last and (all(between) or not any(between))):
            yield f"scales.{name}.words must all be filled, or only the first and the last"


def _in_items(one: Instrument) -> Iterator[str]:
    rule, seen = SCORING_RULES[one.rule], set[str]()
    for number, item in enumerate(one.items, start=1):
        if len(item.questions) != rule.questions:
            yield f"item {number}.question must be {rule.questions} for the rule {one.rule}"
        for question in item.questions:
            place = f"item {number}.question {question.name}"
            if question.name in seen | _TAKEN:
                yield f"{place} has a name that is taken"
            seen.add(question.name)
            yield from _in_question(question, one, place)


def _in_question(question: QuestionTable, one: Instrument, place: str) -> Iterator[str]:
    rule, scale = SCORING_RULES[one.rule], one.scales.get(question.scale)
    if scale is None:
        yield f"{place}.scale is {question.scale}, which is not among the scales"
        return
    if rule.runs is not None and rule.runs != (scale.low, scale.high):
        yield f"{place}.scale must run from {rule.runs[0]} to {rule.runs[1]} for the rule {one.rule}"
    if question.band:
        ends = [band.upto for band in question.band]
        if ends != sorted(set(ends)) or ends[-1] != scale.high:
            yield f"{place}.band must rise from one to the next and end with the scale"
        if one.bands_from is None:
            yield "bands_from is missing: whose bands are they?"


def _in_strain(one: Instrument) -> Iterator[str]:
    names = {question.name for item in one.items for question in item.questions}
    for name, (low, high) in one.strain.items():
        if name not in names:
            yield f"strain.{name} is no question of this file"
        if low > high:
            yield f"strain.{name} must be two whole numbers, the lower one first"
