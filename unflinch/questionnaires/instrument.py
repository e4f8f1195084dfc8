"""A set of questions as its file says it: what is asked, how it is scored, and whose it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import product
from statistics import fmean
from typing import Annotated, Any, Final

from msgspec import Meta, field

from nerve.measured import Measured
from nerve.questionnaire import Scale, score_of
from unflinch.questionnaires.rules import SCORING_RULES
from unflinch.shell.data_files import ByName, FileTable, OneOrMore, WebAddress, letters, numeric, whole, word_of

# What was picked, by the name of the question; what was left is not there.
ItemMarks = Mapping[str, int]

GRANTED: Final = "granted"
_LONGEST_NAME: Final = 40
_DAYS: Final = frozenset({"seen", "checked"})

_Day = Annotated[date | None, Meta(description='must be a date, such as 2026-11-23, or "" for never')]
_Name = Annotated[
    str,
    Meta(
        max_length=_LONGEST_NAME,
        pattern=r"^[a-z][a-z0-9]*([-_][a-z0-9]+)*\Z",
        description=f"must be lower-case words joined by - or _, at most {_LONGEST_NAME} signs",
    ),
]
_Points = Annotated[float, numeric(-1000, 1000)]


class _Notice(FileTable, frozen=True):
    """Words that must stand beside the questionnaire, where they are from, and the day that page was read."""

    text: Annotated[str, letters(400)]
    address: WebAddress
    seen: _Day


class AnswerScale(FileTable, frozen=True):
    """The marks from which one is picked, `low` upwards, a word for each; `words` may be empty between the ends."""

    low: Annotated[int, whole(0, 10)]
    words: Annotated[tuple[str, ...], Meta(min_length=2, max_length=11, description="must be a list of 2 to 11 texts")]
    checked: _Day

    @property
    def high(self) -> int:
        return self.low + len(self.words) - 1

    @property
    def listed(self) -> bool:
        """Whether every mark has a word of its own, so that they are read as a list."""
        return all(self.words)

    @property
    def steps(self) -> tuple[tuple[int, str], ...]:
        """Each mark with its word."""
        return tuple(enumerate(self.words, start=self.low))


@dataclass(frozen=True, slots=True)
class Band:
    """A published name for the marks from `low` to `high`, both included."""

    word: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in its authors' words, and how it may be answered."""

    name: str
    text: str
    scale: AnswerScale
    bands: tuple[Band, ...] = ()

    def band_of(self, mark: int) -> Band | None:
        """The published band that this mark falls into, where there are any."""
        return next((band for band in self.bands if band.low <= mark <= band.high), None)


class _BandEnd(FileTable, frozen=True):
    """A band goes from where the one before ends up to here, itself included."""

    word: Annotated[str, letters(20)]
    upto: Annotated[int, whole(0, 20)]


class QuestionTable(FileTable, frozen=True):
    """A question as its file has it, with the name of its answer scale."""

    name: _Name
    text: Annotated[str, letters(240)]
    scale: _Name
    band: OneOrMore[_BandEnd] = ()

    def on(self, scale: AnswerScale) -> Question:
        """The question with its scale and its bands."""
        lows = [scale.low, *(end.upto + 1 for end in self.band)]
        bands = (Band(end.word, low, end.upto) for low, end in zip(lows, self.band, strict=False))
        return Question(self.name, self.text, scale, tuple(bands))


class Item(FileTable, frozen=True):
    """One thing that is scored: a question, or a situation with its questions. `checked` is the wording's date."""

    questions: OneOrMore[QuestionTable] = field(name="question")
    checked: _Day
    situation: Annotated[str, letters(240)] = ""


class _Score(FileTable, frozen=True):
    """What is published of the score: how many items it needs, its deviation and reliability, and where from."""

    needed: Annotated[int, whole(1, 60)]
    sd: Annotated[float, numeric(0.01, 1000)]
    reliability: Annotated[float, numeric(0, 1)]
    source: _Notice


class _Others(FileTable, frozen=True):
    """The scores of other people, as published: who they were, mean, standard deviation, lowest and highest."""

    who: Annotated[str, letters(60)]
    mean: _Points
    sd: Annotated[float, numeric(0, 1000)]
    low: _Points
    high: _Points
    source: _Notice


