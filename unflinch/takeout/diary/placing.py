"""Fields finding their columns: by the person's word, by names, by the cells."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from unflinch.takeout.diary.fields import FIELDS, TOTALS
from unflinch.takeout.diary.folding import tidy_cell
from unflinch.takeout.diary.headings import EVERYDAY, is_known, meanings, own_field, parted_heading, plain_heading
from unflinch.takeout.diary.outcomes import OUTCOME_WORDS
from unflinch.takeout.diary.profiles import HALF, MOST_OF_A_COLUMN, NEARLY_ALL, SHORT_ANSWER, WORDS_OF_A_TITLE, Profile

_SOME: Final = 0.2  # of the cells that are answers to the letter
_VITAL: Final = ("date", "outcome", "challenge")  # taken by their name alone: what isn't understood is asked about
_COUNTED_BY: Final = dict(zip(("yes", "no", "maybe", "no_reply", "not_asked"), TOTALS, strict=True))
NO_OTHER: Final = "no other column can say what was asked"
_ASKS_ELSE: Final = re.compile(
    r"worth|ask|done|count|again|fun|scar|afraid|alone|alive|proud|gefragt|gemacht|hecho|fait"
)


@dataclass(slots=True)
class Placing:
    """Fields finding their columns. `why` says of a column what its field was guessed from."""

    names: Sequence[str]
    profiles: Sequence[Profile]
    told: Mapping[int, str]
    left: frozenset[str] = frozenset()
    places: dict[str, int] = field(default_factory=dict)
    why: dict[int, str] = field(default_factory=dict)

    def place(self, answers: str = "") -> None:
        """What the person said comes first, then our own names, then everyday names, then the cells."""
        self.places |= {name: at for at, name in self.told.items() if name in FIELDS}
        if answers and "outcome" not in self.places and (at := self.names.index(answers)) not in self.told:
            self.places["outcome"] = at
        self.by_names()
        for at in self.free():
            if self.take(at, meanings(self.names[at])):
                self.why[at] = "by its heading and its cells"
        for at in self.free():
            self.take(at, (name for name in usual_names(self.names[at]) if name in _VITAL), despite=True)
        self.by_cells()
        self.by_heading_alone()
        self.by_likely_answers()

    def by_names(self) -> None:
        """Our own names come before everyday ones, in every column."""
        for meant in (_own_names, _everyday_names):
            for at in self.free():
                self.take(at, meant(self.names[at]))
            self.counts()

    def by_heading_alone(self) -> None:
        """A column of answers by its heading, though few of its words are known: they're asked about."""
        for at in self.free():
            if self.take(at, (name for name in meanings(self.names[at]) if name == "outcome"), despite=True):
                self.why[at] = "by its heading"

    def by_likely_answers(self) -> None:
        """Where no column is one of answers, that whose cells are likely ones: even the notes, if they tell it."""
        if "outcome" in self.places or {*TOTALS} & set(self.places):
            return
        notes = self.places.get("what_happened")
        spoken_of = notes is None or notes in self.told
        every = (*self.free(), *([] if spoken_of or notes is None else [notes]))
        could = [at for at in every if self.is_likely(at) and not _ASKS_ELSE.search(plain_heading(self.names[at]))]
        best = max((self.profiles[at].likely_answers for at in could), default=0)
        found = [at for at in could if self.profiles[at].likely_answers == best]
        if len(found) == 1:
            self.places = {name: at for name, at in self.places.items() if at != found[0]} | {"outcome": found[0]}
            self.why[found[0]] = "its cells are likely answers"

    def is_likely(self, at: int) -> bool:
        """Whether nearly all cells of this column are likely answers, and it's filled as answers are."""
        one = self.profiles[at]
        plain = max(one.numbers, one.dates, one.weekdays, one.ticks)
        return one.likely_answers >= NEARLY_ALL and one.filled >= HALF and plain < HALF and one.answers >= _SOME

    def free(self) -> list[int]:
        taken = {*self.places.values(), *self.told}
        return [at for at, name in enumerate(self.names) if at not in taken and name not in self.left]

    def take(self, at: int, fields: Iterable[str], *, despite: bool = False) -> bool:
        """Make this column the first of these fields that is free and fits."""
        for name in fields:
            if name in self.places or not (self.profiles[at].fits(name) or (despite and self.asks(at, name))):
                continue
            self.places[name] = at
            return True
        return False

    def asks(self, at: int, name: str) -> bool:
        """Whether a column that doesn't fit is taken all the same, so that its cells are asked about."""
        profile = self.profiles[at]
        if own_field(self.names[at]) == name:
            return True
        return profile.could_be_answers if name == "outcome" else name == "date" and profile.ticks < HALF

    def counts(self) -> None:
        """Columns named for two answers or more, with numbers in them, are counts."""
        free = [at for at in self.free() if self.profiles[at].whole >= NEARLY_ALL]
        named = {at: told.outcome for at in free if (told := OUTCOME_WORDS.get(tidy_cell(self.names[at])))}
        if len(set(named.values()) - {""}) > 1:
            for at, outcome in named.items():
                if self.take(at, [_COUNTED_BY[outcome]] if outcome in _COUNTED_BY else []):
                    self.why[at] = "its numbers count answers"

    def by_cells(self) -> None:
        """What no heading says: a column of answers, a column of days, a column that can be a title."""
        if "outcome" not in self.places and not {*TOTALS} & set(self.places):
            self.take_best("outcome", "its cells are answers", self.answering())
            self.take_best("outcome", "its cells are yes and no", self.alone_of_ticks())
        if not {"date", "week", "day"} & set(self.places):
            self.take_best("date", "its cells are days", self.alone(lambda one: one.dates >= NEARLY_ALL))
            self.take_best("week", "its cells are weeks", self.alone(_is_weeks))
        if "challenge" not in self.places:
            self.take_best("challenge", NO_OTHER, self.titles())
            self.take_description()

    def take_best(self, name: str, why: str, found: Sequence[int]) -> None:
        if name not in self.places and len(found) == 1:
            self.places[name] = found[0]
            self.why[found[0]] = why

    def answering(self) -> list[int]:
        """The column whose cells are answers more than any other's."""
        free = {at: self.profiles[at] for at in self.free() if not _ASKS_ELSE.search(plain_heading(self.names[at]))}
        nameless = not any(map(is_known, self.names))
        share = {
            at: one.answers
            for at, one in free.items()
            if one.answers >= MOST_OF_A_COLUMN and (nameless or one.ticks < one.answers)
        }
        best = [at for at, answers in share.items() if answers == max(share.values())]
        return best[:1] if len(best) == 1 else []

    def alone_of_ticks(self) -> list[int]:
        """The only column of yes and no, where its heading doesn't ask for something else."""
        found = self.alone(lambda one: one.ticks >= NEARLY_ALL and one.answers >= HALF and one.filled >= NEARLY_ALL)
        return [] if any(_ASKS_ELSE.search(plain_heading(self.names[at])) for at in found) else found

    def take_description(self) -> None:
        """A description in every row is what was asked, where nothing else can be."""
        at = self.places.get("what_happened")
        if "challenge" in self.places or at is None or at in self.told or own_field(self.names[at]):
            return
        if self.profiles[at].can_be_title and self.profiles[at].letters <= SHORT_ANSWER:
            del self.places["what_happened"]
            self.places["challenge"] = at
            self.why[at] = NO_OTHER

    def alone(self, test: Callable[[Profile], bool]) -> list[int]:
        return [at for at in self.free() if test(self.profiles[at])]

    def titles(self) -> list[int]:
        """The columns that can be titles; one alone where it says clearly more than the others."""
        found = [at for at in self.free() if self.profiles[at].can_be_title]
        by_words = sorted(found, key=lambda at: -self.profiles[at].words)
        if len(found) > 1:
            first, second = (self.profiles[at] for at in by_words[:2])
            if (
                first.words >= WORDS_OF_A_TITLE
                and second.words <= MOST_OF_A_COLUMN * first.words
                and first.variety >= HALF
            ):
                return by_words[:1]
        return found


def _is_weeks(profile: Profile) -> bool:
    return profile.understood_as("week") >= NEARLY_ALL > max(profile.whole, profile.weekdays)


def _own_names(name: str) -> list[str]:
    own = own_field(name)
    return [own] if own else []


def _everyday_names(name: str) -> list[str]:
    words, top = parted_heading(name)
    usual = EVERYDAY.get(plain_heading(name)) or (EVERYDAY.get(words) if top is None else None)
    return [usual] if usual else []


def usual_names(name: str) -> list[str]:
    return [*_own_names(name), *_everyday_names(name)]
