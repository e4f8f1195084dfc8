"""What next, and why, for a person: what is on record of them, and what comes of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from nerve.card import Card
from nerve.choice import Choice
from nerve.suggestion import Reason
from unflinch.accounts.models import Person
from unflinch.care.help_at_hand import country_of
from unflinch.care.stop_signs import StopSign
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.models import OwnChallenge
from unflinch.challenges.shape import Challenge
from unflinch.challenges.vocabulary import Kind
from unflinch.coach.appetite import share_of_noes
from unflinch.coach.case import case_of
from unflinch.coach.choosing import OnRecord, choice_on
from unflinch.coach.circumstances import circumstances_of, out_of_need
from unflinch.coach.following import followed_way
from unflinch.coach.gently import sign_for
from unflinch.coach.patterns import reason_for
from unflinch.coach.reasons import facts_behind, sentence_for
from unflinch.coach.resting import not_again, unfair
from unflinch.practice.chosen_challenge import ChosenChallenge, challenge_of
from unflinch.practice.history import away_for_good, cached_fold, place_on, put_aside
from unflinch.practice.history.boosters import booster_due, programmes_of
from unflinch.practice.history.lately import asked_lately_or_resting, lately, reps_lately

# What a law does not allow is not offered there by itself: an unasked e-mail that advertises (UWG 7, TKG 174).
NOT_OFFERED_IN: Final[Mapping[str, frozenset[str]]] = {
    country: frozenset({"pitch-your-work-by-e-mail"}) for country in ("de", "at")
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One next ask with its reason; or a rest day, where `challenge` is None. `sign` is a soft stop in force.

    `sentence` is what is said of it, `numbers` what stands behind it, for somebody who asks.
    """

    challenge: ChosenChallenge | None
    gentler: ChosenChallenge | None
    bolder: ChosenChallenge | None
    sentence: str
    numbers: tuple[str, ...]
    choice: Choice
    sign: StopSign | None


def offer_for(person: Person, *, at: datetime, paused: bool) -> Offer | None:
    """Today's offer, the same all day until a fact is added; None while challenges are paused."""
    if paused:
        return None
    day = person.day_of(at)
    choice, sign = cached_fold(person, f"choice/{day}", lambda: choice_for(person, at=at))
    challenge = chosen(person, choice.key)
    if challenge is not None and challenge.kind == Kind.SAY_NO:
        choice = replace(choice, reasons=tuple(map(_of_a_no_of_ones_own, choice.reasons)))
    return Offer(
        challenge=challenge,
        gentler=chosen(person, choice.gentler),
        bolder=chosen(person, choice.bolder),
        sentence=sentence_for(choice) if challenge is None else reason_for(case_of(person, day, challenge, choice)),
        numbers=facts_behind(choice),
        choice=choice,
        sign=sign,
    )


def choice_for(person: Person, *, at: datetime) -> tuple[Choice, StopSign | None]:
    """What `nerve` chooses for this person now, and the soft stop under which it did.

    Seeded by the person alone, so that a refresh changes nothing and the days walk through the cards.
    """
    day = person.day_of(at)
    sign, history, place = sign_for(person, day), lately(person, day), place_on(person, day)
    own = _own_on_offer(person)
    cards, steps = _cards_with(own)
    away = put_aside(person, day) | not_offered_to(person) | _elsewhere(own, place)
    record = OnRecord(
        cards=cards,
        steps=steps,
        history=history,
        reps=reps_lately(person, day),
        asked=asked_lately_or_resting(person, day),
        day=day,
        now=_on_own_clock(person, at),
        appetite=share_of_noes(person.appetite, history, day),
        dice=str(person.pk),
        away=away | out_of_need(circumstances_of(person, day)),
        place=place,
        sign=sign,
        way=followed_way(person),
        booster=booster_due(programmes_of(person), history.asks, day),
    )
    return choice_on(record), sign


def _own_on_offer(person: Person) -> list[OwnChallenge]:
    """The person's own cards, gentlest first, without their words."""
    return list(OwnChallenge.objects.of(person).on_offer().gentlest_first().defer("title", "line"))


def _elsewhere(own: Iterable[OwnChallenge], place: str) -> frozenset[str]:
    """The cards, the library's and these, that can't be met where somebody is."""
    if not place:
        return frozenset()
    found = [*catalogue().by_boldness.where(lambda card: not card.fits(place))]
    return frozenset([*(card.slug for card in found), *(card.key for card in own if not card.fits(place))])


def drawable_by(person: Person, at: datetime) -> list[Challenge]:
    """The cards that this person can draw blind today, gentlest first."""
    day = person.day_of(at)
    history = lately(person, day)
    resting = (
        away_for_good(person)
        | unfair(history, day)
        | not_again(asked_lately_or_resting(person, day), now=at)
        | not_offered_to(person)
        | out_of_need(circumstances_of(person, day))
        | _elsewhere((), place_on(person, day))
    )
    return [card for card in catalogue().drawable if card.slug not in resting]


def not_offered_to(person: Person) -> frozenset[str]:
    """The cards that this person's country rules out."""
    return NOT_OFFERED_IN.get(country_of(person), frozenset())


def _on_own_clock(person: Person, at: datetime) -> datetime:
    """The same moment on a clock whose midnights are where this person's days end; only days between are counted on it.

    `nerve` reads days off the clock that it is given, and a heavy evening must not be cut in two.
    """
    offset = at.astimezone(ZoneInfo(person.zone)).utcoffset() or timedelta()
    # A whole day more or less parts the days at the same hour, and a clock is never 24 hours off.
    return at.astimezone(timezone((offset - timedelta(hours=person.day_ends)) % timedelta(days=1)))


def _of_a_no_of_ones_own(reason: Reason) -> Reason:
    """The same reason where the no is the person's own, and what comes back is whether it is taken."""
    if reason.code == "first":
        return Reason("first_no_of_your_own")
    if reason.code == "kinder_than_it_feels":
        return Reason("kinder_to_your_no", {"felt": reason.numbers["felt"], "likely": reason.numbers["likely"]})
    return reason


def _cards_with(found: Iterable[OwnChallenge]) -> tuple[Sequence[Card], Mapping[str, int]]:
    """Every card, the library's and those of the person's own that keep the rules, and the step of each."""
    own = [challenge for challenge in found if challenge.keeps_the_rules]
    if not own:
        return catalogue().cards, catalogue().steps
    cards = [*catalogue().cards, *(challenge.card() for challenge in own)]
    return cards, {**catalogue().steps, **{challenge.key: challenge.step for challenge in own}}


def chosen(person: Person, key: str | None) -> ChosenChallenge | None:
    """The challenge with this key: a slug of the library, or the id of an own one; None where it is there no more."""
    if key is None:
        return None
    try:
        own = UUID(key)
    except ValueError:
        return challenge_of(person, slug=key)
    return challenge_of(person, own=own)
