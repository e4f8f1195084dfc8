"""Where a passphrase comes from: a file, or whoever sits at the terminal."""

import getpass
import sys
from pathlib import Path
from typing import Final

from django.core.management import CommandError

_SHORTEST: Final = 12


def passphrase_from(file: Path | None, *, new: bool) -> str:
    """The first line of the file, or what is typed; a new one is typed twice, and has twelve letters or more.

    Raises CommandError with a sentence for what can't be one.
    """
    said = _typed(new=new) if file is None else _read(file)
    if not said:
        raise CommandError("A passphrase is needed.")
    if new and len(said) < _SHORTEST:
        raise CommandError(f"A backup passphrase needs at least {_SHORTEST} letters: four or five words, say.")
    return said


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").partition("\n")[0].strip()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{file} can't be read: {error}.") from error


def _typed(*, new: bool) -> str:
    if not sys.stdin.isatty():
        raise CommandError("Nobody is at a terminal to type the passphrase: name a file with --passphrase-file.")
    said = getpass.getpass("Passphrase: ")
    if new and getpass.getpass("And once more: ") != said:
        raise CommandError("Those two didn't match. Nothing was written.")
    return said
