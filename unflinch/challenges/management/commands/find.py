"""Challenges that are close to what somebody means. Words of a crisis get help first; nothing is stored either way."""

import json as json_module
from argparse import ArgumentParser
from typing import Any, Final

from django.core.management import BaseCommand
from django.utils import timezone

from unflinch.accounts.models import Person
from unflinch.care.help_at_hand import country_of
from unflinch.care.help_lines import help_lines
from unflinch.care.models import Pause
from unflinch.care.words import level_of
from unflinch.challenges.browsing import matching
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.shape import Challenge

MOST: Final = 10
NOTHING_FITS: Final = "Nothing here fits those words. You could write one of your own, under Ideas."
HELP_FIRST: Final = (
    "Some words here can mean that you’re having a very hard time. If so, you don’t have to carry it alone:"
)


class Command(BaseCommand):
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("words", nargs="+", help="What you’d like to ask, in your own words.")
        parser.add_argument("--json", action="store_true", help="For programs instead of people.")

    def handle(self, *, words: list[str], json: bool, **_: Any) -> None:
        text = " ".join(words)
        person = Person.objects.only_one()
        helping = help_for(person) if level_of(text).level == "explicit" else []
        paused = person is not None and Pause.objects.of(person).in_force(timezone.now()).exists()
        found = [] if helping or paused else matching(catalogue(), q=text)[:MOST]
        answer = {"help": helping, "paused": paused, "found": [as_plain(one) for one in found]}
        said = json_module.dumps(answer, ensure_ascii=False, indent=1) if json else in_words(helping, found, paused)
        self.stdout.write(said)


def help_for(person: Person | None) -> list[str]:
    """A line for each way to reach somebody: those of the person's own country, and the directory of all others."""
    country = None if person is None else help_lines().of(country_of(person))
    numbers = (
        [] if country is None else [*country.emergency, *(f"{one.operator}: {one.target}" for one in country.lines)]
    )
    return [*numbers, help_lines().directory]


def as_plain(challenge: Challenge) -> dict[str, Any]:
    return {"slug": challenge.slug, "title": challenge.title, "line": challenge.line, "boldness": challenge.boldness}


def in_words(helping: list[str], found: list[Challenge], paused: bool) -> str:
    if helping:
        return "\n".join([HELP_FIRST, *helping])
    if paused:
        return "You’re resting. Nothing to ask today."
    return "\n".join(one.title for one in found) or NOTHING_FITS
