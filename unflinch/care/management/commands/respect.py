"""What should be asked about each idea in a file."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand

from unflinch.care.management.commands.words import read_lines
from unflinch.care.respect import questions_raised_by


class Command(BaseCommand):
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="A text file, one sentence or idea a line.")

    def handle(self, *, file: Path, **_: Any) -> None:
        for idea in read_lines(file):
            self.stdout.write(json.dumps({"idea": idea, "asks": questions_raised_by(idea)}, ensure_ascii=False))
