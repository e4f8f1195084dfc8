"""Where it goes on after an ask: what may be asked next, and nothing of it after a hard one."""

from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unflinch.practice.aftermath import lucky_escape, went_badly
from unflinch.practice.answer_words import is_written
from unflinch.practice.fears import compared_fear
from unflinch.practice.models import Ask, Debrief
from unflinch.practice.vocabulary import Manner, Outcome

_DONE: Final = "done"
ANOTHER: Final = "another"
_BIGGER: Final = "bigger"
_DETAILS: Final = "details"
_AN_OFFER: Final = frozenset({Manner.COUNTER_OFFER, Manner.CONDITION, Manner.SUBSTITUTE})


@dataclass(frozen=True, slots=True)
class _Way:
    """A button: what it sends, and what it says."""

    to: str
    label: Promise | str


def ways_on(ask: Ask) -> tuple[_Way, ...]:
    """What may be asked next, the most fitting first; nothing where something was not right, or was no ask at all."""
    answer, told = ask.answer, ask.debrief or Debrief()
    if answer is None or ask.own_no or told.harms or went_badly(told) or answer.manner in _AN_OFFER:
        return ()
    if answer.outcome in (Outcome.WENT, Outcome.NOT_ASKED):
        return ()
    another = _Way(ANOTHER, _("Ask somebody else"))
    if answer.outcome == Outcome.NO or lucky_escape(ask):
        return (another,)
    if answer.outcome == Outcome.YES:
        return (_Way(_BIGGER, _("Ask for something bigger")), another)
    return (_Way(ANOTHER, _("Write the next one")) if is_written(ask) else another,)


def after_the_answer(ask: Ask) -> str:
    """The address of the first small step after the answer: who one was sent to, what was feared, or how it feels."""
    answer = ask.answer
    if answer is not None and answer.manner == Manner.PASSED_ON and not ask.followers.exists():
        return reverse("practice:passed_on", args=[ask.pk])
    return reverse("practice:feelings" if compared_fear(ask) is None else "practice:fear", args=[ask.pk])


def address_of_way(ask: Ask, to: str) -> str:
    """The address that one of the buttons leads to; Today for one that isn't known."""
    pages = {_BIGGER: "practice:more", _DETAILS: "practice:debrief"}
    return reverse(pages[to], args=[ask.pk]) if to in pages else reverse("today:home")
