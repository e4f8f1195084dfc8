"""The answers of one ask in the order they came: which came first, which counts, and what may still be done."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Self, TypeVar

from unflinch.practice.models.answer import PLACE_OF_A_KIND, Answer, is_fresh
from unflinch.practice.models.dated import noon_of
from unflinch.practice.vocabulary import AnswerKind, Precision

_A = TypeVar("_A", bound=Answer)


class Trail(tuple[_A, ...]):
    """The answers of one ask, oldest first, or what was read of them. They only grow: the latest counts."""

    __slots__ = ()

    @classmethod
    def of(cls, answers: Iterable[_A]) -> Self:
        """Answers that are fetched already, in the order of `AnswerQuerySet.as_written`."""
        return cls(sorted(answers, key=lambda one: (one.nth, one.arrived, PLACE_OF_A_KIND[one.kind], one.pk)))

    @property
    def first(self) -> _A | None:
        """What came first: the first answer, or what it should have been where that tap slipped."""
        first = None
        for answer in self:
            if first is not None and answer.kind != AnswerKind.SLIP:
                break
            first = answer
        return first

    @property
    def latest(self) -> _A | None:
        """What counts."""
        return self[-1] if self else None

    def waits(self, *, day: date, patience: int) -> bool:
        """Whether an answer may still come: a maybe or a silence not older than `patience` days."""
        latest = self.latest
        return latest is not None and latest.is_open and latest.day is not None and (day - latest.day).days < patience

    def can_undo(self, at: datetime) -> bool:
        """Whether the latest is fresh enough to be taken back as if it had not been written."""
        return self.latest is not None and is_fresh(self.latest, at)

    def move(self, day: date | None) -> None:
        """Say on which day the first came, None for an unknown one; a later answer of the same day goes with it."""
        was = self[0].day
        place = Answer.objects.of(self[0].person).in_turn({"day": day, "precision": Precision.DAY, "sequence": 0})
        for answer in self:
            if answer.day == was:
                answer.amend(**(place | {"at": noon_of(day, answer.zone)} if day else _no_day(answer)))


def _no_day(answer: Answer) -> dict[str, Any]:
    """The dated fields of an answer whose day nobody knows."""
    return {"at": None, "day": None, "precision": Precision.NONE if answer.week is None else Precision.WEEK}
