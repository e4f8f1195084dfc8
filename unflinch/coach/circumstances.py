"""What a card needs to be true, such as a dog or a job: what was said of it, and what is still to be asked."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from unflinch.accounts.models import Person
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.models import Circumstance
from unflinch.challenges.vocabulary import PASSING, SAID_FIRST, UNASKED, Need
from unflinch.practice.chosen_challenge import ChosenChallenge
from unflinch.practice.history import cached_fold

# A journey or a parcel comes to everybody sooner or later.
_PASSES_AFTER: Final = timedelta(days=30)


def circumstances_of(person: Person, day: date) -> Mapping[str, bool]:
    """What this person said of each need, as far as it still holds on this day: whether it is there."""
    said = cached_fold(person, "circumstances", lambda: _said_by(person))
    return {need: there for need, (there, on) in said.items() if need not in PASSING or day - on < _PASSES_AFTER}


def lacking(said: Mapping[str, bool]) -> frozenset[str]:
    """The cards of the library that need what isn't there, or what can't be guessed of anybody and wasn't said."""
    missing = {need for need in Need if not said.get(need, need not in SAID_FIRST)}
    return frozenset(card.slug for card in catalogue().by_boldness if not missing.isdisjoint(card.needs))


def need_to_ask(person: Person, challenge: ChosenChallenge | None, day: date) -> Need | None:
    """The first thing that this card needs and nobody has asked about yet; None where there is nothing to ask."""
    card = None if challenge is None else catalogue().get(challenge.slug)
    said = circumstances_of(person, day)
    open_ = [need for need in (card.needs if card else ()) if need not in said and need not in UNASKED]
    return open_[0] if open_ else None


def _said_by(person: Person) -> dict[str, tuple[bool, date]]:
    """The latest word on each need, and the day it was given."""
    rows = Circumstance.objects.of(person).as_said().values_list("need", "there", "arrived")
    return {need: (there, person.day_of(arrived)) for need, there, arrived in rows}
