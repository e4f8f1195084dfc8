"""Everything, in a file of one's own."""

from argparse import ArgumentParser
from io import BytesIO
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from unflinch.accounts.keyring import write_atomically
from unflinch.accounts.models import Person
from unflinch.takeout.packing import pack


class Command(BaseCommand):
    help = "Write everything you hold here into a zip file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--file", type=Path, required=True)

    def handle(self, *, file: Path, **_: Any) -> None:
        person = Person.objects.only_one()
        if person is None:
            raise CommandError("There is nobody here to export.")
        content = BytesIO()
        pack(person, content, at=timezone.now())
        try:
            write_atomically(file, content.getvalue())
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}") from error
        self.stdout.write(f"Everything is in {file}. It is not encrypted: keep it where you would keep a diary.")
