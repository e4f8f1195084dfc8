"""The decks with an arc as one person has come in them, and which of their own rules a card bends."""

from django import template

from unflinch.accounts.requests import Request
from unflinch.challenges.catalogue import Challenges
from unflinch.coach.bent_rules import cards_that_bend, rules_bent_by
from unflinch.coach.following import ArcWay, followed_way, ways_of
from unflinch.practice.models import Rule

register = template.Library()


@register.simple_tag
def arc_ways(request: Request) -> list[ArcWay]:
    """Every deck with an arc, the one that is followed first."""
    return ways_of(request.user)


@register.simple_tag
def followed(request: Request) -> ArcWay | None:
    """The deck that is followed, or None."""
    return followed_way(request.user)


@register.simple_tag
def cards_bending(request: Request, rule: Rule) -> Challenges:
    """The cards that bend this rule of the person's own."""
    return cards_that_bend(request.user, rule)


@register.simple_tag
def bent_rules(request: Request, slug: str) -> list[str]:
    """The person's own rules that the card with this slug bends, in their words; empty for a card of their own."""
    return rules_bent_by(request.user, slug) if slug else []
