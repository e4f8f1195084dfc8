"""What a form that begins an ask takes along for a phone without a signal."""

from typing import Any

from django import template

from unflinch.challenges.taken_along import Askable, taken_along

register = template.Library()


@register.inclusion_tag("challenges/_along.html")
def takes_along(card: Askable) -> dict[str, Any]:
    """The hidden fields of this card."""
    return {"along": taken_along(card).items()}
