"""The one light question under today's card, if there is any: what it needs, or how many noes somebody wants."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from unflinch.accounts.forms import APPETITE_CHOICES
from unflinch.accounts.models import Person
from unflinch.challenges.needs import NEED_QUESTIONS
from unflinch.coach.appetite import may_be_asked
from unflinch.coach.circumstances import need_to_ask
from unflinch.coach.next_step import Offer
from unflinch.practice.history.lately import lately


@dataclass(frozen=True, slots=True)
class LightQuestion:
    """What a card needs, with its question; or, without a need, the choices of how many noes."""

    need: str = ""
    question: str | Promise = ""
    appetites: tuple[tuple[str, str | Promise], ...] = ()


def light_question(person: Person, offer: Offer | None, day: date, *, waits: bool) -> LightQuestion | None:
    """At most one a day; None where nothing is offered, or all is known.

    Where something waits as well there is no room for what a card needs; how many noes is asked all the same.
    """
    if offer is None or offer.challenge is None or offer.sign is not None:
        return None
    if may_be_asked(person.appetite, lately(person, day), day):
        return LightQuestion(appetites=tuple(APPETITE_CHOICES))
    need = None if waits else need_to_ask(person, offer.challenge, day)
    return None if need is None else LightQuestion(need, NEED_QUESTIONS[need])
