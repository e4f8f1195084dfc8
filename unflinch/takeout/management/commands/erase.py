"""Everything gone, keys first."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from unflinch.accounts.models import Person
from unflinch.shell.terminal import is_agreed
from unflinch.takeout.erasing import Unfinished, erase


class Command(BaseCommand):
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--yes", action="store_true", help="I mean it.")

    def handle(self, *, yes: bool, **_: Any) -> None:
        person = Person.objects.only_one()
        if person is None or not (yes or is_agreed("All of it, for ever?")):
            raise CommandError("Nothing was erased. With --yes all of it goes, for ever; an export first keeps a copy.")
        try:
            erase(person, at=timezone.now())
        except Unfinished as sentence:
            raise CommandError(str(sentence)) from sentence
        self.stdout.write("All of it is gone, and the key to it before anything else.")
