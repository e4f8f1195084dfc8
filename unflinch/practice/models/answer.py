from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any, ClassVar, Final, NamedTuple, Self

from django.db import models

from unflinch.accounts.facts import Fact, FactQuerySet
from unflinch.accounts.sealed import SealedTextField
from unflinch.practice.models.dated import Dated
from unflinch.practice.models.rating import ChoiceField, Nth
from unflinch.practice.vocabulary import OPEN_OUTCOMES, AnswerKind, Manner, NotAskedReason, Outcome, Precision

UNDO: Final = timedelta(minutes=10)
PLACE_OF_A_KIND: Final[Mapping[str, int]] = {AnswerKind.FIRST: 0, AnswerKind.SLIP: 1, AnswerKind.SETTLING: 2}


class AnswerSpan(NamedTuple):
    """Of some answers how many they are, and how many asks there are in all, their first and last day, and the highest
    number that a person gave a week.
    """

    many: int
    asks: int
    first: date | None
    last: date | None
    number: int | None


class AnswerQuerySet(FactQuerySet["Answer"]):
    def first_ones(self) -> Self:
        return self.filter(kind=AnswerKind.FIRST)

    def latest_ones(self) -> Self:
        """Those whose moment is known, the latest first."""
        return self.exclude(at=None).order_by("-at")

    def since(self, day: date) -> Self:
        """Those of this day or a later one."""
        return self.filter(day__gte=day)

    def until(self, day: date) -> Self:
        """Those of this day or an earlier one."""
        return self.filter(day__lte=day)

    def open_ones(self) -> Self:
        """Those to which a last word may still come."""
        return self.filter(outcome__in=OPEN_OUTCOMES)

    def span(self, asks: models.QuerySet[Any]) -> "AnswerSpan":
        """How many they are and how many these asks, answered or not, and from when until when they were."""
        # Each from an index of its own: asked for together, they are looked for in every row.
        days, weeks = self.filter(day__isnull=False), self.filter(week__isnull=False)
        ends = (
            days.order_by("day").values("day"),
            days.order_by("-day").values("day"),
            weeks.order_by("-week").values("week"),
        )
        # As an aggregate a count would be grouped, and grouping costs more than counting.
        count = models.Func(models.Value(1), function="COUNT", output_field=models.IntegerField())
        many = (rows.order_by().values_list(count) for rows in (self, asks))
        found = self.order_by().values_list(*(models.Subquery(one[:1]) for one in (*many, *ends)))[:1]
        return AnswerSpan(*found[0]) if found else AnswerSpan(0, 0, None, None, None)

    def to_cards(self, slugs: Collection[str]) -> Self:
        """Those to asks of these challenges of the library."""
        return self.filter(ask__slug__in=slugs)

    def to_cards_since(self, slugs: Mapping[date, Collection[str]]) -> Self:
        """Those to asks of the challenges of each of these days, of that day or a later one."""
        return self.filter(reduce(or_, [models.Q(ask__slug__in=of, day__gte=day) for day, of in slugs.items()]))

    def last_outcome(self) -> models.Subquery:
        """What counts of the ask of the query around this one: the outcome of its latest answer."""
        return models.Subquery(self.filter(ask=models.OuterRef("pk")).as_written().reverse().values("outcome")[:1])

    def first_day(self) -> date | None:
        """The first of the days on which they were."""
        first: date | None = self.aggregate(first=models.Min("day"))["first"]
        return first

    def last_day(self) -> date | None:
        """The last of the days on which they were."""
        last: date | None = self.aggregate(last=models.Max("day"))["last"]
        return last

    def whens(self) -> Iterable[tuple[Any, ...]]:
        """The days on which they were, each once, with the person's own number of the week."""
        return self.order_by().values_list("day", "week").distinct()

    def numbered(self) -> Self:
        """Those with a day to whose week the person gave a number."""
        return self.exclude(week=None).exclude(day=None)

    def last_written(self) -> "Answer | None":
        """What counts of these: the latest."""
        return self.as_written().last()

    def as_written(self) -> Self:
        """Answers as they were written; of two from one row of a diary the first answer is first."""
        places = models.Case(*(models.When(kind=kind, then=place) for kind, place in PLACE_OF_A_KIND.items()))
        return self.order_by("nth", "arrived", places, "id")

    def in_turn(self, happened: Mapping[str, Any], *, at: datetime | None = None) -> dict[str, Any]:
        """The same dated fields, behind what was written of that day before, though the clock was set back since.

        A moment other than `at`, when it is written, is one that the person named: it stays in its own place.
        """
        if happened["precision"] == Precision.MOMENT and at is not None and happened.get("at", at) != at:
            return dict(happened)
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
        indexes: ClassVar = [
            models.Index(fields=["person", "day", "sequence"]),
            # What Today reads of a long history, so that it reads no more than that.
            models.Index(fields=["person", "kind", "at"], name="answer_by_moment"),
            models.Index(fields=["person", "kind", "day", "week"], name="answer_by_day"),
            models.Index(
                fields=["person", "week", "day"], condition=models.Q(week__isnull=False), name="answer_by_own_week"
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["ask"], condition=models.Q(kind=AnswerKind.FIRST), name="answer_first_only_once"
            )
        ]

    @property
    def is_open(self) -> bool:
        """Whether a last word is still to come."""
        return self.outcome in OPEN_OUTCOMES


def is_fresh(written: Fact, at: datetime) -> bool:
    """Whether it was written within the last ten minutes; a clock that was set back makes nothing fresh."""
    return timedelta() <= at - written.arrived < UNDO
