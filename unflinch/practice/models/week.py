from datetime import date
from typing import ClassVar, Self
from uuid import UUID

from django.db import models

from unflinch.accounts.facts import FactQuerySet
from unflinch.accounts.sealed import SealedTextField
from unflinch.practice.models.ask import Ask
from unflinch.practice.models.dated import Dated
from unflinch.practice.models.rating import ChoiceField, Nth, Rating, range_constraints
from unflinch.practice.vocabulary import Plainly, Turn


class WeekReviewQuerySet(FactQuerySet["WeekReview"]):
    def oldest_first(self) -> Self:
        return self.order_by("nth", "arrived", "id")

    def of_week(self, day: date | None, week: int | None, other: UUID | None) -> Self:
        """Those of the week that begins on this day or has this number, and this other one."""
        return self.filter(models.Q(day=day, week=week or None) | models.Q(pk=other))

    def next(self) -> int:
        """The place of the one that is written now."""
        return 1 + (self.aggregate(last=models.Max("nth"))["last"] or 0)


class WeekReview(Dated):
    """One minute at a week's end: its title and takeaway, the funniest and the kindest, and what comes next.

    `day` is the first day of the week it looks back on; a diary without dates has `week` alone. A later
    review of the same week stands beside the first, and is the one shown. `worse` says whether practising
    made the week worse, `avoids_more` whether everyday things are avoided that were fine before: care's soft
    stops read both. `all_or_nothing` is asked once a fortnight.
    """

    title = SealedTextField()
    takeaway = SealedTextField()
    funniest = models.ForeignKey(Ask, on_delete=models.SET_NULL, null=True, related_name="+")
    kindest = models.ForeignKey(Ask, on_delete=models.SET_NULL, null=True, related_name="+")
    turn = ChoiceField(choices=Turn)
    worse = ChoiceField(choices=Plainly)
    avoids_more = ChoiceField(choices=Plainly)
    all_or_nothing = Rating()
    nth = Nth()

    class Meta(Dated.Meta):
        constraints: ClassVar = range_constraints("all_or_nothing")

    objects: ClassVar[WeekReviewQuerySet] = WeekReviewQuerySet.as_manager()  # type: ignore[assignment]
