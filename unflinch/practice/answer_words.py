"""What an answer is called for one ask: in the words of its card, or in words that fit its kind and channel."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unflinch.challenges.catalogue import catalogue
from unflinch.practice.models import Ask
from unflinch.practice.vocabulary import Manner, Outcome
from unflinch.practice.warm_ups import is_warm_up

_Words = Promise | str


@dataclass(frozen=True, slots=True)
class _PossibleAnswer:
    """One button: the outcome that it saves, what it says, and what that means here."""

    outcome: str
    label: _Words
    hint: _Words


@dataclass(frozen=True, slots=True)
class _AnswerWords:
    """The heading of an ask's answers, the answers, and those that are more than one word, by their manner."""

    heading: _Words
    answers: tuple[_PossibleAnswer, ...]
    more: tuple[tuple[str, _Words], ...] = ()


_HEADINGS: Final[Mapping[str, _Words]] = {
    "in_person": _("You asked! What did they say?"),
    "phone": _("You called! What did they say?"),
    "written": _("Sent! What came back?"),
}
_USUAL: Final = (
    _PossibleAnswer(Outcome.NO, _("No"), _("any kind of no")),
    _PossibleAnswer(Outcome.YES, _("Yes"), _("even half a yes")),
    _PossibleAnswer(Outcome.MAYBE, _("Maybe"), _("not decided yet")),
    _PossibleAnswer(Outcome.NO_REPLY, _("No answer"), _("nothing so far")),
)
_OWN_NO: Final = (
    _PossibleAnswer(Outcome.YES, _("They took it"), _("and that was that")),
    _PossibleAnswer(Outcome.NO, _("They pushed back"), _("even a little")),
    _PossibleAnswer(Outcome.MAYBE, _("Not settled"), _("we’ll see")),
    _PossibleAnswer(Outcome.NO_REPLY, _("No answer"), _("nothing so far")),
)
_MORE: Final = (
    (Manner.COUNTER_OFFER, _("They offered something else")),
    (Manner.PASSED_ON, _("They sent me to somebody else")),
    (Manner.GRANTED_ANYWAY, _("They said no, then did it anyway")),
)


def answer_words(ask: Ask) -> _AnswerWords:
    """What may have come of this ask, in words that fit it."""
    if is_warm_up(ask.slug):
        return _AnswerWords(_("How did it go?"), (_PossibleAnswer(Outcome.WENT, _("I did it"), _("however it went")),))
    if ask.own_no:
        return _AnswerWords(_("You said no! What did they do?"), _in_its_own_words(ask, _OWN_NO))
    heading = _HEADINGS[ask.medium]
    return _AnswerWords(heading, _in_its_own_words(ask, _USUAL), _MORE)


def is_written(ask: Ask) -> bool:
    """Whether it was sent, so that whoever reads it isn't seen."""
    return ask.medium == "written"


def _in_its_own_words(ask: Ask, usual: tuple[_PossibleAnswer, ...]) -> tuple[_PossibleAnswer, ...]:
    """The usual answers, each with what its card says that it means."""
    card = catalogue().get(ask.slug)
    if card is None:
        return usual
    means = {Outcome.YES: card.means_yes, Outcome.NO: card.means_no}
    return tuple(_PossibleAnswer(one.outcome, one.label, means.get(Outcome(one.outcome)) or one.hint) for one in usual)
