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

# Cards of these are offered only to somebody who said so: a few are asked about by the way, one now and then.
_BY_THE_WAY: Final = tuple(
    need
    for need in Need
    if need in SAID_FIRST - PASSING - {Need.ALLERGY, Need.BUGGY, Need.DISABILITY}  # not for Today to ask
)
_NOW_AND_THEN: Final = 3  # days
# A journey or a parcel comes to everybody sooner or later.
_PASSES_AFTER: Final = timedelta(days=30)


def circumstances_of(person: Person, day: date) -> Mapping[str, bool]:
    """What this person said of each need, as far as it still holds on this day: whether it is there."""
    said = cached_fold(person, "circumstances", lambda: Circumstance.objects.said_by(person))
    return {need: there for need, (there, on) in said.items() if need not in PASSING or day - on < _PASSES_AFTER}


def out_of_need(said: Mapping[str, bool]) -> frozenset[str]:
    """The cards of the library that need what isn't there, or what can't be guessed of anybody and wasn't said."""
    missing = {need for need in Need if not said.get(need, need not in SAID_FIRST)}
    return frozenset(card.slug for card in catalogue().by_boldness if not missing.isdisjoint(card.needs))


def need_to_ask(person: Person, challenge: ChosenChallenge | None, day: date) -> Need | None:
    """What this card needs and wasn't asked about yet; now and then something else; None where there is nothing."""
    card = None if challenge is None else catalogue().get(challenge.slug)
    said = circumstances_of(person, day)
    open_ = [need for need in (card.needs if card else ()) if need not in said and need not in UNASKED]
    if not open_ and challenge is not None and day.toordinal() % _NOW_AND_THEN == 0:
        open_ = [need for need in _BY_THE_WAY if need not in said]
    return open_[0] if open_ else None
