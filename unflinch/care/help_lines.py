"""Help lines by country, read once from their data file: no database and no other host is asked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final

ELSEWHERE_CODE: Final = "elsewhere"


@dataclass(frozen=True, slots=True)
class _Line:
    """One way to reach a help line: by call, text, chat or e-mail; `number` or `link` is what it takes.

    `source` is where it was read, on the day `read`, and `as_of` the year or month that it speaks of. `checked` is the
    day on which it was read on the operator's own page; None is never.
    """

    operator: str
    by: str
    kind: str
    site: str
    hours: str
    source: str
    as_of: str
    read: date
    number: str = ""
    link: str = ""
    word: str = ""
    languages: tuple[str, ...] = ()
    checked: date | None = None

    @property
    def address(self) -> str:
        """What a phone needs to call, and a phone or a browser to write."""
        return self.link or f"{'sms' if self.by == 'text' else 'tel'}:{_digits(self.number)}"

    @property
    def target(self) -> str:
        """What is written to or called, as one reads it: a number, an e-mail address, or the name of a site."""
        return self.number or self.link.removeprefix("mailto:").removeprefix("https://").removeprefix("www.")


@dataclass(frozen=True, slots=True)
class _Country:
    """A country's emergency numbers, lines, and how a professional is found there where we know more."""

    code: str
    name: str
    emergency: tuple[str, ...]
    lines: tuple[_Line, ...]
    professional: str = ""
    note: str = ""
    zones: tuple[str, ...] = ()

    @property
    def calls(self) -> tuple[tuple[str, str], ...]:
        """The emergency numbers, each with what a phone needs to call it."""
        return tuple((number, f"tel:{_digits(number)}") for number in self.emergency)


@dataclass(frozen=True, slots=True)
class _HelpLines:
    """All countries by name, "somewhere else" last, and a directory that knows many more lines."""

    countries: tuple[_Country, ...]
    directory: str

    def of(self, code: str) -> _Country | None:
        """The country with this two-letter code, or None."""
        return next((country for country in self.countries if country.code == code.lower()), None)

    @property
    def last_read(self) -> date:
        """The day on which the lines were last looked up."""
        return max(line.read for country in self.countries for line in country.lines)


@cache
def help_lines() -> _HelpLines:
    """The whole list. Raises KeyError or TypeError where the data file is wrong, so that it cannot ship."""
    data = tomllib.loads(files("unflinch.care").joinpath("help_lines.toml").read_text("utf-8"))
    countries = [replace(_country_from(row), zones=_zones_of(row["code"])) for row in data["country"]]
    by_name = sorted(countries, key=lambda country: (country.code == ELSEWHERE_CODE, country.name))
    return _HelpLines(countries=tuple(by_name), directory=data["directory"])


def _country_from(row: Mapping[str, Any]) -> _Country:
    lines = tuple(_Line(**{**line, "languages": tuple(line.get("languages", ()))}) for line in row.get("line", ()))
    known = {name: value for name, value in row.items() if name != "line"}
    return _Country(**{**known, "emergency": tuple(row["emergency"]), "lines": lines})


def _zones_of(code: str) -> tuple[str, ...]:
    """The time zones of a country, as a browser may name them."""
    return tuple(sorted(zone for zone, country in by_zone().items() if country == code))


@cache
def by_zone() -> Mapping[str, str]:
    """The country of each time zone, from the database of time zones itself."""
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return {zone: code.lower() for code, _, zone, *_ in rows}


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit())
