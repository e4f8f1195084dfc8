"""The shape of a questionnaire's file: each field with the rule for its value. A rule says what is wrong, and where."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from unflinch.questionnaires.rules import SCORING_RULES

# Says each thing that is wrong with a value, beginning with the place where it stands.
_Check = Callable[[Any, str], Iterator[str]]
_Checks = Mapping[str, _Check]

_NAME: Final = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*")
_LONGEST_NAME = 40
_STEPS: Final = range(2, 12)
# Titles and explanations name no disorder and speak no clinic; the questions are their authors' own words.
_CLINICAL: Final = re.compile(
    r"\b(disorder|depressi|phobi|diagnos|patholog|syndrome|screening|symptom|patient)", re.IGNORECASE
)


def _fields(checks: _Checks, optional: _Checks | None = None) -> _Check:
    """A table with all of `checks`, any of `optional`, and nothing else."""
    known = {**checks, **(optional or {})}

    def check(value: Any, place: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{place} must be a table"
            return
        yield from (f"{_within(place, name)} is missing" for name in checks if name not in value)
        for name, own in value.items():
            yield from known.get(name, _unknown)(own, _within(place, name))

    return check


def _rows(each: _Check, *, least: int = 1) -> _Check:
    """A list of tables, counted from 1 where one of them is wrong."""

    def check(value: Any, place: str) -> Iterator[str]:
        if not isinstance(value, list) or len(value) < least:
            yield f"{place} must be a list of {least} or more"
            return
        for number, row in enumerate(value, start=1):
            yield from each(row, f"{place} {number}")

    return check


def _named(each: _Check) -> _Check:
    """A table of one or more entries that the file names itself."""

    def check(value: Any, place: str) -> Iterator[str]:
        if not isinstance(value, dict) or not value:
            yield f"{place} must be a table of one or more"
            return
        for name, own in value.items():
            yield from each(own, _within(place, name))

    return check


def _text(longest: int, *, shortest: int = 1) -> _Check:
    return _fits(
        f"must be text of {shortest} to {longest} signs, with no space around it",
        lambda value: isinstance(value, str) and value == value.strip() and shortest <= len(value) <= longest,
    )


def _plain(longest: int) -> _Check:
    """Text of ours that a person reads about the questionnaire."""

    def check(value: Any, place: str) -> Iterator[str]:
        yield from _text(longest)(value, place)
        found = _CLINICAL.search(value) if isinstance(value, str) else None
        if found is not None:
            yield f"{place} says “{found.group()}”: no disorder is named here"

    return check


def _whole(least: int, most: int) -> _Check:
    return _fits(
        f"must be a whole number from {least} to {most}", lambda value: type(value) is int and least <= value <= most
    )


def _number(least: float, most: float) -> _Check:
    return _fits(
        f"must be a number from {least} to {most}", lambda value: type(value) in (int, float) and least <= value <= most
    )


def _fits(otherwise: str, rule: Callable[[Any], bool]) -> _Check:
    def check(value: Any, place: str) -> Iterator[str]:
        if not rule(value):
            yield f"{place} {otherwise}"

    return check


def _one_of(*words: str) -> _Check:
    return _fits(f"must be one of {', '.join(words)}", lambda value: value in words)


def _unknown(_: Any, place: str) -> Iterator[str]:
    yield f"{place} is not known here"


def _within(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


_name: Final = _fits(
    f"must be lower-case words joined by - or _, at most {_LONGEST_NAME} signs",
    lambda value: isinstance(value, str) and len(value) <= _LONGEST_NAME and _NAME.fullmatch(value) is not None,
)
_address: Final = _fits(
    "must be an https:// or http:// address",
    lambda value: isinstance(value, str) and re.fullmatch(r"https?://\S{4,280}", value) is not None,
)
_seen: Final = _fits(
    'must be a date, such as 2026-11-23, or "" for never', lambda value: value == "" or type(value) is date
)
_pair: Final = _fits(
    "must be two whole numbers, the lower one first",
    lambda value: isinstance(value, list) and [type(part) for part in value] == [int, int] and value == sorted(value),
)
_words: Final = _fits(
    f"must be a list of {_STEPS[0]} to {_STEPS[-1]} texts, all of them filled or only the first and the last",
    lambda value: (
        isinstance(value, list)
        and len(value) in _STEPS
        and all(isinstance(word, str) for word in value)
        and bool(value[0] and value[-1])
        and (all(value) or not any(value[1:-1]))
    ),
)

_NOTICE: Final = _fields({"text": _text(400), "address": _address, "seen": _seen})
_SCALE: Final = _fields({"low": _whole(0, 10), "words": _words, "checked": _seen})
_BAND: Final = _fields({"word": _text(20), "upto": _whole(0, 20)})
_QUESTION: Final = _fields({"name": _name, "text": _text(240), "scale": _name}, {"band": _rows(_BAND)})
_ITEM: Final = _fields({"checked": _seen, "question": _rows(_QUESTION)}, {"situation": _text(240)})
_SCORE: Final = _fields(
    {"needed": _whole(1, 60), "sd": _number(0.01, 1000), "reliability": _number(0, 1), "source": _NOTICE}
)
_OTHERS: Final = _fields(
    {
        "who": _text(60),
        "mean": _number(-1000, 1000),
        "sd": _number(0, 1000),
        "low": _number(-1000, 1000),
        "high": _number(-1000, 1000),
        "source": _NOTICE,
    }
)
INSTRUMENT: Final = _fields(
    {
        "slug": _name,
        "version": _whole(1, 1000),
        "permission": _one_of("granted", "asked", "none"),
        "title": _plain(50),
        "name": _text(100),
        "about": _plain(200),
        "introduction": _text(400),
        "window": _plain(60),
        "minutes": _whole(1, 30),
        "every_days": _whole(1, 366),
        "means": _plain(300),
        "means_not": _plain(300),
        "rule": _one_of(*SCORING_RULES),
        "licence": _NOTICE,
        "source": _NOTICE,
        "scales": _named(_SCALE),
        "item": _rows(_ITEM),
    },
    {"score": _SCORE, "others": _OTHERS, "bands_from": _NOTICE, "strain": _named(_pair)},
)
