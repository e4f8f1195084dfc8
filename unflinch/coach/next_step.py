"""What next, and why? The only door to `nerve.choice.choose`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from random import Random
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from nerve.card import Card
from nerve.choice import Choice, choose
from nerve.limits import must_rest
from nerve.rep import Rep
from nerve.suggestion import Reason
from unflinch.accounts.models import Person
from unflinch.care.help_at_hand import country_of
from unflinch.care.stop_signs import StopSign
from unflinch.challenges.boldness import is_light
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.models import OwnChallenge
from unflinch.challenges.shape import Challenge
from unflinch.challenges.vocabulary import Kind
from unflinch.coach.case import case_of, is_low
from unflinch.coach.following import within_followed
from unflinch.coach.gently import goes_round, sign_for, stung_hard
from unflinch.coach.patterns import reason_for
from unflinch.coach.reasons import facts_behind, sentence_for
from unflinch.coach.surprises import small_surprises_stick
from unflinch.practice.chosen_challenge import ChosenChallenge, challenge_of
from unflinch.practice.history import History, away_for_good, cached_fold, place_on, put_aside
from unflinch.practice.history.boosters import booster_due, places_lately, programmes_of
from unflinch.practice.history.lately import lately, reps_lately
from unflinch.practice.vocabulary import Outcome

# Evidence 3.2, rule 15: the other person's ease goes before practice.
_RESTS_FOR: Final = timedelta(days=30)
_LIGHT_FOR: Final = timedelta(days=3)
# What a law does not allow is not offered there by itself: an unasked e-mail that advertises (UWG 7, TKG 174).
NOT_OFFERED_IN: Final[Mapping[str, frozenset[str]]] = {
    country: frozenset({"pitch-your-work-by-e-mail"}) for country in ("de", "at")
}
# On as long as docs/lab/report.md says that it may be; else `nerve.graded.graded`, the list (decision 5).
CHOOSE: Final = choose


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

    Seeded by person and day, so that a refresh changes nothing. Under a soft stop only light cards are offered.
    """
    day = person.day_of(at)
    history = lately(person, day)
    sign = sign_for(person, day)
    if sign is not None and sign.offers_rest:
        return Choice(None, reasons=(Reason(sign.code),)), sign
    now, reps = _on_own_clock(person, at), reps_lately(person, day)
    # What felt unfair is no rep, so that nothing is learned from it; that the day was heavy is so all the same.
    if must_rest([*reps, *(ask for ask in history.asks if ask.unfair)], now=now) and not must_rest(reps, now=now):
        return Choice(None, reasons=(Reason("heavy_and_unfair"),)), sign
    gently = sign is not None or is_low(history.energy.get(day)) or _unfair_lately(history, day)
    cards, steps = _cards_for(person)
    cards = [card for card in cards if not gently or is_light(card.facets)]
    booster = booster_due(programmes_of(person), history.asks, day)
    if booster is not None:
        cards = _somewhere_new(cards, places_lately(history.asks, day)) or cards
    resting = _resting_for(person, history, sign, day) | _elsewhere(person, place_on(person, day)) | _too_bold(reps)

    def choose_without(apart: frozenset[str]) -> Choice:
        dice = Random(f"{person.pk} {day}")
        energy = history.energy.get(day)
        return CHOOSE(cards, reps, now=now, energy=energy, resting=resting | apart, steps=steps, rng=dice)

    choice = within_followed(person, cards, steps, reps, choose_without)
    choice = replace(choice, reasons=tuple(reason for reason in choice.reasons if _is_shown(reason, reps)))
    if choice.key is None and place_on(person, day) and choice.reasons[0].code in ("nothing_left", "all_too_much"):
        choice = replace(choice, reasons=(Reason("nothing_here"),))
    if booster is not None and choice.key is not None:
        choice = replace(choice, reasons=(Reason("booster", {"days": float(booster)}), *choice.reasons))
    return (replace(choice, bolder=None) if goes_round(history, day) else choice), sign


def _resting_for(person: Person, history: History, sign: StopSign | None, day: date) -> frozenset[str]:
    """The cards that are not offered on this day: put aside, let go, not welcome, not fair, or like what stung hard."""
    stung = stung_hard(history, day) if sign is not None and sign.code == "hard_stings" else frozenset()
    lately = put_aside(person, day) | _let_go(history, day) | stung
    return lately | unwelcome(history, day) | unfair(history, day) | not_offered_to(person)


