"""From one cell to one value. What is not understood raises Mend with the sentence for the person."""

import re
import unicodedata
from datetime import date, datetime
from typing import Final

LONGEST_CELL: Final = 20_000  # letters
LONGEST_SHOWN: Final = 40
HIGHEST: Final = 100
MOST_WEEKS: Final = 5000
MOST_DAYS: Final = 100_000
DAY_FIRST: Final = "day first"
MONTH_FIRST: Final = "month first"
MONTHS: Final = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                 "november", "december")  # fmt: skip

MEANT: Final = {
    "yes": "yes, y, accepted, granted, agreed, success, ok, sure, ja, si, sí, oui",
    "no": "no, n, rejected, declined, refused, denied, turned down, nope, nein, non",
    "maybe": "maybe, perhaps, pending, counter-offer, counter offer, later, not sure, vielleicht",
    "no_reply": "no_reply, no reply, no reply yet, no answer, no response, silence, silent, ghosted, unanswered, "
    "never answered, noreply, waiting",
    "not_asked": "not_asked, not asked, not this time, skipped, did not ask, didn't ask, didnt ask, chickened out, "
    "bailed, postponed, did not happen, didn't happen, cancelled, canceled",
}
OUTCOMES: Final = {word: outcome for outcome, words in MEANT.items() for word in words.split(", ")}
UNKNOWN: Final = frozenset({"unknown", "?", "??", "don't know", "dont know", "not known", "n/a", "na", "unsure"})
TRUE: Final = frozenset({"yes", "y", "true", "1", "x", "ja"})
FALSE: Final = frozenset({"no", "n", "false", "0", "nein", "does not count", "doesn't count"})


class Mend(Exception):
    """This cell needs a person's eye."""


def shown(value: str) -> str:
    """The cell as a sentence quotes it: short, and without what cannot be seen."""
    seen = "".join(letter if letter.isprintable() else "·" for letter in value[:LONGEST_SHOWN])
    return f"“{seen}…”" if len(value) > LONGEST_SHOWN else f"“{seen}”"


