"""What to ask today, and why."""

import json as json_module
from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone

from unflinch.accounts.models import Person
from unflinch.care.models import Pause
from unflinch.coach.next_step import Offer, offer_for


class Command(BaseCommand):
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="For programs instead of people.")

    def handle(self, *, json: bool, **_: Any) -> None:
        person = Person.objects.only_one()
        if person is None:
            return
        now = timezone.now()
        offer = offer_for(person, at=now, paused=Pause.objects.of(person).in_force(now).exists())
        self.stdout.write(json_module.dumps(as_plain(offer), ensure_ascii=False, indent=1) if json else in_words(offer))


def as_plain(offer: Offer | None) -> dict[str, Any]:
    """The offer for a program; `key` is null on a day of rest and while challenges are paused.

    `soft_stop` names the sign under which only light cards, or none, are offered.
    """
    if offer is None:
        return {"key": None, "paused": True, "soft_stop": None, "reasons": []}
    choice, chosen = offer.choice, offer.challenge
    return {
        "key": choice.key,
        "title": None if chosen is None else chosen.title,
        "line": None if chosen is None else chosen.line,
        "gentler": choice.gentler,
        "bolder": choice.bolder,
        "tension": None
        if choice.tension is None
        else {"value": choice.tension, "low": choice.low, "high": choice.high},
        "chance_of_no": choice.chance_of_no,
        "reasons": [{"code": reason.code, **reason.numbers} for reason in choice.reasons],
        "sentence": offer.sentence,
        "soft_stop": None if offer.sign is None else offer.sign.code,
        "paused": False,
    }


def in_words(offer: Offer | None) -> str:
    """The offer for a person."""
    if offer is None:
        return "You’re resting. Nothing to ask today."
    said = [] if offer.sign is None else [offer.sign.sentence]
    if offer.challenge is not None:
        said += [offer.challenge.title, *([f"“{offer.challenge.line}”"] if offer.challenge.line else [])]
    neighbours = [("Gentler", offer.gentler), ("Bolder", offer.bolder)]
    others = [f"{word}: {chosen.title}" for word, chosen in neighbours if chosen is not None]
    return "\n".join([*said, offer.sentence, *others])
