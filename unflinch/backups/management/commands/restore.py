"""A backup in place of what is here."""

from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from unflinch.backups.archive import NotABackup
from unflinch.backups.passphrases import passphrase_from
from unflinch.backups.restoring import restore
from unflinch.backups.staged import ASIDE


class Command(BaseCommand):
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="The backup.")
        parser.add_argument("--passphrase-file", type=Path, help="A file whose first line is the passphrase.")

    def handle(self, *, file: Path, passphrase_file: Path | None, **_: Any) -> None:
        try:
            content = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file} can't be read: {error.strerror}.") from error
        passphrase = passphrase_from(passphrase_file, new=False)
        try:
            backup = restore(content, passphrase)
        except NotABackup as sentence:
            raise CommandError(f"{sentence} Your data is as it was.") from sentence
        made = datetime.fromisoformat(backup.made_at)
        self.stdout.write(f"Restored as it was on {made:%-d %B %Y at %H:%M} UTC.")
        self.stdout.write(
            f"What was here before is in {settings.DATA / ASIDE}: delete it once you’ve seen it’s all there."
        )
