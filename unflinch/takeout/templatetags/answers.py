"""The answers of a file in the words of the pages."""

from django import template

from unflinch.takeout.wording import MEANINGS

register = template.Library()


@register.filter
def as_answer(code: str) -> str:
    """What came back as a sentence says it: a no, no answer."""
    return MEANINGS.get(code, code)