def _too_bold(reps: Sequence[Rep]) -> frozenset[str]:
    """The cards as bold as the last step, where that was too much: the next one is gentler on the scale that is shown.

    Below the gentlest step there is none, so after that one it stays gentle.
    """
    much = catalogue().get(reps[-1].key) if reps and reps[-1].too_much else None
    if much is None:
        return frozenset()
    most = max(1, much.boldness - 1)
    return frozenset(card.slug for card in catalogue().by_boldness.where(lambda card: card.boldness > most))


def _elsewhere(person: Person, place: str) -> frozenset[str]:
    """The cards that can't be met where this person is today."""
    if not place:
        return frozenset()
    own = OwnChallenge.objects.of(person).on_offer().defer("title", "line")
    found = [*catalogue().by_boldness.where(lambda card: not card.fits(place))]
    return frozenset([*(card.slug for card in found), *(card.key for card in own if not card.fits(place))])


def drawable_by(person: Person, day: date) -> list[Challenge]:
    """The cards that this person can draw blind today, gentlest first."""
    history = lately(person, day)
    resting = (
        away_for_good(person)
        | unfair(history, day)
        | not_offered_to(person)
        | _elsewhere(person, place_on(person, day))
    )
    return [card for card in catalogue().drawable if card.slug not in resting]


def not_offered_to(person: Person) -> frozenset[str]:
    """The cards that this person's country rules out."""
    return NOT_OFFERED_IN.get(country_of(person), frozenset())


def _is_shown(reason: Reason, reps: Sequence[Rep]) -> bool:
    """Whether the log itself shows what this reason says of it; the model alone may have guessed."""
    return reason.code != "small_surprises" or small_surprises_stick(reps)


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


def _somewhere_new(cards: Sequence[Card], places: frozenset[str]) -> list[Card]:
    """The cards of the library that belong to none of these places."""
    known = {challenge.slug: str(challenge.setting) for challenge in catalogue().by_boldness}
    return [card for card in cards if known.get(card.key, "") not in {*places, ""}]


def _let_go(history: History, day: date) -> frozenset[str]:
    """The cards that were not asked after all on this day; on the next they may come again."""
    return frozenset(ask.key for ask in history.asks if ask.day == day and ask.outcome == Outcome.NOT_ASKED)


def unwelcome(history: History, day: date) -> frozenset[str]:
    """The cards that rest because somebody seemed uncomfortable: for 30 days, all of that kind in that place."""
    lately = [ask for ask in history.asks if ask.unwelcome and ask.day and (day - ask.day) < _RESTS_FOR]
    kinds = {(ask.place, ask.kind) for ask in lately}
    alike = catalogue().by_boldness.where(lambda challenge: (challenge.setting, challenge.kind) in kinds)
    return frozenset([*(challenge.slug for challenge in alike), *(ask.key for ask in lately)])


def unfair(history: History, day: date) -> frozenset[str]:
    """The cards that rest because an ask of them felt unfair: those for good, and the likes of them for 30 days.

    Like them are, in that place, the cards that some people are refused more often for who they are.
    """
    felt = [ask for ask in history.asks if ask.unfair]
    places = {ask.place for ask in felt if ask.day and (day - ask.day) < _RESTS_FOR} - {""}
    alike = catalogue().by_boldness.where(lambda one: one.discrimination_risk > 0 and one.setting in places)
    return frozenset([*(ask.key for ask in felt), *(challenge.slug for challenge in alike)])


def _unfair_lately(history: History, day: date) -> bool:
    """Whether something felt unfair in the last days: what comes then is light."""
    return any(ask.unfair and ask.day is not None and (day - ask.day) < _LIGHT_FOR for ask in history.asks)


def _cards_for(person: Person) -> tuple[list[Card], dict[str, int]]:
    """Every card that may be offered, the library's and the person's own that keep the rules, and the step of each."""
    found = OwnChallenge.objects.of(person).on_offer().gentlest_first().defer("title", "line")
    own = [challenge for challenge in found if challenge.keeps_the_rules]
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
