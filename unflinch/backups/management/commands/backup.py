"""A backup now."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from unflinch.backups.archive import NotABackup
from unflinch.backups.making import back_up
from unflinch.backups.passphrases import passphrase_from


class Command(BaseCommand):
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="The file to write.")
        parser.add_argument("--passphrase-file", type=Path, help="A file whose first line is the passphrase.")

    def handle(self, *, file: Path, passphrase_file: Path | None, **_: Any) -> None:
        passphrase = passphrase_from(passphrase_file, new=True)
        try:
            size = back_up(file, passphrase, at=timezone.now())
        except NotABackup as sentence:
            raise CommandError(f"{sentence} Nothing was written.") from sentence
        except OSError as error:
            raise CommandError(f"{file} can't be written: {error.strerror}.") from error
        self.stdout.write(f"{file} holds everything, {size / 1_000_000:.1f} MB, and it opened in a test.")
        self.stdout.write("Without the passphrase nobody can, and that includes you: keep it somewhere else.")
