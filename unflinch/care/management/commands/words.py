"""What the reader makes of each line of a file."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from unflinch.care.words import level_of


class Command(BaseCommand):
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="A text file, one sentence or idea a line.")

    def handle(self, *, file: Path, **_: Any) -> None:
        for text in read_lines(file):
            reading = level_of(text)
            row = {"text": text, "level": reading.level, "self_shaming": reading.self_shaming}
            self.stdout.write(json.dumps(row, ensure_ascii=False))


def read_lines(file: Path) -> list[str]:
    """The lines of a text file in UTF-8. Raises CommandError with a plain sentence."""
    try:
        return file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{file} cannot be read as text: {error}") from error
