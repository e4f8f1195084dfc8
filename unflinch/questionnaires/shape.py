"""The shape of a questionnaire's file: each field with the rule for its value. A rule says what is wrong, and where."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from unflinch.questionnaires.rules import RULES

# Says each thing that is wrong with a value, beginning with the place where it stands.
Check = Callable[[Any, str], Iterator[str]]
Checks = Mapping[str, Check]

NAME: Final = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*")
LONGEST_NAME = 40
STEPS: Final = range(2, 12)
# Titles and explanations name no disorder and speak no clinic; the questions are their authors' own words.
CLINICAL: Final = re.compile(
    r"\b(disorder|depressi|phobi|diagnos|patholog|syndrome|screening|symptom|patient)", re.IGNORECASE
)


def fields(checks: Checks, optional: Checks | None = None) -> Check:
    """A table with all of `checks`, any of `optional`, and nothing else."""
    known = {**checks, **(optional or {})}

    def check(value: Any, place: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{place} must be a table"
            return
        yield from (f"{within(place, name)} is missing" for name in checks if name not in value)
        for name, own in value.items():
            yield from known.get(name, unknown)(own, within(place, name))

    return check


def rows(each: Check, *, least: int = 1) -> Check:
    """A list of tables, counted from 1 where one of them is wrong."""

    def check(value: Any, place: str) -> Iterator[str]:
        if not isinstance(value, list) or len(value) < least:
            yield f"{place} must be a list of {least} or more"
            return
        for number, row in enumerate(value, start=1):
            yield from each(row, f"{place} {number}")

    return check


def named(each: Check) -> Check:
    """A table of one or more entries that the file names itself."""

    def check(value: Any, place: str) -> Iterator[str]:
        if not isinstance(value, dict) or not value:
            yield f"{place} must be a table of one or more"
            return
        for name, own in value.items():
            yield from each(own, within(place, name))

    return check


def text(longest: int, *, shortest: int = 1) -> Check:
    return fits(
        f"must be text of {shortest} to {longest} signs, with no space around it",
        lambda value: isinstance(value, str) and value == value.strip() and shortest <= len(value) <= longest,
    )


def plain(longest: int) -> Check:
    """Text of ours that a person reads about the questionnaire."""

    def check(value: Any, place: str) -> Iterator[str]:
        yield from text(longest)(value, place)
        found = CLINICAL.search(value) if isinstance(value, str) else None
        if found is not None:
            yield f"{place} says “{found.group()}”: no disorder is named here"

    return check


def whole(least: int, most: int) -> Check:
    return fits(
        f"must be a whole number from {least} to {most}", lambda value: type(value) is int and least <= value <= most
    )


def number(least: float, most: float) -> Check:
    return fits(
        f"must be a number from {least} to {most}", lambda value: type(value) in (int, float) and least <= value <= most
    )


def fits(otherwise: str, rule: Callable[[Any], bool]) -> Check:
    def check(value: Any, place: str) -> Iterator[str]:
        if not rule(value):
            yield f"{place} {otherwise}"

    return check


def one_of(*words: str) -> Check:
    return fits(f"must be one of {', '.join(words)}", lambda value: value in words)


def unknown(_: Any, place: str) -> Iterator[str]:
    yield f"{place} is not known here"


def within(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


name: Final = fits(
    f"must be lower-case words joined by - or _, at most {LONGEST_NAME} signs",
    lambda value: isinstance(value, str) and len(value) <= LONGEST_NAME and NAME.fullmatch(value) is not None,
)
address: Final = fits(
    "must be an https:// or http:// address",
    lambda value: isinstance(value, str) and re.fullmatch(r"https?://\S{4,280}", value) is not None,
)
seen: Final = fits(
    'must be a date, such as 2026-11-23, or "" for never', lambda value: value == "" or type(value) is date
)
pair: Final = fits(
    "must be two whole numbers, the lower one first",
    lambda value: isinstance(value, list) and [type(part) for part in value] == [int, int] and value == sorted(value),
)
words: Final = fits(
    f"must be a list of {STEPS[0]} to {STEPS[-1]} texts, all of them filled or only the first and the last",
    lambda value: (
        isinstance(value, list)
        and len(value) in STEPS
        and all(isinstance(word, str) for word in value)
        and bool(value[0] and value[-1])
        and (all(value) or not any(value[1:-1]))
    ),
)

NOTICE: Final = fields({"text": text(400), "address": address, "seen": seen})
SCALE: Final = fields({"low": whole(0, 10), "words": words, "checked": seen})
BAND: Final = fields({"word": text(20), "upto": whole(0, 20)})
QUESTION: Final = fields({"name": name, "text": text(240), "scale": name}, {"band": rows(BAND)})
ITEM: Final = fields({"checked": seen, "question": rows(QUESTION)}, {"situation": text(240)})
SCORE: Final = fields({"needed": whole(1, 60), "sd": number(0.01, 1000), "reliability": number(0, 1), "source": NOTICE})
OTHERS: Final = fields(
    {
        "who": text(60),
        "mean": number(-1000, 1000),
        "sd": number(0, 1000),
        "low": number(-1000, 1000),
        "high": number(-1000, 1000),
        "source": NOTICE,
    }
)
INSTRUMENT: Final = fields(
    {
        "slug": name,
        "version": whole(1, 1000),
        "permission": one_of("granted", "asked", "none"),
        "title": plain(50),
        "name": text(100),
        "about": plain(200),
        "introduction": text(400),
        "window": plain(60),
        "minutes": whole(1, 30),
        "every_days": whole(1, 366),
        "means": plain(300),
        "means_not": plain(300),
        "rule": one_of(*RULES),
        "licence": NOTICE,
        "source": NOTICE,
        "scales": named(SCALE),
        "item": rows(ITEM),
    },
    {"score": SCORE, "others": OTHERS, "bands_from": NOTICE, "strain": named(pair)},
)
