"""What a card of the library is to this person: done, resting, not for them."""

from collections.abc import Mapping

from django import template

from unflinch.accounts.requests import Request
from unflinch.coach.marks import Mark, marks_of

register = template.Library()


@register.simple_tag
def marks(request: Request) -> Mapping[str, Mark]:
    """The marks of this person's cards today, by their slug."""
    return marks_of(request.user, request.day)


@register.filter
def mark(found: Mapping[str, Mark], slug: str) -> Mark | None:
    """The mark of one card, or None."""
    return found.get(slug)
