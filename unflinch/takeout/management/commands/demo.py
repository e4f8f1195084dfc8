"""A made-up half-year, to look around."""

from argparse import ArgumentParser
from random import Random
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from unflinch.accounts.models import Person
from unflinch.takeout.made_up.keeping import has_own_asks, keep_half_year, take_away

SEED = 30


class Command(BaseCommand):
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--remove", action="store_true", help="Take the made-up practice away.")

    def handle(self, *, remove: bool, **_: Any) -> None:
        person = Person.objects.only_one()
        if person is None:
            raise CommandError("There is nobody here yet: start with `unflinch run`.")
        gone = take_away(person)
        if remove:
            self.stdout.write("The made-up half-year is gone." if gone else "There was nothing made up here.")
            return
        if has_own_asks(person):
            raise CommandError(
                "Your own diary is here, and nothing made up goes into it. Try: unflinch --data DEMO demo"
            )
        now = timezone.now()
        person.welcome(zone=person.zone, at=now)
        keep_half_year(person, until=now, rng=Random(SEED))
        self.stdout.write(
            "A made-up half-year is in. Start Unflinch to look around; `unflinch demo --remove` takes it away."
        )
