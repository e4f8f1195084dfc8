"""Help lines by country, read once from their data file: no database and no other host is asked."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Annotated, Final
from urllib.parse import urlsplit

from msgspec import Meta, field
from msgspec.structs import replace

from unflinch.shell.data_files import FileTable, HttpsAddress, OneOrMore, WebAddress, letters, read_file, word_of

ELSEWHERE_CODE: Final = "elsewhere"

_Emergency = Annotated[str, Meta(pattern=r"^\d{2,5}\Z", description="must be two to five digits")]
_Contact = Annotated[
    str, Meta(pattern=r"^(https://|mailto:.+@)\S+\Z", description="must be an https:// or mailto: address")
]


class _Line(FileTable, frozen=True):
    """One way to reach a help line: by call, text, chat or e-mail; `number` or `link` is what it takes.

    `source` is where it was read, on the day `read`, and `as_of` the year or month that it speaks of. `checked` is the
    day on which it was read on the operator's own page; None is never.
    """

    operator: Annotated[str, letters(80)]
    by: Annotated[str, word_of("call", "text", "chat", "e-mail")]
    kind: Annotated[str, word_of("crisis", "advice")]
    site: HttpsAddress
    hours: Annotated[str, letters(120)]
    source: WebAddress
    as_of: Annotated[str, Meta(pattern=r"^20\d\d(-\d\d)?\Z", description="must be a year or a month, such as 2026-11")]
    read: date
    number: Annotated[str, Meta(pattern=r"^[\d ]{3,16}\Z", description="must be digits and spaces")] = ""
    link: _Contact = ""
    word: Annotated[str, letters(20)] = ""
    languages: tuple[Annotated[str, letters(40)], ...] = ()
    checked: date | None = None

    def __post_init__(self) -> None:
        """Whoever calls or texts needs a number, and whoever writes a link. Raises ValueError."""
        if not (self.link if self.by in ("chat", "e-mail") else self.number):
            raise ValueError("needs a number for a call or a text, and a link for a chat or an e-mail")

    @property
    def address(self) -> str:
        """What a phone needs to call, and a phone or a browser to write."""
        return self.link or f"{'sms' if self.by == 'text' else 'tel'}:{_digits(self.number)}"

    @property
    def source_name(self) -> str:
        """The site on which it was read."""
        return urlsplit(self.source).netloc.removeprefix("www.")

    @property
    def target(self) -> str:
        """What is written to or called, as one reads it: a number, an e-mail address, or the name of a site."""
        return self.number or self.link.removeprefix("mailto:").removeprefix("https://").removeprefix("www.")


class _Country(FileTable, frozen=True):
    """A country's emergency numbers, lines, and how a professional is found there where we know more."""

    code: Annotated[str, letters(9, shortest=2)]
    name: Annotated[str, letters(60)]
    emergency: Annotated[tuple[_Emergency, ...], Meta(min_length=1, description="must be a list of 1 or more")]
    lines: tuple[_Line, ...] = field(name="line", default=())
    professional: Annotated[str, letters(240)] = ""
    note: Annotated[str, letters(240)] = ""

    @property
    def zones(self) -> tuple[str, ...]:
        """The time zones of the country, as a browser may name them."""
        return _zones_of(self.code)

    @property
    def calls(self) -> tuple[tuple[str, str], ...]:
        """The emergency numbers, each with what a phone needs to call it."""
        return tuple((number, f"tel:{_digits(number)}") for number in self.emergency)


class _HelpLines(FileTable, frozen=True):
    """All countries by name, "somewhere else" last, and a directory that knows many more lines."""

    countries: OneOrMore[_Country] = field(name="country")
    directory: HttpsAddress

    def of(self, code: str) -> _Country | None:
        """The country with this two-letter code, or None."""
        return next((country for country in self.countries if country.code == code.lower()), None)

    @property
    def last_read(self) -> date:
        """The day on which the lines were last looked up."""
        return max(line.read for country in self.countries for line in country.lines)


@cache
def help_lines() -> _HelpLines:
    """The whole list. Raises BrokenFile where the data file is wrong, so that it cannot ship."""
    found = read_file(files("unflinch.care").joinpath("help_lines.toml"), _HelpLines)
    by_name = sorted(found.countries, key=lambda country: (country.code == ELSEWHERE_CODE, country.name))
    return replace(found, countries=tuple(by_name))


@cache
def _zones_of(code: str) -> tuple[str, ...]:
    return tuple(sorted(zone for zone, country in by_zone().items() if country == code))


@cache
def by_zone() -> Mapping[str, str]:
    """The country of each time zone, from the database of time zones itself."""
    folder = files("tzdata").joinpath("zoneinfo")
    table = folder.joinpath("zone.tab").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    found = {zone: code.lower() for code, _, zone, *_ in rows}
    # Browsers still say older names, such as Asia/Calcutta: each is a link, "L", to the name of today.
    links = [line.split() for line in folder.joinpath("tzdata.zi").read_text("utf-8").splitlines() if line[:2] == "L "]
    return {**{older: found[name] for _, name, older in links if name in found}, **found}


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit())
