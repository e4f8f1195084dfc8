"""From bytes to text, whatever the spreadsheet wrote."""

import codecs
from dataclasses import dataclass
from typing import Final

LARGEST: Final = 64 * 1024 * 1024  # bytes
LOOKED_AT: Final = 2000  # bytes, for telling UTF-16 without a mark
MOSTLY: Final = 0.6  # share of zero bytes in one half that tells it

OTHER_THINGS: Final[dict[bytes, str]] = {
    b"PK\x03\x04": "a zip or a spreadsheet file",
    b"PK\x05\x06": "an empty zip",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a packed file",
    b"SQLite format 3\x00": "a database",
    b"\xd0\xcf\x11\xe0": "an old spreadsheet or document file",
    b"{\\rtf": "a text document with formatting",
}
MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class UnreadableFile(Exception):
    """The file as a whole cannot be brought in; the text is the sentence that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Text:
    """The file's text; `guessed` where some letters may have come out wrong."""

    text: str
    guessed: bool = False


def decode(data: bytes) -> Text:
    """The text of a CSV file. Raises UnreadableFile for what is no text, too large or empty."""
    if len(data) > LARGEST:
        raise UnreadableFile(f"The file is larger than {LARGEST // 1024 // 1024} MB. Please split it.")
    for start, name in OTHER_THINGS.items():
        if data.startswith(start):
            raise UnreadableFile(f"This is {name}, not a CSV file. Save your diary as CSV and bring that in.")
    text = text_of(data)
    if not text.text.strip("\ufeff \t\r\n\x00"):
        raise UnreadableFile("The file is empty.")
    return text


def text_of(data: bytes) -> Text:
    for mark, name in MARKS:
        if data.startswith(mark):
            return decoded(data, name)
    return decoded(data, wide(data) or "utf-8")


def decoded(data: bytes, name: str) -> Text:
    """In this encoding; where it does not fit, as a Western spreadsheet writes, which fits everything."""
    try:
        return Text(data.decode(name))
    except UnicodeDecodeError:
        return Text(data.decode("cp1252", errors="replace"), guessed=True)


def wide(data: bytes) -> str:
    """UTF-16 without a mark shows as a zero in every other byte; empty for anything else."""
    start = data[:LOOKED_AT]
    pairs = len(start) // 2
    if pairs and start[1::2].count(0) / pairs > MOSTLY:
        return "utf-16-le"
    return "utf-16-be" if pairs and start[0::2].count(0) / pairs > MOSTLY else ""
