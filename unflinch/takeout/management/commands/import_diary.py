"""A diary, or an own export, from a file."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from unflinch.accounts.models import Person
from unflinch.takeout.bringing_in import Brought, batch_of, bring_in, take_back
from unflinch.takeout.diary.decoding import LARGEST, UnreadableFile
from unflinch.takeout.diary.rows import Diary, read_diary
from unflinch.takeout.diary.weeks import Weeks, read_weeks
from unflinch.takeout.everything import Malformed
from unflinch.takeout.models import Import
from unflinch.takeout.unpacking import is_export, unpack


class Command(BaseCommand):
    help = "Bring a diary in. Twice is once, and nothing of a row is lost."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--file", type=Path)
        parser.add_argument("--weeks", type=Path)
        parser.add_argument("--map", action="append", default=[])
        parser.add_argument("--dry-run", action="store_true")
        parser.add_argument("--undo", action="store_true")

    def handle(self, *, file: Path | None, weeks: Path | None, dry_run: bool, undo: bool, **options: Any) -> None:
        person = Person.objects.only_one()
        if person is None:
            raise CommandError("There is nobody here yet: start with `unflinch run`.")
        if undo:
            self.undo(person, file)
        elif file is None:
            raise CommandError("Which file? unflinch import FILE")
        elif looks_like_an_export(file):
            self.take_export(person, file, dry_run=dry_run)
        else:
            self.take_diary(person, file, weeks, columns=mapping_of(options["map"]), dry_run=dry_run)

    def take_diary(
        self, person: Person, file: Path, weeks: Path | None, *, columns: dict[str, str], dry_run: bool
    ) -> None:
        data = content_of(file)
        try:
            diary, titles = read_diary(data, columns), None if weeks is None else read_weeks(content_of(weeks))
        except UnreadableFile as error:
            raise CommandError(f"{error} Nothing was brought in.") from error
        self.tell(diary, titles)
        if dry_run:
            self.stdout.write(f"{len(diary.rows)} rows would come in. Nothing was changed.")
            return
        brought = bring_in(person, diary, titles, batch=batch_of(person, data), name=file.name, at=timezone.now())
        self.stdout.write(in_words(brought))

    def tell(self, diary: Diary, weeks: Weeks | None) -> None:
        """Every row that is kept aside, and every guess, line by line."""
        for aside in diary.aside:
            for complaint in aside.complaints:
                self.stdout.write(f"{complaint}. The row is kept aside for you to mend.")
        for guess in (*diary.guesses, *(weeks.complaints if weeks else ())):
            self.stdout.write(f"{guess}.")

    def take_export(self, person: Person, file: Path, *, dry_run: bool) -> None:
        if dry_run:
            self.stdout.write("This is an export of Unflinch. Nothing was changed.")
            return
        try:
            with file.open("rb") as content:
                unpacked = unpack(person, content)
        except Malformed as error:
            raise CommandError(f"{error} Nothing was brought in.") from error
        for row in unpacked.differing:
            self.stdout.write(f"{row} is here already with something else in it, and was left alone.")
        self.stdout.write(f"{unpacked.added} rows came in, {unpacked.known} were here already.")

    def undo(self, person: Person, file: Path | None) -> None:
        batch = self.last(person) if file is None else batch_of(person, content_of(file))
        if batch is None or not Import.objects.of(person).filter(pk=batch).exists():
            raise CommandError("There is no such import to take back.")
        self.stdout.write(f"Taken back: {take_back(person, batch)} rows are gone.")

    def last(self, person: Person) -> Any:
        latest = Import.objects.of(person).newest_first().first()
        return None if latest is None else latest.pk


def mapping_of(pairs: Sequence[str]) -> dict[str, str]:
    """`column=field` pairs. Raises CommandError for what is no pair."""
    if wrong := [pair for pair in pairs if "=" not in pair]:
        raise CommandError(f"--map takes column=field, and {wrong[0]!r} is none.")
    return dict(pair.rsplit("=", 1) for pair in pairs)


def content_of(file: Path) -> bytes:
    """The whole file. Raises CommandError where it cannot be read or is too large to be a diary."""
    try:
        if file.stat().st_size > LARGEST:
            raise CommandError(f"{file} is larger than {LARGEST // 1024 // 1024} MB. Please split it.")
        return file.read_bytes()
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error


def looks_like_an_export(file: Path) -> bool:
    try:
        with file.open("rb") as content:
            return is_export(content)
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error


def in_words(brought: Brought) -> str:
    """What came of it, in a few plain sentences."""
    said = [f"{rows(brought.added)} came in.", f"{brought.known} were here already." if brought.known else ""]
    if brought.differing:
        lines = ", ".join(map(str, brought.differing[:20]))
        said.append(f"Different from what is here, and not merged: line {lines}.")
    if brought.aside:
        said.append(f"{rows(brought.aside)} kept aside, sealed, for you to mend on the import page.")
    if brought.weeks:
        said.append(f"{brought.weeks} weeks have their titles.")
    return " ".join(filter(None, said))


def rows(count: int) -> str:
    """So many rows, as one says it."""
    return "1 row" if count == 1 else f"{count} rows"