class Instrument(FileTable, frozen=True, dict=True):
    """A questionnaire as its file says it: what to ask, how it is scored, and whose it is.

    `window` is the time it asks about; it is offered again after `every_days` days. `published` is None where the
    items stand alone. `strain` holds marks that together go with a lot of strain, from and to, by question; or nothing.
    """

    slug: _Name
    version: Annotated[int, whole(1, 1000)]
    permission: Annotated[str, word_of(GRANTED, "asked", "none")]
    title: Annotated[str, letters(50)]
    name: Annotated[str, letters(100)]
    about: Annotated[str, letters(200)]
    introduction: Annotated[str, letters(400)]
    window: Annotated[str, letters(60)]
    minutes: Annotated[int, whole(1, 30)]
    every_days: Annotated[int, whole(1, 366)]
    means: Annotated[str, letters(300)]
    means_not: Annotated[str, letters(300)]
    rule: Annotated[str, word_of(*SCORING_RULES)]
    licence: _Notice
    source: _Notice
    scales: ByName[AnswerScale]
    items: OneOrMore[Item] = field(name="item")
    published: _Score | None = field(name="score", default=None)
    others: _Others | None = None
    bands_from: _Notice | None = None
    strain: Mapping[
        str, Annotated[tuple[int, int], Meta(description="must be two whole numbers, the lower one first")]
    ] = field(default_factory=dict)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by its name, in order."""
        found = (question for item in self.items for question in item.questions)
        return {question.name: question.on(self.scales[question.scale]) for question in found}

    @cached_property
    def scale(self) -> Scale | None:
        """The score's scale, its ends as rule and answer scales have it; None where the items stand alone."""
        total, score = SCORING_RULES[self.rule].total, self.published
        if total is None or score is None:
            return None
        fold = fmean if total == "mean" else sum
        ends = [self._ends_of(item) for item in self.items]
        low, high = fold(low for low, _ in ends), fold(high for _, high in ends)
        return Scale(total, len(self.items), score.needed, low, high, score.sd, score.reliability)

    def _ends_of(self, item: Item) -> tuple[float, float]:
        scales = [self.scales[question.scale] for question in item.questions]
        scores = [
            SCORING_RULES[self.rule].item(*corner) for corner in product(*((one.low, one.high) for one in scales))
        ]
        return min(scores), max(scores)

    @property
    def score_from(self) -> _Notice | None:
        """Where the figures of the score are from."""
        return None if self.published is None else self.published.source

    @property
    def unchecked(self) -> int:
        """How many items have a wording that nobody has yet compared with its source."""
        return sum(item.checked is None for item in self.items)

    def opens(self, last: date | None, *, today: date) -> date:
        """The first day on which it is offered, `last` being the day of the last time: never again too soon."""
        return today if last is None else last + timedelta(days=self.every_days)

    def item_scores(self, marks: ItemMarks) -> list[float | None]:
        """The score of each item; None where one of its questions was left."""
        return [_item_score(item, self.rule, marks) for item in self.items]

    def score(self, marks: ItemMarks) -> Measured | None:
        """The score of all of it; None where there is none, or too few items are answered."""
        return None if self.scale is None else score_of(self.item_scores(marks), self.scale)

    def shows_strain(self, marks: ItemMarks) -> bool:
        """Whether these marks lie at the heavy end, as the file has it."""
        heavy = [name in marks and low <= marks[name] <= high for name, (low, high) in self.strain.items()]
        return bool(heavy) and all(heavy)


def _item_score(item: Item, rule: str, marks: ItemMarks) -> float | None:
    given = [marks.get(question.name) for question in item.questions]
    return None if None in given else SCORING_RULES[rule].item(*given)


def with_no_day_for_never(value: Any) -> Any:
    """A parsed file in which a day that never came is None: TOML has no word for nothing, so it is written as ""."""
    if isinstance(value, list):
        return [with_no_day_for_never(part) for part in value]
    if isinstance(value, dict):
        never = {name: None for name in _DAYS if value.get(name) == ""}
        return {name: with_no_day_for_never(part) for name, part in value.items()} | never
    return value
