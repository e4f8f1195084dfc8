"""What the library's files hold. These values are what the application uses: there is no second copy of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Final

from msgspec import Meta, field
from msgspec.structs import force_setattr

from nerve.card import FACETS
from unflinch.challenges.boldness import boldness, difficulty
from unflinch.challenges.vocabulary import Addressee, Channel, Kind, Need, Place, Setting, Topic, fits_place, met_in
from unflinch.shell.data_files import FileTable, OneOrMore, as_shape, letters, numeric, several, whole, word_of

RETIRED: Final = "retired.toml"
WORD_LISTS: Final = "words.toml"
OWN_RULES: Final = "own-rules.toml"

_COST_WORDS: Final = ("costs them nothing", "costs them a moment")
_LONGEST_SLUG: Final = 80
_SLUG: Final = "[a-z0-9]+(-[a-z0-9]+)*"

_Slug = Annotated[
    str,
    Meta(
        max_length=_LONGEST_SLUG,
        pattern=rf"^{_SLUG}\Z",
        description=f"must be lower-case words joined by hyphens, at most {_LONGEST_SLUG} signs",
    ),
]
_Neighbour = Annotated[
    str,
    Meta(pattern=rf"^({_SLUG})?\Z", description="must be the slug of a challenge, or empty at the end of the library"),
]
_Title = Annotated[str, letters(70)]
_Saying = Annotated[str, letters(80)]
_Line = Annotated[str, letters(160)]
_Name = Annotated[str, letters(40)]
_About = Annotated[str, letters(140)]
_Phrases = Annotated[tuple[Annotated[str, letters(60)], ...], several(1, 200)]
_Facets = Annotated[
    Mapping[Annotated[str, word_of(*FACETS)], Annotated[float, numeric(0, 1)]],
    Meta(min_length=len(FACETS), description=f"must hold {', '.join(FACETS)}, each from 0 to 1, and nothing else"),
]
# A sentence by ISO 3166 code.
_Laws = Annotated[
    Mapping[Annotated[str, Meta(pattern=r"^[A-Z]{2}\Z")], _Line],
    Meta(description="must be a table of sentences by country code, such as DE"),
]


class Challenge(FileTable, frozen=True):
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

    slug: _Slug
    title: _Title
    line: _Line
    exit_line: Annotated[str, letters(100)]
    setting: Setting
    channel: Channel
    kind: Kind
    facets: _Facets
    yes_rate: Annotated[float, numeric(0.01, 0.99)]
    asks_of: Annotated[str, letters(60)]
    cost_to_other: Annotated[int, whole(0, 3)]
    needs_staff: bool
    can_refuse_freely: bool
    discrimination_risk: Annotated[int, whole(0, 3)]
    legal_note: Annotated[str, letters(160, shortest=0)]
    rest_after: Annotated[int, whole(7, 365)]
    gentler: _Neighbour
    bolder: _Neighbour
    minutes: Annotated[int, whole(1, 60)]
    tags: Annotated[tuple[_Slug, ...], several(1, 6)]
    reviewed: date
    said: Annotated[tuple[_Saying, ...], several(5, 10)]
    wish: _Saying = ""
    yours: Annotated[tuple[Annotated[str, letters(60)], ...], several(1, 3)] = ()
    seated: _Line = ""
    rate_reason: _About = ""
    addressee: Addressee = Addressee.ANYBODY
    needs: Annotated[tuple[Need, ...], several(1, 4)] = ()
    places: Annotated[tuple[Place, ...], several(1, 3)] = ()
    topics: Annotated[tuple[Topic, ...], several(1, 6)] = ()
    warm_up: bool = False
    means_yes: _Saying = ""
    means_no: _Saying = ""
    by_phone: _Line = ""
    in_writing: _Line = ""
    law: _Laws = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Where nothing is said of places, setting and channel say it."""
        if not self.places:
            force_setattr(self, "places", met_in(self.setting, self.channel))

    def __hash__(self) -> int:
        return hash(self.slug)

    def fits(self, place: str) -> bool:
        """Whether it can be met where somebody is today; anywhere where they didn't say."""
        return fits_place(self.places, self.channel, place)

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


class _DeckHead(FileTable, frozen=True):
    """What a deck is called, and its language (ISO 639)."""

    slug: _Slug
    title: _Name
    about: _About
    language: Annotated[str, letters(3, shortest=2)]


class DeckFile(FileTable, frozen=True):
    """A named set of challenges, in any order."""

    deck: _DeckHead
    challenges: OneOrMore[Challenge] = field(name="challenge")


class _Gone(FileTable, frozen=True):
    """A challenge that is offered to nobody any more, why, and since when."""

    slug: _Slug
    title: _Title
    why: _Line
    since: date


class RetiredFile(FileTable, frozen=True):
    """Every challenge that is gone."""

    retired: tuple[_Gone, ...]


class Spoken(FileTable, frozen=True):
    """What the check listens for in one language: ways out, kind noes, and by subject what is left alone."""

    way_out: _Phrases
    kind_no: _Phrases
    forbidden: Mapping[str, _Phrases]
    forbidden_with_strangers: Mapping[str, _Phrases]


class _StageTable(FileTable, frozen=True):
    """A part of an arc: slugs in their order, and in one sentence what is different now."""

    title: _Name
    about: _About
    challenges: Annotated[tuple[_Slug, ...], several(1, 40)]


class ArcFile(FileTable, frozen=True):
    """A deck that goes somewhere, stage by stage."""

    title: _Name
    about: _About
    stages: OneOrMore[_StageTable] = field(name="stage")


class _OwnRule(FileTable, frozen=True):
    """A rule that many people made for themselves, how they word it, and the slugs of what bends it."""

    rule: Annotated[str, letters(60)]
    said: Annotated[tuple[_Saying, ...], several(3, 10)]
    bent_by: Annotated[tuple[_Slug, ...], several(3, 12)]


class OwnRulesFile(FileTable, frozen=True):
    """Every rule to bend."""

    rules: OneOrMore[_OwnRule] = field(name="rule")


@dataclass(frozen=True, slots=True)
class LibraryFiles:
    """The files of the library, read: decks by file, what is retired, and what the check listens for, by language."""

    decks: Mapping[str, DeckFile]
    retired: RetiredFile
    words: Mapping[str, Spoken]

    def in_language(self, language: str) -> dict[str, DeckFile]:
        """The decks of one language, by file."""
        return {file: deck for file, deck in self.decks.items() if deck.deck.language == language}


def library_from(parsed: Mapping[str, Any]) -> LibraryFiles:
    """A parsed library, `{file name: table}`, as values. Raises KeyError or msgspec.ValidationError."""
    return LibraryFiles(
        decks={file: as_shape(table, DeckFile) for file, table in deck_tables(parsed).items()},
        retired=as_shape(parsed[RETIRED], RetiredFile),
        words={language: as_shape(table, Spoken) for language, table in parsed[WORD_LISTS].items()},
    )


def deck_tables(parsed: Mapping[str, Any]) -> dict[str, Any]:
    """The files that are decks, as parsed."""
    return {file: table for file, table in parsed.items() if file not in (RETIRED, WORD_LISTS, OWN_RULES)}
