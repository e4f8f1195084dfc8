"""An ask in a line of the diary, and as a story."""

from datetime import date
from typing import Any

from django import template
from django.utils.translation import gettext as _

from unflinch.challenges.taken_along import as_hidden_fields, taken_along
from unflinch.practice import feelings, story
from unflinch.practice.models import Ask
from unflinch.practice.vocabulary import Outcome

register = template.Library()

# What was expected, for the picture that a phone without a signal draws beside what came.
_EXPECTED = ("feared", "feared_words", "feared_before", "no_before")


@register.inclusion_tag("challenges/_along.html")
def takes_along_of(ask: Ask) -> dict[str, Any]:
    """The hidden fields of this ask: what is known of its card, and what was expected."""
    expected = {} if ask.foretold is None else {name: getattr(ask.foretold, name) for name in _EXPECTED}
    return {"along": {**taken_along(ask), **as_hidden_fields(expected)}.items()}


@register.filter
def feeling_tags(ask: Ask) -> list[str]:
    """The feelings after an ask, a few words at most."""
    return feelings.tags_of(ask.debrief)


@register.filter
def as_story(ask: Ask, day: date) -> str:
    """The ask as a few whole sentences."""
    return " ".join(filter(None, story.ask_story(ask, day)))


@register.filter
def one_line(ask: Ask) -> str:
    """What happened in one line: the person's own, or what the answer alone says; empty where that says it all."""
    told, answer = ask.debrief, ask.answer
    own = "" if told is None else told.what_happened or told.fact_line or told.lesson
    if own or answer is None:
        return str(own)
    if answer.outcome == Outcome.NOT_ASKED:
        reason = answer.get_reason_display()
        return _("Not this time: {reason}.").format(reason=reason) if reason else _("Not this time.")
    return _("No answer so far.") if answer.outcome == Outcome.NO_REPLY else ""
