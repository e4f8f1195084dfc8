"""A diary, or an own export, from a file."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from unflinch.accounts.models import Person
from unflinch.shell.terminal import is_agreed
from unflinch.takeout.archive import is_export
from unflinch.takeout.bringing_in import Brought, batch_of, bring_in
from unflinch.takeout.checking import Malformed
from unflinch.takeout.comparing import Comparison, compare
from unflinch.takeout.diary.choices import FileChoices
from unflinch.takeout.diary.columns import UnknownColumns
from unflinch.takeout.diary.decoding import LARGEST, UnreadableFile
from unflinch.takeout.diary.rows import Diary, read_diary
from unflinch.takeout.diary.weeks import Weeks, read_weeks
from unflinch.takeout.looking import look
from unflinch.takeout.models import Import
from unflinch.takeout.one_at_a_time import Busy
from unflinch.takeout.reading_options import add_reading_arguments, choices_of, lines_about, open_questions
from unflinch.takeout.taking_back import looked_back, take_back
from unflinch.takeout.telling import said_of_export, said_of_taking_back
from unflinch.takeout.unpacking import imports_of, is_new_here, unpack


class Command(BaseCommand):
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", help="A CSV diary, or an own export.")
        parser.add_argument(
            "--weeks", type=Path, metavar="FILE", help="A CSV file with each week's title and takeaway."
        )
        add_reading_arguments(parser)
        parser.add_argument("--dry-run", action="store_true", help="Say what would happen, and change nothing.")
        parser.add_argument("--undo", action="store_true", help="Take the import of this file back, or the last one.")
        parser.add_argument("--yes", action="store_true", help="Take it back without asking first.")

    def handle(self, *, file: Path | None, weeks: Path | None, dry_run: bool, undo: bool, **options: Any) -> None:
        person = Person.objects.only_one()
        if person is None:
            raise CommandError("There is nobody here yet: start with `unflinch run`.")
        if undo:
            self.undo(person, file, yes=options["yes"])
        elif file is None:
            raise CommandError("Which file? unflinch import FILE")
        elif looks_like_an_export(file):
            self.take_export(person, file, dry_run=dry_run)
        else:
            self.take_diary(person, file, weeks, choices=choices_of(options), dry_run=dry_run)

    def take_diary(
        self, person: Person, file: Path, weeks: Path | None, *, choices: FileChoices, dry_run: bool
    ) -> None:
        data = content_of(file)
        try:
            diary = read_diary(data, choices, today=person.day_of(timezone.now()))
            titles = None if weeks is None else read_weeks(content_of(weeks))
        except UnknownColumns as error:
            self.stdout.write("\n".join(lines_about(error.columns)))
            raise CommandError(f"{error} Nothing was brought in.") from error
        except UnreadableFile as error:
            raise CommandError(f"{error} Nothing was brought in.") from error
        if dry_run:
            self.stdout.write("\n".join(lines_about(diary.columns)))
        self.tell(diary, titles)
        if dry_run:
            compared = compare(person, diary, batch=batch_of(person, data), at=timezone.now())
            self.stdout.write(f"{would_be(compared)} Nothing was changed.")
            return
        batch, at = batch_of(person, data), timezone.now()
        try:
            brought = bring_in(person, diary, titles, batch=batch, name=file.name, at=at, waiting=self.waits)
        except Busy as error:
            raise CommandError(f"{error} Nothing was brought in.") from error
        self.stdout.write(in_words(brought))

    def waits(self) -> None:
        self.stdout.write("Another import is under way. This one waits until it’s done.")
        self.stdout.flush()

    def tell(self, diary: Diary, weeks: Weeks | None) -> None:
        """Every word that has to be asked about, every row that is kept aside, and every guess."""
        for line in open_questions(diary):
            self.stdout.write(line)
        for aside in diary.aside:
            for complaint in aside.complaints:
                self.stdout.write(f"{complaint}. The row is kept aside for you to mend.")
        for guess in (*diary.guesses, *(weeks.complaints if weeks else ())):
            self.stdout.write(f"{guess}.")

    def take_export(self, person: Person, file: Path, *, dry_run: bool) -> None:
        """Say what is in it, and take it unless this is only a look."""
        try:
            with file.open("rb") as content:
                fresh = is_new_here(person)
                at = timezone.now()
                looked = look(person, content) if dry_run else unpack(person, content, name=file.name, at=at).looked
        except (Malformed, Busy) as error:
            raise CommandError(f"{error} Nothing was brought in.") from error
        for sentence in said_of_export(looked, person, fresh=fresh):
            self.stdout.write(sentence)
        for row in looked.differing:
            self.stdout.write(f"{row} is here already with something else in it, and was left alone.")
        self.stdout.write("It is in." if looked.added and not dry_run else "Nothing was changed.")

    def undo(self, person: Person, file: Path | None, *, yes: bool) -> None:
        """Say what taking it back would do, ask once, and do it."""
        batch = import_of(person, file)
        if batch is None:
            raise CommandError("There is no such import to take back.")
        for sentence in said_of_taking_back(looked_back(person, batch)):
            self.stdout.write(sentence)
        if not (yes or is_agreed("Take it back?")):
            raise CommandError("Nothing was taken back.")
        try:
            seen = take_back(person, batch)
        except Busy as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Taken back: {rows(seen.rows_that_go)} are gone.")


def import_of(person: Person, file: Path | None) -> Import | None:
    """The import that is meant: the one of this file, or the latest of all."""
    whole = Import.objects.of(person).whole()
    if file is None:
        return whole.newest_first().first()
    if looks_like_an_export(file):
        with file.open("rb") as content:
            return next(iter(imports_of(person, content)), None)
    return whole.filter(pk=batch_of(person, content_of(file))).first()


def content_of(file: Path) -> bytes:
    """The whole file. Raises CommandError where it cannot be read or is too large to be a diary."""
    try:
        if file.exists() and not file.is_file():
            raise CommandError(f"{file} cannot be read: it is not an ordinary file.")
        if file.stat().st_size > LARGEST:
            raise CommandError(f"{file} is larger than {LARGEST // 1024 // 1024} MB. Please split it.")
        return file.read_bytes()
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error


def looks_like_an_export(file: Path) -> bool:
    try:
        return file.is_file() and is_an_export(file)
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error


def is_an_export(file: Path) -> bool:
    with file.open("rb") as content:
        return is_export(content)


def in_words(brought: Brought) -> str:
    """What came of it, in a few plain sentences."""
    said = [f"{rows(brought.added)} came in.", f"{brought.known} were here already." if brought.known else ""]
    if brought.differing:
        said.append(f"Different from what is here, and not merged: line {lines_of(brought.differing)}.")
    if brought.aside:
        said.append(f"{rows(brought.aside)} kept aside, sealed, for you to mend on the import page.")
    if brought.weeks:
        said.append(f"{brought.weeks} weeks have their titles.")
    return " ".join(filter(None, said))


def would_be(compared: Comparison) -> str:
    """What would come of it, in a few plain sentences."""
    said = [f"{rows(len(compared.fresh))} would come in."]
    said += [f"{compared.known} are here already."] if compared.known else []
    if compared.differing:
        said.append(f"Different from what is here: line {lines_of([one.row.line for one in compared.differing])}.")
    return " ".join(said)


def lines_of(lines: Sequence[int]) -> str:
    """The first of these lines."""
    return ", ".join(map(str, lines[:20]))


def rows(count: int) -> str:
    """So many rows, as one says it."""
    return "1 row" if count == 1 else f"{count} rows"
