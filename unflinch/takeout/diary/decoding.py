"""From bytes to text, whatever the spreadsheet wrote."""

import codecs
from dataclasses import dataclass
from typing import BinaryIO, Final

from unflinch.takeout.diary.cells import INVISIBLE

LARGEST: Final = 64 * 1024 * 1024  # bytes; a diary of 50,000 long rows has about 20 MB
_PEEK: Final = 2  # letters that tell a file of another kind
_LOOKED_AT: Final = 2000  # bytes, for telling UTF-16 without a mark
_MOSTLY: Final = 0.6  # share of zero bytes in one half that tells it
_STRANGE: Final = 0.05  # share of control characters: text has hardly any, bytes of chance have 0.1

Source = bytes | BinaryIO

# What a zip is, by a name that only this kind holds.
_ZIPS: Final[dict[bytes, str]] = {
    b"xl/workbook": "an Excel file",
    b"word/document": "a Word file",
    b"opendocument.spreadsheet": "a LibreOffice spreadsheet",
    b"opendocument.text": "a LibreOffice text",
    b"Index/Document.iwa": "a Numbers or Pages file",
}
_OTHER_THINGS: Final[dict[bytes, str]] = {
    b"PK\x03\x04": "a zip file",
    b"PK\x05\x06": "an empty zip file",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a packed file",
    b"7z\xbc\xaf\x27\x1c": "a packed file",
    b"Rar!": "a packed file",
    b"BZh": "a packed file",
    b"\xfd7zXZ": "a packed file",
    b"SQLite format 3\x00": "a database",
    b"\xd0\xcf\x11\xe0": "an old Excel or Word file",
    b"{\\rtf": "a text document with formatting",
    b"<!doctype html": "a web page",
    b"<html": "a web page",
    b"<?xml": "an XML file",
}
_UTF_8, _UTF_16, _UTF_32 = "utf-8-sig", "utf-16", "utf-32"
# UTF-32 comes first: its mark begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, _UTF_32),
    (codecs.BOM_UTF8, _UTF_8),
    (codecs.BOM_UTF16_LE, _UTF_16),
    (codecs.BOM_UTF16_BE, _UTF_16),
)


class UnreadableFile(Exception):
    """The file as a whole cannot be brought in; the text is the sentence that says why and what to do."""


@dataclass(frozen=True, slots=True)
class _Text:
    """The file's text; `guess` says what was guessed about its letters, and is empty where nothing was."""

    text: str
    guess: str = ""


def decode(source: Source) -> _Text:
    """The text of a CSV file. Raises UnreadableFile for what is no text, too large or empty."""
    data = source if isinstance(source, bytes) else source.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise UnreadableFile(f"The file is larger than {LARGEST // 1024 // 1024} MB. Please split it.")
    if other := _other_thing(data):
        raise UnreadableFile(f"This is {other}, not a CSV file. Save your diary as CSV and bring that in.")
    text = _text_of(data)
    if text.text.lstrip("\ufeff \t\r\n")[:_PEEK].startswith(("{", "[{", "[[")):
        raise UnreadableFile("This is a JSON file, not a CSV file. Save your diary as CSV and bring that in.")
    if not text.text.strip("\ufeff \t\r\n\x00"):
        raise UnreadableFile("The file is empty.")
    return text


def _other_thing(data: bytes) -> str:
    """What this file is, where its first bytes tell that it is no CSV; empty otherwise."""
    start = data[:_LOOKED_AT].lstrip().lower() if data[:1] in b"< \t\r\n" else data[:_LOOKED_AT]
    found = next((name for sign, name in _OTHER_THINGS.items() if start.startswith(sign)), "")
    if found == _OTHER_THINGS[b"PK\x03\x04"]:
        return next((name for sign, name in _ZIPS.items() if sign in data), found)
    return found


def _text_of(data: bytes) -> _Text:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data, name)
    if name := _wide(data):
        return _marked(data, name)
    try:
        return _Text(data.decode("utf-8"))
    except UnicodeDecodeError:
        # It fits every byte but five, and is what spreadsheets write in the West where they do not write UTF-8.
        text = data.decode("cp1252", errors="replace")
        if len(INVISIBLE.findall(text[:_LOOKED_AT])) > _STRANGE * len(text[:_LOOKED_AT]):
            raise UnreadableFile("This is not text. Save your diary as CSV and bring that in.") from None
        return _Text(text, "this is not UTF-8, so it was read as Windows writes text: some letters may look odd")


def _marked(data: bytes, name: str) -> _Text:
    """In the encoding that the file itself tells; what does not fit shows as �."""
    try:
        return _Text(data.decode(name))
    except UnicodeDecodeError:
        return _Text(data.decode(name, errors="replace"), "some letters could not be read and show as �")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark shows as a zero in every other byte; empty for anything else."""
    start = data[:_LOOKED_AT]
    pairs = len(start) // 2
    if pairs and start[1::2].count(0) / pairs > _MOSTLY:
        return "utf-16-le"
    return "utf-16-be" if pairs and start[0::2].count(0) / pairs > _MOSTLY else ""
