"""Everything, in a file of one's own."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from unflinch.accounts.keyring import KeyMissing, replacing_file
from unflinch.accounts.models import Person
from unflinch.takeout.packing import pack


class Command(BaseCommand):
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", help="The zip file to write.")

    def handle(self, *, file: Path | None, **_: Any) -> None:
        person = Person.objects.only_one()
        if person is None:
            raise CommandError("There is nobody here to export.")
        if file is None:
            raise CommandError("Into which file? unflinch export FILE")
        try:
            with replacing_file(file) as content:
                damaged = pack(person, content, at=timezone.now())
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.") from error
        except KeyMissing as error:
            raise CommandError(f"Your words can't be opened: {error}. Nothing was written.") from error
        for text in damaged:
            self.stdout.write(f"{text}: this text can't be read any more, so it is empty in the file.")
        self.stdout.write(f"Everything is in {file}. It is not encrypted: keep it where you would keep a diary.")
