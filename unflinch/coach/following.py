"""The deck that somebody follows: how far they are in it, and Today's card out of it where the limits allow."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from statistics import fmean
from typing import Final

from nerve.card import Card
from nerve.parameters import REMEMBERED
from nerve.rep import Rep
from nerve.suggestion import Choice
from unflinch.accounts.models import Person
from unflinch.challenges.arcs import Arc, arc_named, arcs
from unflinch.challenges.shape import Challenge
from unflinch.practice.history import away_for_good, followed_deck, history_of
from unflinch.practice.history.lately import cards_made

_A_STEP: Final = 1  # of boldness, above what was asked lately


@dataclass(frozen=True, slots=True)
class ArcWay:
    """A deck with an arc as far as one person has come in it; `left` are its cards that still wait, in their order."""

    arc: Arc
    many: int
    done: int
    left: tuple[Challenge, ...]
    followed: bool

    @property
    def next(self) -> Challenge | None:
        """The first card that still waits."""
        return self.left[0] if self.left else None

    @property
    def slugs(self) -> frozenset[str]:
        """All of its cards."""
        return frozenset(challenge.slug for challenge in self.arc.challenges)

    def in_turn(self) -> tuple[frozenset[str], ...]:
        """The slugs that come first: the next one, then the stage that is under way, then all that still wait."""
        left = frozenset(challenge.slug for challenge in self.left)
        stages = (left & {challenge.slug for challenge in stage.challenges} for stage in self.arc.stages)
        return frozenset(challenge.slug for challenge in self.left[:1]), next(filter(None, stages), left), left


def ways_of(person: Person) -> list[ArcWay]:
    """Every deck with an arc: the one that is followed first, then those that begin gently."""
    asked = frozenset(ask.key for ask in history_of(person).asks if ask.made)
    ways = [way_through(person, arc, asked) for arc in arcs()]
    return sorted(
        ways, key=lambda way: (not way.followed, fmean(one.difficulty for one in way.arc.stages[0].challenges))
    )


def way_through(person: Person, arc: Arc, asked: Collection[str] | None = None) -> ArcWay:
    """How far this person is in this deck, of which they have `asked`. What isn't for them is not waited for."""
    if asked is None:
        asked = cards_made(person, frozenset(challenge.slug for challenge in arc.challenges))
    over = {*asked, *away_for_good(person)}
    cards = arc.challenges
    left = tuple(challenge for challenge in cards if challenge.slug not in over)
    done = sum(challenge.slug in asked for challenge in cards)
    return ArcWay(arc, len(cards), done, left, followed_deck(person) == arc.slug)


def followed_way(person: Person) -> ArcWay | None:
    """The deck that this person follows; None for none, and for one that is there no more."""
    arc = arc_named(followed_deck(person))
    return None if arc is None else way_through(person, arc)


def within_followed(
    way: ArcWay | None,
    cards: Sequence[Card],
    steps: Mapping[str, int],
    reps: Sequence[Rep],
    choose: Callable[[frozenset[str]], Choice],
) -> Choice:
    """What `choose` chooses, out of the deck that is followed (`way`) where that keeps every limit of the library.

    `choose` takes keys that rest as well. A rest stays a rest, and after a hard sting nothing is narrowed: in few cards
    the gentlest may be no step down. A card of the deck is at most a step bolder than what was asked lately.
    """
    usual = choose(frozenset())
    softly = any(reason.code == "softer_after_sting" for reason in usual.reasons)
    if way is None or usual.key is None or softly:
        return usual
    asked = (steps.get(rep.key, 0) for rep in reps[-REMEMBERED:] if rep.made)
    most = max(chain(asked, (steps[usual.key],))) + _A_STEP
    bearable = {card.key for card in cards if steps[card.key] <= most}
    for wanted in way.in_turn():
        found = _out_of(cards, wanted & bearable, choose)
        if found is not None:
            return _with_neighbours(found, usual, steps)
    return usual


def _out_of(
    cards: Sequence[Card], wanted: Collection[str], choose: Callable[[frozenset[str]], Choice]
) -> Choice | None:
    """What is chosen out of these cards alone; None where none of them may be."""
    if not wanted:
        return None
    found = choose(frozenset(card.key for card in cards if card.key not in wanted))
    return found if found.key is not None else None


def _with_neighbours(found: Choice, usual: Choice, steps: Mapping[str, int]) -> Choice:
    """The same choice with something gentler and something bolder from outside the deck, where it has none itself."""
    step, apart = steps[found.key or ""], (usual.tension or 0.0) - (found.tension or 0.0)
    below = (key for key in (usual.gentler, usual.key) if key is not None and apart < 0.0 and steps[key] < step)
    above = (key for key in (usual.bolder, usual.key) if key is not None and apart > 0.0 and steps[key] > step)
    return replace(found, gentler=found.gentler or next(below, None), bolder=found.bolder or next(above, None))
