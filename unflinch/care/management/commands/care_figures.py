"""Recall and false alarms on the published sentences and ideas."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from unflinch.care.measuring import Example, examples, figures
from unflinch.care.measuring import misread as read_wrongly


class Command(BaseCommand):
    help = "How the reader does on the published texts, by kind and part."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--folder", type=Path, default=Path("docs/care"))
        parser.add_argument("--misread", action="store_true", help="Also list what is read wrongly.")

    def handle(self, *, folder: Path, misread: bool, **_: Any) -> None:
        try:
            texts = examples(folder)
        except OSError as error:
            raise CommandError(f"The published texts are not in {folder}: {error}") from error
        for figure in figures(texts):
            row = f"{figure.kind:12} {figure.part:9} {figure.right:4} of {figure.of:4}  {figure.share:6.1%}"
            self.stdout.write(row)
        if misread:
            self.list_misread(texts)

    def list_misread(self, texts: list[Example]) -> None:
        for example in read_wrongly(texts):
            self.stdout.write(f"{example.kind} ({example.part}): {example.text}")
