"""The rules that somebody made for themselves, and the cards that bend them a little."""

from unflinch.accounts.models import Person
from unflinch.accounts.sealed import Damaged
from unflinch.challenges.catalogue import Challenges
from unflinch.challenges.own_rules import bendable_like, bends_a_rule
from unflinch.practice.history import away_for_good
from unflinch.practice.models import Rule


def cards_that_bend(person: Person, rule: Rule) -> Challenges:
    """The cards that bend this rule, gentlest first, but for those that aren't for this person; none for most rules."""
    like = None if isinstance(rule.words, Damaged) else bendable_like(rule.words)
    if like is None:
        return Challenges()
    away = away_for_good(person)
    return like.bent_by.where(lambda card: card.slug not in away).gentlest_first()


def rules_bent_by(person: Person, slug: str) -> list[str]:
    """The own rules that still stand and that the card with this slug bends, in the person's words."""
    if not bends_a_rule(slug):
        return []
    rules = Rule.objects.of(person).to_rebel_against().standing().in_order()
    return [rule.words for rule in rules if any(card.slug == slug for card in cards_that_bend(person, rule))]