def text(cell: str) -> str:
    """Any words, as typed, in NFC. Formulas stay text."""
    if len(cell) > LONGEST_CELL:
        raise Mend(f"holds {len(cell):,} letters, and {LONGEST_CELL:,} fit")
    if any(unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\t\r\n" for letter in cell):
        raise Mend("holds an invisible character that cannot be kept")
    return unicodedata.normalize("NFC", cell.strip())


def outcome(cell: str) -> str:
    """One of our outcomes; empty where there is none yet; a plain unknown is a silence."""
    word = re.sub(r"\s+", " ", cell.strip().casefold().replace("’", "'")).rstrip(".!")
    if word in ("", "-", "—", "open", "tbd"):
        return ""
    if word in UNKNOWN:
        return "no_reply"
    if word not in OUTCOMES:
        raise Mend(f"{shown(cell)} is no outcome I know: yes, no, maybe, no_reply or not_asked")
    return OUTCOMES[word]


def rating(cell: str) -> int | None:
    """A whole number from 0 to 100; empty is None. A per cent sign and a decimal comma are fine."""
    word = cell.strip().removesuffix("%").strip().replace(",", ".")
    if word == "":
        return None
    try:
        number = float(word)
    except ValueError:
        raise Mend(f"{shown(cell)} is no number from 0 to 100") from None
    if not 0 <= number <= HIGHEST:
        raise Mend(f"{shown(cell)} is not between 0 and 100")
    return round(number)


def count(most: int, name: str) -> "Counter":
    return Counter(most, name)


class Counter:
    """A whole number from 1 on; empty is None."""

    def __init__(self, most: int, name: str) -> None:
        self.most, self.name = most, name

    def __call__(self, cell: str) -> int | None:
        word = re.sub(rf"^{self.name}\s*", "", cell.strip().casefold())
        if word == "":
            return None
        if not re.fullmatch(r"\d{1,9}(\.0)?", word, re.ASCII) or not 1 <= int(float(word)) <= self.most:
            raise Mend(f"{shown(cell)} is no {self.name}: they are counted from 1")
        return int(float(word))


def number(cell: str) -> int:
    """How many; empty is none."""
    word = cell.strip()
    if word == "":
        return 0
    if not re.fullmatch(r"\d{1,4}", word, re.ASCII):
        raise Mend(f"{shown(cell)} is no number of asks")
    return int(word)


def boolean(cell: str) -> bool | None:
    """Yes or no; empty is None."""
    word = cell.strip().casefold()
    if word in TRUE:
        return True
    if word in FALSE:
        return False
    if word:
        raise Mend(f"{shown(cell)} is neither yes nor no")
    return None


def one_of(words: dict[str, str]) -> "OneOf":
    return OneOf(words)


class OneOf:
    """One word of a list, by its code or by what the screen says; empty stays empty."""

    def __init__(self, words: dict[str, str]) -> None:
        self.words = {**{label.casefold(): code for code, label in words.items()}, **{code: code for code in words}}
        self.codes = tuple(words)

    def __call__(self, cell: str) -> str:
        word = cell.strip().casefold()
        key = word if word in self.words else word.replace(" ", "_").replace("-", "_")
        if word and key not in self.words:
            raise Mend(f"{shown(cell)} is none of {', '.join(self.codes)}")
        return self.words[key] if word else ""


class SomeOf(OneOf):
    """Several words of a list, parted by semicolons or commas."""

    def __call__(self, cell: str) -> list[str]:  # type: ignore[override]  # a list where one word is one
        return [code for part in re.split(r"[;,]", cell) if (code := super(SomeOf, self).__call__(part))]


def day(cell: str, order: str = "") -> tuple[date | None, datetime | None]:
    """A day, and the moment where one is told. `order` settles 03/04/2026; without it that raises Mend."""
    word = cell.strip()
    if word == "":
        return None, None
    try:
        return iso(word) or spoken(word) or parted(word, order)
    except ValueError:
        raise Mend(f"{shown(cell)} is no day of the calendar") from None


def iso(word: str) -> tuple[date | None, datetime | None] | None:
    if re.fullmatch(r"\d{4}-\d\d?-\d\d?", word, re.ASCII):
        return date(*map(int, word.split("-"))), None
    if re.match(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d", word, re.ASCII):
        moment = datetime.fromisoformat(word)
        return moment.date(), moment
    return None


def spoken(word: str) -> tuple[date | None, datetime | None] | None:
    """A date as one says it: 3 March 2026, or March 3, 2026."""
    found = re.fullmatch(r"(?:(\d\d?)\.? +)?([A-Za-z]{3,9})\.?(?: +(\d\d?),?)? +(\d{4})", word, re.ASCII)
    if not found or not (found[1] or found[3]):
        return None
    month = next((at for at, name in enumerate(MONTHS, 1) if name.startswith(found[2].casefold())), 0)
    return date(int(found[4]), month, int(found[1] or found[3])), None


def parted(word: str, order: str) -> tuple[date | None, datetime | None]:
    """31.12.2026 is day first; with slashes it has to be told, unless one of the two can be no month."""
    found = re.fullmatch(r"(\d\d?)([./-])(\d\d?)\2(\d{4})", word, re.ASCII)
    if not found:
        raise ValueError
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    order = DAY_FIRST if found[2] == "." else order or order_of(word)
    if order == "":
        raise Mend(f"{shown(word)} can be two days: write it as 2026-04-03")
    return date(year, *((second, first) if order == DAY_FIRST else (first, second))), None


def order_of(word: str) -> str:
    """What a date with slashes says of its own order; empty where it says nothing."""
    found = re.fullmatch(r"(\d\d?)[/-](\d\d?)[/-]\d{4}", word.strip(), re.ASCII)
    if not found or max(int(found[1]), int(found[2])) <= len(MONTHS):
        return ""
    return DAY_FIRST if int(found[1]) > len(MONTHS) else MONTH_FIRST
