"""Help lines by country, read once from their data file: no database and no other host is asked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final

ELSEWHERE: Final = "elsewhere"


@dataclass(frozen=True, slots=True)
class Line:
    """One help line. `checked` is the day on which the number was read on the operator's own page; None is never."""

    operator: str
    number: str
    kind: str
    site: str
    by: str = "call"
    word: str = ""
    hours: str = ""
    languages: tuple[str, ...] = ()
    checked: date | None = None

    @property
    def address(self) -> str:
        """What a phone needs to call or to write."""
        return f"{'sms' if self.by == 'text' else 'tel'}:{digits(self.number)}"


@dataclass(frozen=True, slots=True)
class Country:
    """A country's emergency numbers, lines, and how a professional is found there where we know more."""

    code: str
    name: str
    emergency: tuple[str, ...]
    lines: tuple[Line, ...]
    professional: str = ""
    note: str = ""

    @property
    def calls(self) -> tuple[tuple[str, str], ...]:
        """The emergency numbers, each with what a phone needs to call it."""
        return tuple((number, f"tel:{digits(number)}") for number in self.emergency)


@dataclass(frozen=True, slots=True)
class HelpLines:
    """All countries by name, "somewhere else" last, and a directory that knows many more lines."""

    countries: tuple[Country, ...]
    directory: str

    def of(self, code: str) -> Country | None:
        """The country with this two-letter code, or None."""
        return next((country for country in self.countries if country.code == code.lower()), None)


@cache
def help_lines() -> HelpLines:
    """The whole list. Raises KeyError or TypeError where the data file is wrong, so that it cannot ship."""
    data = tomllib.loads(files("unflinch.care").joinpath("help_lines.toml").read_text("utf-8"))
    countries = map(country_from, data["country"])
    by_name = sorted(countries, key=lambda country: (country.code == ELSEWHERE, country.name))
    return HelpLines(countries=tuple(by_name), directory=data["directory"])


def country_from(row: Mapping[str, Any]) -> Country:
    lines = tuple(Line(**{**line, "languages": tuple(line.get("languages", ()))}) for line in row.get("line", ()))
    known = {name: value for name, value in row.items() if name != "line"}
    return Country(**{**known, "emergency": tuple(row["emergency"]), "lines": lines})


def digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit())
