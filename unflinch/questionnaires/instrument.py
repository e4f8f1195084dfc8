"""A set of questions as its file says it: what is asked, how it is scored, and whose it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from nerve.measured import Measured
from nerve.questionnaire import Scale, score_of
from unflinch.questionnaires.rules import SCORING_RULES

# What was picked, by the name of the question; what was left is not there.
ItemMarks = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Notice:
    """Words that must stand beside the questionnaire, where they are from, and the day that page was read."""

    text: str
    address: str
    seen: date | None


@dataclass(frozen=True, slots=True)
class AnswerScale:
    """The marks from which one is picked, `low` upwards, a word for each; `words` may be empty between the ends."""

    low: int
    words: tuple[str, ...]
    checked: date | None

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


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is scored: a question, or a situation with its questions. `checked` is the wording's date."""

    questions: tuple[Question, ...]
    checked: date | None
    situation: str = ""


@dataclass(frozen=True, slots=True)
class Others:
    """The scores of other people, as published: who they were, mean, standard deviation, lowest and highest."""

    who: str
    mean: float
    sd: float
    low: float
    high: float
    source: Notice


@dataclass(frozen=True, slots=True)
class Instrument:
    """A questionnaire as its file says it: what to ask, how it is scored, and whose it is.

    `window` is the time it asks about; it is offered again after `every_days` days. `scale` is None where the items
    stand alone. `strain` holds marks that together go with a lot of strain, from and to, by question; or nothing.
    """

    slug: str
    version: int
    title: str
    name: str
    about: str
    introduction: str
    window: str
    minutes: int
    every_days: int
    means: str
    means_not: str
    rule: str
    licence: Notice
    source: Notice
    items: tuple[Item, ...]
    scale: Scale | None = None
    score_from: Notice | None = None
    others: Others | None = None
    bands_from: Notice | None = None
    strain: Mapping[str, tuple[int, int]] = field(default_factory=dict, hash=False)

    @property
    def questions(self) -> dict[str, Question]:
        """Every question by its name, in order."""
        return {question.name: question for item in self.items for question in item.questions}

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
