"""An ask in a line of the diary, and as a story."""

from datetime import date

from django import template
from django.utils.translation import gettext as _

from unflinch.practice import feelings, story
from unflinch.practice.models import Ask
from unflinch.practice.vocabulary import Outcome

register = template.Library()


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
