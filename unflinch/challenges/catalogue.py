"""What can be asked: the library, read once from its files and checked as it is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest
from operator import attrgetter
from statistics import fmean
from typing import Any, Self

from nerve import limits
from nerve.card import Card
from unflinch.challenges.check import FIRST_VISIT, library_problems
from unflinch.challenges.loading import library_files, read_library, refuse
from unflinch.challenges.shape import Challenge, DeckFile, LibraryFiles
from unflinch.challenges.vocabulary import CHANNEL_OF, SAID_FIRST

# A card that is drawn is not chosen: what is bolder or less fair than this waits to be picked on purpose.
_BOLDEST_TO_DRAW = 4
_RISKIEST_TO_DRAW = 1
_ALIKE = 5  # cards of the library that tell how likely a yes is to something of their size


class Challenges(tuple[Challenge, ...]):
    """Challenges in order, to be narrowed word by word; an empty word leaves that open."""

    __slots__ = ()

    def at(self, setting: str) -> Self:
        return self.where(lambda challenge: setting in ("", challenge.setting))

    def by(self, channel: str) -> Self:
        return self.where(lambda challenge: channel in ("", challenge.channel))

    def within(self, minutes: int | None) -> Self:
        return self.where(lambda challenge: minutes is None or challenge.minutes <= minutes)

    def of_boldness(self, step: int | None) -> Self:
        return self.where(lambda challenge: step in (None, challenge.boldness))

    def of_kind(self, kind: str) -> Self:
        return self.where(lambda challenge: kind in ("", challenge.kind))

    def tagged(self, tag: str) -> Self:
        return self.where(lambda challenge: tag in challenge.tags)

    def without_discrimination_risk(self) -> Self:
        """Those where looks, accent, disability, religion, gender or papers hardly change the answer."""
        return self.where(lambda challenge: challenge.discrimination_risk == 0)

    def gentlest_first(self) -> Self:
        return type(self)(sorted(self, key=attrgetter("difficulty", "slug")))

    def where(self, fits: Callable[[Challenge], bool]) -> Self:
        return type(self)(challenge for challenge in self if fits(challenge))


@dataclass(frozen=True, slots=True)
class Deck:
    """A named set of challenges, gentlest first."""

    slug: str
    title: str
    about: str
    challenges: Challenges

    @property
    def difficulty(self) -> float:
        return fmean(challenge.difficulty for challenge in self.challenges)


def fits_anybody(challenge: Challenge) -> bool:
    """Whether it can be offered to somebody of whom nothing is known."""
    return SAID_FIRST.isdisjoint(challenge.needs)


def _is_drawable(challenge: Challenge) -> bool:
    return fits_anybody(challenge) and _is_mild(challenge)


def _is_mild(challenge: Challenge) -> bool:
    return challenge.boldness <= _BOLDEST_TO_DRAW and challenge.discrimination_risk <= _RISKIEST_TO_DRAW


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The library in one language: decks and challenges from gentle to bold.

    `cards` are all of them as `nerve` sees them; `steps` is how bold each challenge is, 1 to 5. For `rest_days` and
    `one_person` see `nerve.limits`.
    """

    decks: tuple[Deck, ...]
    by_boldness: Challenges
    challenges: Mapping[str, Challenge]
    cards: tuple[Card, ...]
    steps: Mapping[str, int]
    rest_days: Mapping[str, int]
    one_person: frozenset[str]
    retired: Mapping[str, str]

    def get(self, slug: str) -> Challenge | None:
        """The challenge with this slug, or None: also for a retired one, which is offered to nobody."""
        return self.challenges.get(slug)

    def title_of(self, slug: str) -> str:
        """The title that an old diary may need, of a retired challenge too; empty where the slug was never ours."""
        found = self.get(slug)
        return self.retired.get(slug, "") if found is None else found.title

    @property
    def first_visit(self) -> Challenges:
        """The few that a new person is shown as wishes."""
        return self.by_boldness.tagged(FIRST_VISIT)

    @property
    def drawable(self) -> Challenges:
        """Those fit to be drawn blind: not the boldest, and none where looks or papers may well change the answer."""
        return self.by_boldness.where(_is_drawable)


@cache
def catalogue(language: str = "en") -> Catalogue:
    """The library in this language, read once. Raises BrokenFile.

    Every field has its shape. What ships has passed the rest of its check: doing that again would double the time
    that it takes to start.
    """
    return _catalogue_in(language, read_library(library_files()))


def slug_titled(title: str) -> str:
    """The slug of the challenge with this title, in capitals or not; empty where no challenge has it."""
    return _slugs().get(title.casefold(), "")


@cache
def _slugs() -> Mapping[str, str]:
    return {challenge.title.casefold(): challenge.slug for challenge in catalogue().by_boldness}


@cache
def usual_rate(size: float, *, written: bool) -> float:
    """How likely a yes is to something of this size (both 0 to 1): the mean of the cards like it, written or not."""
    cards = [card for card in catalogue().cards if (card.channel == "written") == written]
    alike = nsmallest(_ALIKE, cards, key=lambda card: abs(card.facets["size"] - size))
    return fmean(card.yes_rate for card in alike)


def catalogue_of(parsed: Mapping[str, Any], language: str = "en") -> Catalogue:
    """The decks of one language out of a parsed library, `{file name: table}`, wholly checked. Raises BrokenFile."""
    refuse(library_problems(parsed))
    return _catalogue_in(language, read_library(parsed))


def _catalogue_in(language: str, library: LibraryFiles) -> Catalogue:
    decks = [_deck_of(file) for file in library.in_language(language).values()]
    everything = Challenges(challenge for deck in decks for challenge in deck.challenges).gentlest_first()
    cards = tuple(map(card, everything))
    return Catalogue(
        decks=tuple(sorted(decks, key=attrgetter("difficulty", "slug"))),
        by_boldness=everything,
        challenges={challenge.slug: challenge for challenge in everything},
        cards=cards,
        steps={challenge.slug: challenge.boldness for challenge in everything},
        rest_days=limits.rest_days_of(cards),
        one_person=limits.of_one_person(cards),
        retired={row.slug: row.title for row in library.retired.retired},
    )


def _deck_of(file: DeckFile) -> Deck:
    return Deck(file.deck.slug, file.deck.title, file.deck.about, Challenges(file.challenges).gentlest_first())


def card(challenge: Challenge) -> Card:
    """The challenge as `nerve` sees it."""
    return Card(
        challenge.slug,
        challenge.facets,
        CHANNEL_OF[challenge.channel],
        challenge.yes_rate,
        kind=str(challenge.kind),
        addressee=str(challenge.addressee),
        setting=str(challenge.setting),
        rest_days=challenge.rest_after,
        warm_up=challenge.warm_up,
    )
