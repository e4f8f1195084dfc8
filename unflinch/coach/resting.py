"""Which cards rest for what was logged: asked lately, refused, let go, not welcome, not fair, or too bold a step."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from nerve import limits
from nerve.rep import Rep
from unflinch.challenges.catalogue import catalogue
from unflinch.practice.history import History, LoggedAsk
from unflinch.practice.vocabulary import Outcome

# Evidence 3.2, rule 15: the other person's ease goes before practice.
_RESTS_FOR: Final = timedelta(days=30)
_LIGHT_FOR: Final = timedelta(days=3)


def not_again(asks: Sequence[LoggedAsk | Rep], *, now: datetime) -> frozenset[str]:
    """The cards of the library that may not come yet, or not any more: still resting, or refused by their one person.

    Somebody was asked, whether or not the ask counts for the person who asked.
    """
    known = catalogue()
    return limits.barred_by_asks(asks, now=now, rest_days=known.rest_days, one_person=known.one_person)


def too_bold(reps: Sequence[Rep]) -> frozenset[str]:
    """The cards as bold as the last step, where that was too much: the next one is gentler on the scale that is shown.

    Below the gentlest step there is none, so after that one it stays gentle.
    """
    much = catalogue().get(reps[-1].key) if reps and reps[-1].too_much else None
    if much is None:
        return frozenset()
    most = max(1, much.boldness - 1)
    return frozenset(card.slug for card in catalogue().by_boldness.where(lambda card: card.boldness > most))


def let_go_on(history: History, day: date) -> frozenset[str]:
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


def unfair_lately(history: History, day: date) -> bool:
    """Whether something felt unfair in the last days: what comes then is light."""
    return any(ask.unfair and ask.day is not None and (day - ask.day) < _LIGHT_FOR for ask in history.asks)
