"""The shape of the library's files: each field with the rule for its value. A rule says what is wrong, or nothing."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from django.db.models import TextChoices

from nerve.card import FACETS
from unflinch.challenges.vocabulary import Addressee, Channel, Kind, Need, Place, Setting, Topic

Rule = Callable[[Any], str]
Rules = Mapping[str, Rule]

SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
COUNTRY: Final = re.compile(r"[A-Z]{2}")
LONGEST_SLUG = 80
# What costs the other person more than this is not asked in this library.
DEAREST = 1


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


def text(longest: int, *, shortest: int = 1) -> Rule:
    def rule(value: Any) -> str:
        fits = isinstance(value, str) and value == value.strip() and shortest <= len(value) <= longest
        return "" if fits else f"must be text of {shortest} to {longest} signs, with no space around it"

    return rule


def number(least: float, most: float) -> Rule:
    def rule(value: Any) -> str:
        fits = type(value) in (int, float) and least <= value <= most
        return "" if fits else f"must be a number from {least} to {most}"

    return rule


def whole(least: int, most: int) -> Rule:
    def rule(value: Any) -> str:
        fits = type(value) is int and least <= value <= most
        return "" if fits else f"must be a whole number from {least} to {most}"

    return rule


def one_of(choices: type[TextChoices]) -> Rule:
    return lambda value: "" if value in choices.values else f"must be one of {', '.join(choices.values)}"


def several(least: int, most: int, each: Rule) -> Rule:
    def rule(value: Any) -> str:
        if not isinstance(value, list) or not least <= len(value) <= most:
            return f"must be a list of {least} to {most}"
        wrong = next(filter(None, map(each, value)), "")
        if wrong:
            return f"holds one that {wrong}"
        return "" if len({entry.casefold() for entry in value}) == len(value) else "says the same twice"

    return rule


def slug(value: Any) -> str:
    fits = isinstance(value, str) and len(value) <= LONGEST_SLUG and SLUG.fullmatch(value)
    return "" if fits else f"must be lower-case words joined by hyphens, at most {LONGEST_SLUG} signs"


def neighbour(value: Any) -> str:
    return "" if value == "" else slug(value)


def yes_or_no(value: Any) -> str:
    return "" if isinstance(value, bool) else "must be true or false"


def always_true(value: Any) -> str:
    return "" if value is True else "must be true: what cannot be refused freely is not asked"


def day(value: Any) -> str:
    return "" if type(value) is date else "must be a date, such as 2026-11-23"


def low_cost(value: Any) -> str:
    wrong = whole(0, 3)(value)
    return wrong or ("" if value <= DEAREST else f"is {value}: more than {DEAREST} asks too much of the other person")


def all_facets(value: Any) -> str:
    fits = isinstance(value, dict) and set(value) == set(FACETS) and not any(map(number(0, 1), value.values()))
    return "" if fits else f"must hold {', '.join(FACETS)}, each from 0 to 1, and nothing else"


def table(value: Any) -> str:
    return "" if isinstance(value, dict) else "must be a table"


def tables(value: Any) -> str:
    fits = isinstance(value, list) and all(isinstance(row, dict) for row in value)
    return "" if fits else "must be a list of tables, each under its [[name]]"


def at_least_one(value: Any) -> str:
    return tables(value) or ("" if value else "is empty")


def phrases(value: Any) -> str:
    return several(1, 200, text(60))(value)


def phrases_by_subject(value: Any) -> str:
    return table(value) or next(filter(None, map(phrases, value.values())), "")


def always_said(value: Any) -> str:
    return "" if value is True else "must be true, or left out"


def laws(value: Any) -> str:
    """What the law of a country says about it: a sentence by ISO 3166 code, such as DE."""
    if not isinstance(value, dict) or not all(COUNTRY.fullmatch(code) for code in value):
        return "must be a table of sentences by country code, such as DE"
    return next(filter(None, map(text(160), value.values())), "")


NO_RULES: Final[Rules] = {}
DECK_FILE: Final[Rules] = {"deck": table, "challenge": at_least_one}
RETIRED_FILE: Final[Rules] = {"retired": tables}
DECK: Final[Rules] = {"slug": slug, "title": text(40), "about": text(140), "language": text(3, shortest=2)}
GONE: Final[Rules] = {"slug": slug, "title": text(70), "why": text(160), "since": day}
CHALLENGE: Final[Rules] = {
    "slug": slug,
    "title": text(70),
    "line": text(160),
    "exit_line": text(100),
    "setting": one_of(Setting),
    "channel": one_of(Channel),
    "kind": one_of(Kind),
    "facets": all_facets,
    "yes_rate": number(0.01, 0.99),
    "asks_of": text(60),
    "cost_to_other": low_cost,
    "needs_staff": yes_or_no,
    "can_refuse_freely": always_true,
    "discrimination_risk": whole(0, 3),
    "legal_note": text(160, shortest=0),
    "rest_after": whole(7, 365),
    "gentler": neighbour,
    "bolder": neighbour,
    "minutes": whole(1, 60),
    "tags": several(1, 6, slug),
    "reviewed": day,
    "said": several(5, 10, text(80)),
}
# What is left out has a plain meaning: see `catalogue.Challenge`.
MAY_HAVE: Final[Rules] = {
    "wish": text(80),
    "yours": several(1, 3, text(60)),
    "seated": text(160),
    "rate_reason": text(140),
    "addressee": one_of(Addressee),
    "needs": several(1, 4, one_of(Need)),
    "places": several(1, 3, one_of(Place)),
    "topics": several(1, 6, one_of(Topic)),
    "warm_up": always_said,
    "means_yes": text(80),
    "means_no": text(80),
    "by_phone": text(160),
    "in_writing": text(160),
    "law": laws,
}
ARC_FILE: Final[Rules] = {"title": text(40), "about": text(140), "stage": at_least_one}
STAGE: Final[Rules] = {"title": text(40), "about": text(140), "challenges": several(1, 40, slug)}
OWN_RULES_FILE: Final[Rules] = {"rule": at_least_one}
OWN_RULE: Final[Rules] = {"rule": text(60), "said": several(3, 10, text(80)), "bent_by": several(3, 12, slug)}
SPOKEN: Final[Rules] = {
    "way_out": phrases,
    "kind_no": phrases,
    "forbidden": phrases_by_subject,
    "forbidden_with_strangers": phrases_by_subject,
}
