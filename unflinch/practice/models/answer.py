from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, Final, Protocol, Self, TypeVar

from django.db import models

from unflinch.accounts.facts import Fact, FactQuerySet
from unflinch.accounts.sealed import SealedTextField
from unflinch.practice.models.dated import Dated, noon_of
from unflinch.practice.models.rating import ChoiceField, Nth
from unflinch.practice.vocabulary import AnswerKind, Manner, NotAskedReason, Outcome, Precision

_OPEN: Final = frozenset({Outcome.MAYBE, Outcome.NO_REPLY})
UNDO: Final = timedelta(minutes=10)
_PLACES: Final[Mapping[str, int]] = {AnswerKind.FIRST: 0, AnswerKind.SLIP: 1, AnswerKind.SETTLING: 2}


class AnswerQuerySet(FactQuerySet["Answer"]):
    def first_ones(self) -> Self:
        return self.filter(kind=AnswerKind.FIRST)

    def last_written(self) -> "Answer | None":
        """What counts of these: the latest."""
        written = answers_in_order(self)
        return written[-1] if written else None

    def as_written(self) -> Self:
        """Answers as they were written; of two from one row of a diary the first answer is first."""
        places = models.Case(*(models.When(kind=kind, then=place) for kind, place in _PLACES.items()))
        return self.order_by("nth", "arrived", places, "id")

    def in_turn(self, happened: Mapping[str, Any]) -> dict[str, Any]:
        """The same dated fields, behind what was written of that day before, though the clock was set back since."""
        same = self.filter(day=happened["day"], precision=happened["precision"])
        if happened["precision"] == Precision.MOMENT:
            same = same.filter(batch=None)  # a diary's own moments say when they were
        last = same.aggregate(last=models.Max("sequence"))["last"]
        return {**happened, "sequence": max(happened.get("sequence", 0), -1 if last is None else last + 1)}


class Answer(Dated):
    """What came back, in one word. Later answers stand beside earlier ones and never replace them."""

    ask = models.ForeignKey("practice.Ask", on_delete=models.CASCADE, related_name="answers")
    kind = ChoiceField(choices=AnswerKind, default=AnswerKind.FIRST)
    outcome = ChoiceField(choices=Outcome, needed=True)
    reason = ChoiceField(choices=NotAskedReason)
    manner = ChoiceField(choices=Manner)
    words = SealedTextField()
    nth = Nth()

    objects: ClassVar[AnswerQuerySet] = AnswerQuerySet.as_manager()  # type: ignore[assignment]

    class Meta(Dated.Meta):
        indexes: ClassVar = [models.Index(fields=["person", "day", "sequence"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["ask"], condition=models.Q(kind=AnswerKind.FIRST), name="answer_first_only_once"
            )
        ]

    @property
    def is_open(self) -> bool:
        """Whether a last word is still to come."""
        return self.outcome in _OPEN


def answers_in_order(answers: Iterable[Answer]) -> list[Answer]:
    """Answers as they were written, as `as_written` has them; for those that are fetched already."""
    return sorted(answers, key=lambda one: (one.nth, one.arrived, _PLACES[one.kind], one.pk))


def is_fresh(written: Fact, at: datetime) -> bool:
    """Whether it was written within the last ten minutes; a clock that was set back makes nothing fresh."""
    return timedelta() <= at - written.arrived < UNDO


def move(trail: Sequence[Answer], day: date | None) -> None:
    """Say on which day the first answer came, None for an unknown one; a later answer of the same day goes with it."""
    was = trail[0].day
    place = Answer.objects.of(trail[0].person).in_turn({"day": day, "precision": Precision.DAY, "sequence": 0})
    for answer in trail:
        if answer.day == was:
            answer.amend(**(place | {"at": noon_of(day, answer.zone)} if day else _no_day(answer)))


def _no_day(answer: Answer) -> dict[str, Any]:
    """The dated fields of an answer whose day nobody knows."""
    return {"at": None, "day": None, "precision": Precision.NONE if answer.week is None else Precision.WEEK}


class _Kind(Protocol):
    """An answer, or what was read of one."""

    kind: Any


_A = TypeVar("_A", bound=_Kind)


def first_of(trail: Sequence[_A]) -> _A | None:
    """What came first: the first answer, or what it should have been where that tap slipped."""
    first = None
    for answer in trail:
        if first is not None and answer.kind != AnswerKind.SLIP:
            break
        first = answer
    return first
