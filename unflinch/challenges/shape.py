"""The shape of the library's files: each field with the rule for its value. A rule says what is wrong, or nothing."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from django.db.models import TextChoices

from nerve.card import FACETS
from unflinch.challenges.vocabulary import Addressee, Channel, Kind, Need, Place, Setting, Topic

_Rule = Callable[[Any], str]
Rules = Mapping[str, _Rule]

_SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_LONGEST_SLUG = 80
# What costs the other person more than this is not asked in this library.
_DEAREST = 1


def wrong_fields(row: Mapping[str, Any], rules: Rules, optional: Rules) -> Iterator[tuple[str, str]]:
    """Each field of a row that is missing, unknown or out of shape, with a sentence that says so."""
    for name in rules:
        if name not in row:
            yield name, "is missing"
    for name, value in row.items():
        rule = rules.get(name) or optional.get(name)
        wrong = "is not known here" if rule is None else rule(value)
        if wrong:
            yield name, wrong


def _text(longest: int, *, shortest: int = 1) -> _Rule:
    def rule(value: Any) -> str:
        fits = isinstance(value, str) and value == value.strip() and shortest <= len(value) <= longest
        return "" if fits else f"must be text of {shortest} to {longest} signs, with no space around it"

    return rule


def _number(least: float, most: float) -> _Rule:
    def rule(value: Any) -> str:
        fits = type(value) in (int, float) and least <= value <= most
        return "" if fits else f"must be a number from {least} to {most}"

    return rule


def _whole(least: int, most: int) -> _Rule:
    def rule(value: Any) -> str:
        fits = type(value) is int and least <= value <= most
        return "" if fits else f"must be a whole number from {least} to {most}"

    return rule


def _one_of(choices: type[TextChoices]) -> _Rule:
    return lambda value: "" if value in choices.values else f"must be one of {', '.join(choices.values)}"


def _several(least: int, most: int, each: _Rule) -> _Rule:
    def rule(value: Any) -> str:
        if not isinstance(value, list) or not least <= len(value) <= most:
            return f"must be a list of {least} to {most}"
        wrong = next(filter(None, map(each, value)), "")
        if wrong:
            return f"holds one that {wrong}"
        return "" if len({entry.casefold() for entry in value}) == len(value) else "says the same twice"

    return rule


def _slug(value: Any) -> str:
    fits = isinstance(value, str) and len(value) <= _LONGEST_SLUG and _SLUG.fullmatch(value)
    return "" if fits else f"must be lower-case words joined by hyphens, at most {_LONGEST_SLUG} signs"


def _neighbour(value: Any) -> str:
    return "" if value == "" else _slug(value)


def _yes_or_no(value: Any) -> str:
    return "" if isinstance(value, bool) else "must be true or false"


def _always_true(value: Any) -> str:
    return "" if value is True else "must be true: what cannot be refused freely is not asked"


def _day(value: Any) -> str:
    return "" if type(value) is date else "must be a date, such as 2026-11-23"


def _low_cost(value: Any) -> str:
    wrong = _whole(0, 3)(value)
    return wrong or ("" if value <= _DEAREST else f"is {value}: more than {_DEAREST} asks too much of the other person")


def _all_facets(value: Any) -> str:
    fits = isinstance(value, dict) and set(value) == set(FACETS) and not any(map(_number(0, 1), value.values()))
    return "" if fits else f"must hold {', '.join(FACETS)}, each from 0 to 1, and nothing else"


def _table(value: Any) -> str:
    return "" if isinstance(value, dict) else "must be a table"


def tables(value: Any) -> str:
    fits = isinstance(value, list) and all(isinstance(row, dict) for row in value)
    return "" if fits else "must be a list of tables, each under its [[name]]"


def _at_least_one(value: Any) -> str:
    return tables(value) or ("" if value else "is empty")


def _phrases(value: Any) -> str:
    return _several(1, 200, _text(60))(value)


def _phrases_by_subject(value: Any) -> str:
    return _table(value) or next(filter(None, map(_phrases, value.values())), "")


def _always_said(value: Any) -> str:
    return "" if value is True else "must be true, or left out"


def _laws(value: Any) -> str:
    """What the law of a country says about it: a sentence by ISO 3166 code, such as DE."""
    if not isinstance(value, dict) or not all(_COUNTRY.fullmatch(code) for code in value):
        return "must be a table of sentences by country code, such as DE"
    return next(filter(None, map(_text(160), value.values())), "")


NO_RULES: Final[Rules] = {}
DECK_FILE: Final[Rules] = {"deck": _table, "challenge": _at_least_one}
RETIRED_FILE: Final[Rules] = {"retired": tables}
DECK: Final[Rules] = {"slug": _slug, "title": _text(40), "about": _text(140), "language": _text(3, shortest=2)}
GONE: Final[Rules] = {"slug": _slug, "title": _text(70), "why": _text(160), "since": _day}
CHALLENGE: Final[Rules] = {
    "slug": _slug,
    "title": _text(70),
    "line": _text(160),
    "exit_line": _text(100),
    "setting": _one_of(Setting),
    "channel": _one_of(Channel),
    "kind": _one_of(Kind),
    "facets": _all_facets,
    "yes_rate": _number(0.01, 0.99),
    "asks_of": _text(60),
    "cost_to_other": _low_cost,
    "needs_staff": _yes_or_no,
    "can_refuse_freely": _always_true,
    "discrimination_risk": _whole(0, 3),
    "legal_note": _text(160, shortest=0),
    "rest_after": _whole(7, 365),
    "gentler": _neighbour,
    "bolder": _neighbour,
    "minutes": _whole(1, 60),
    "tags": _several(1, 6, _slug),
    "reviewed": _day,
    "said": _several(5, 10, _text(80)),
}
# What is left out has a plain meaning: see `catalogue.Challenge`.
MAY_HAVE: Final[Rules] = {
    "wish": _text(80),
    "yours": _several(1, 3, _text(60)),
    "seated": _text(160),
    "rate_reason": _text(140),
    "addressee": _one_of(Addressee),
    "needs": _several(1, 4, _one_of(Need)),
    "places": _several(1, 3, _one_of(Place)),
    "topics": _several(1, 6, _one_of(Topic)),
    "warm_up": _always_said,
    "means_yes": _text(80),
    "means_no": _text(80),
    "by_phone": _text(160),
    "in_writing": _text(160),
    "law": _laws,
}
ARC_FILE: Final[Rules] = {"title": _text(40), "about": _text(140), "stage": _at_least_one}
STAGE: Final[Rules] = {"title": _text(40), "about": _text(140), "challenges": _several(1, 40, _slug)}
OWN_RULES_FILE: Final[Rules] = {"rule": _at_least_one}
OWN_RULE: Final[Rules] = {"rule": _text(60), "said": _several(3, 10, _text(80)), "bent_by": _several(3, 12, _slug)}
SPOKEN: Final[Rules] = {
    "way_out": _phrases,
    "kind_no": _phrases,
    "forbidden": _phrases_by_subject,
    "forbidden_with_strangers": _phrases_by_subject,
}
