"""From a card to an ask: what a library challenge and an own one have in common once somebody chooses it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from unflinch.accounts.models import Person
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.models import OwnChallenge, own_challenge
from unflinch.challenges.shape import Challenge
from unflinch.challenges.vocabulary import Channel, Setting
from unflinch.practice.models import Ask


@dataclass(frozen=True, slots=True)
class ChosenChallenge:
    """What an ask takes over from its challenge."""

    slug: str
    own: OwnChallenge | None
    title: str
    line: str
    setting: str
    channel: str
    kind: str
    minutes: int
    boldness: int
    words: tuple[str, ...]

    @property
    def url(self) -> str:
        """Its own page."""
        return (
            reverse("challenges:own", args=[self.own.pk])
            if self.own
            else reverse("challenges:challenge", args=[self.slug])
        )

    def as_ask(self) -> dict[str, Any]:
        """The fields of the ask; the line belongs to the plan."""
        names = ("slug", "own", "title", "setting", "channel", "kind")
        return {name: getattr(self, name) for name in names}


def challenge_of(person: Person, *, slug: str = "", own: UUID | None = None) -> ChosenChallenge | None:
    """The library's challenge with this slug or this person's own one, or None where there is neither."""
    if own is not None:
        mine = own_challenge(person, own)
        return None if mine is None else _chosen_from("", mine, mine)
    challenge = catalogue().get(slug)
    return None if challenge is None else _chosen_from(challenge.slug, None, challenge)


def card_line(ask: Ask) -> str:
    """The line of the card that an ask was made of, as the card says it now; empty where it was made of none."""
    chosen = challenge_of(ask.person, slug=ask.slug, own=ask.own_id) if ask.slug or ask.own_id else None
    return "" if chosen is None else chosen.line


def _chosen_from(slug: str, own: OwnChallenge | None, source: Challenge | OwnChallenge) -> ChosenChallenge:
    named = {name: getattr(source, name) for name in ("title", "line", "setting", "channel", "kind", "minutes")}
    named["boldness"] = source.boldness if isinstance(source, Challenge) else source.step
    return ChosenChallenge(slug=slug, own=own, words=_words_of(source), **named)


def _words_of(source: Challenge | OwnChallenge) -> tuple[str, ...]:
    """How, where, and what it costs them, as the chips of a card."""
    said = (Channel(source.channel).label, Setting(source.setting).label)
    return (*said, source.cost_word) if isinstance(source, Challenge) else said
