"""How many noes a person wants, as a share of the answers."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from nerve.parameters import EASY_DAYS, LOOKING_FOR_A_NO, MOSTLY_YESES, SOME_OF_BOTH
from unflinch.accounts.models.person import Appetite
from unflinch.practice.history import History

_ASKED_FOR: Final = 14  # days
_SHARES: Final[Mapping[str, float]] = {
    Appetite.MOSTLY_YESES: MOSTLY_YESES,
    Appetite.SOME_OF_BOTH: SOME_OF_BOTH,
    Appetite.LOOKING_FOR_A_NO: LOOKING_FOR_A_NO,
}


def share_of_noes(appetite: str, history: History, day: date) -> float:
    """The share to aim at, 0 to 1: as the person said; else some of both, after an easy first week."""
    usual = MOSTLY_YESES if _is_first_week(history, day) else SOME_OF_BOTH
    return _SHARES.get(appetite, usual)


def may_be_asked(appetite: str, history: History, day: date) -> bool:
    """Whether it's time to ask how many noes somebody wants: in the two weeks after the first, until they said."""
    first = _first_day(history)
    return not appetite and first is not None and 0 <= (day - first).days - EASY_DAYS < _ASKED_FOR


def _is_first_week(history: History, day: date) -> bool:
    """Whether the first ask of this person lies less than a week back, or is still to come."""
    first = _first_day(history)
    return not history.asks or (first is not None and (day - first).days < EASY_DAYS)


def _first_day(history: History) -> date | None:
    """The day of the first ask, where one is known."""
    return min((ask.day for ask in history.asks if ask.real and ask.day is not None), default=None)
