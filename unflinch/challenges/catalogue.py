"""What can be asked: the library, read once from its files and checked as it is read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from heapq import nsmallest
from operator import attrgetter
from statistics import fmean
from typing import Any, Final, Self

from nerve.card import Card
from unflinch.challenges.boldness import boldness, difficulty
from unflinch.challenges.check import FIRST_VISIT, RETIRED, decks_of
from unflinch.challenges.loading import library_files, refuse_problems
from unflinch.challenges.vocabulary import (
    CHANNEL_OF,
    PLACE_OF,
    SAID_FIRST,
    Addressee,
    Channel,
    Kind,
    Need,
    Place,
    Setting,
    Topic,
)

_COST_WORDS: Final = ("costs them nothing", "costs them a moment")
# A card that is drawn is not chosen: what is bolder or less fair than this waits to be picked on purpose.
_BOLDEST_TO_DRAW = 4
_RISKIEST_TO_DRAW = 1
_ALIKE = 5  # cards of the library that tell how likely a yes is to something of their size


# What a field's value becomes; in the second, each value of a list.
_WORD: Final[Mapping[str, Callable[[str], str]]] = {
    "setting": Setting,
    "channel": Channel,
    "kind": Kind,
    "addressee": Addressee,
}
_WORDS_IN: Final[Mapping[str, Callable[[str], str]]] = {
    "tags": str,
    "said": str,
    "yours": str,
    "needs": Need,
    "places": Place,
    "topics": Topic,
}


@dataclass(frozen=True, slots=True)
class Challenge:
    """Something one could ask, with its words and what is known about asking it.

    `yes_rate` and the facets run from 0 to 1, `cost_to_other` from 0 to 1 and `discrimination_risk` from 0 to 3;
    `rest_after` is in days, and `rate_reason` says why the yes-rate is what it is. A yes to an offer is that it is
    taken, to a no of one's own that it is accepted at once, to a letter that an answer comes and is a yes; where that
    is not plain, `means_yes` and `means_no` say it. A `warm_up` cannot be refused. `line` leaves room for a no, and
    `yours` are the parts of it to put in one's own words; `exit_line` is what to say or do after a no. `legal_note`
    is what keeps it fair, `law` what the law of a country (ISO 3166, or EU) says. `needs` has to be there for the line
    to be true; `by_phone` and `in_writing` are other ways to put it. `gentler` and `bolder` are slugs, empty only at
    the two ends of the library.
    """

    slug: str
    title: str
    line: str
    exit_line: str
    setting: Setting
    channel: Channel
    kind: Kind
    facets: Mapping[str, float] = field(hash=False)
    yes_rate: float
    asks_of: str
    cost_to_other: int
    needs_staff: bool
    can_refuse_freely: bool
    discrimination_risk: int
    legal_note: str
    rest_after: int
    gentler: str
    bolder: str
    minutes: int
    tags: tuple[str, ...]
    reviewed: date
    said: tuple[str, ...]
    wish: str = ""
    yours: tuple[str, ...] = ()
    seated: str = ""
    rate_reason: str = ""
    addressee: Addressee = Addressee.ANYBODY
    needs: tuple[Need, ...] = ()
    places: tuple[Place, ...] = ()
    topics: tuple[Topic, ...] = ()
    warm_up: bool = False
    means_yes: str = ""
    means_no: str = ""
    by_phone: str = ""
    in_writing: str = ""
    law: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def difficulty(self) -> float:
        return difficulty(self.facets)

    @property
    def boldness(self) -> int:
        return boldness(self.facets)

    @property
    def setting_word(self) -> str:
        return str(self.setting.label)

    @property
    def channel_word(self) -> str:
        return str(self.channel.label)

    @property
    def cost_word(self) -> str:
        return _COST_WORDS[self.cost_to_other]


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

    `cards` are those that anybody can be offered, as `nerve` sees them.
    """

    decks: tuple[Deck, ...]
    by_boldness: Challenges
    challenges: Mapping[str, Challenge]
    cards: tuple[Card, ...]
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
    """The library in this language, read once. Raises BrokenLibrary.

    What ships has passed its check; checking it again would double the time that it takes to start. One that cannot
    be read is checked all the same, to say where it is wrong.
    """
    library = library_files()
    try:
        return _catalogue_in(language, library)
    except (KeyError, TypeError, ValueError):
        refuse_problems(library)
        raise


@cache
def usual_rate(size: float, *, written: bool) -> float:
    """How likely a yes is to something of this size (both 0 to 1): the mean of the cards like it, written or not."""
    cards = [card for card in catalogue().cards if (card.channel == "written") == written]
    alike = nsmallest(_ALIKE, cards, key=lambda card: abs(card.facets["size"] - size))
    return fmean(card.yes_rate for card in alike)


def catalogue_of(library: Mapping[str, Any], language: str = "en") -> Catalogue:
    """The decks of one language out of a parsed library, `{file name: table}`. Raises BrokenLibrary."""
    refuse_problems(library)
    return _catalogue_in(language, library)


def _catalogue_in(language: str, library: Mapping[str, Any]) -> Catalogue:
    decks = [_deck_of(table) for _, table in decks_of(library) if table["deck"]["language"] == language]
    everything = Challenges(challenge for deck in decks for challenge in deck.challenges).gentlest_first()
    return Catalogue(
        decks=tuple(sorted(decks, key=attrgetter("difficulty", "slug"))),
        by_boldness=everything,
        challenges={challenge.slug: challenge for challenge in everything},
        cards=tuple(map(card, everything.where(fits_anybody))),
        retired={row["slug"]: row["title"] for row in library[RETIRED]["retired"]},
    )


def _deck_of(table: Mapping[str, Any]) -> Deck:
    about = {name: table["deck"][name] for name in ("slug", "title", "about")}
    return Deck(**about, challenges=Challenges(_challenges_of(table["challenge"])).gentlest_first())


def _challenges_of(rows: Iterable[Mapping[str, Any]]) -> Iterable[Challenge]:
    for row in rows:
        read = {name: word(row[name]) for name, word in _WORD.items() if name in row}
        lists = {name: tuple(map(word, row[name])) for name, word in _WORDS_IN.items() if name in row}
        yield Challenge(**{**row, "places": _usual_places(row), **read, **lists})


def _usual_places(row: Mapping[str, Any]) -> tuple[Place, ...]:
    return (PLACE_OF[Setting(row["setting"])],) if row["channel"] == Channel.IN_PERSON else tuple(Place)


def card(challenge: Challenge) -> Card:
    """The challenge as `nerve` sees it."""
    return Card(challenge.slug, challenge.facets, CHANNEL_OF[challenge.channel], challenge.yes_rate)
