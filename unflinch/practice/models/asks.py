"""The asks of a person, as the pages ask for them."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, Self, TypeVar
from uuid import UUID

from django.db import models

from unflinch.accounts.facts import Fact, FactQuerySet
from unflinch.challenges.models import OwnChallenge
from unflinch.challenges.vocabulary import Kind
from unflinch.practice.vocabulary import AnswerKind, Outcome

_A = TypeVar("_A", bound=Fact)


class AsksQuerySet(FactQuerySet[_A]):
    def planned(self) -> Self:
        return self.filter(answers=None)

    def planned_between(self, first: date, last: date) -> Self:
        """Those that are planned for one of these days."""
        return self.planned().filter(planned_day__range=(first, last))

    def to_try(self, slug: str, own: OwnChallenge | None) -> Self:
        """Those of this challenge: the library's by its slug, or an own one."""
        return self.filter(slug=slug, own=own)

    def logged(self) -> Self:
        """Those with an answer."""
        return self.filter(answers__kind=AnswerKind.FIRST)

    def made(self) -> Self:
        """Those that were really asked: first answered, and not with "not this time"."""
        return self.logged().exclude(answers__outcome=Outcome.NOT_ASKED)

    def as_diary(self) -> Self:
        """Newest first: days before weeks without dates. Only on asks that are `logged`."""
        newest = (models.F("answers__day").desc(nulls_last=True), models.F("answers__week").desc(nulls_last=True))
        return self.order_by(*newest, "-answers__sequence", "-id")

    def with_ids(self, ids: Any) -> Self:
        """Those with these ids, which may be a query for them."""
        return self.filter(pk__in=ids)

    def arrived_since(self, moment: datetime) -> Self:
        return self.filter(arrived__gte=moment)

    def to_any_of(self, slugs: Collection[str]) -> Self:
        """Those of these challenges of the library."""
        return self.filter(slug__in=slugs)

    def in_place(self, setting: str) -> Self:
        return self.filter(setting=setting)

    def of_own_noes(self, own_no: bool | None) -> Self:
        """Those that are a no of one's own, or those that aren't; all where that is left open."""
        if own_no is None:
            return self
        return self.filter(kind=Kind.SAY_NO) if own_no else self.exclude(kind=Kind.SAY_NO)

    def newest_first(self) -> Self:
        return self.order_by("-arrived", "-id")

    def as_planned(self) -> Self:
        """Those with a planned day in its order, then those with a week or a number, then the rest, newest first."""
        known = ("planned_day", "planned_time", "planned_week", "planned_number")
        return self.order_by(*(models.F(name).asc(nulls_last=True) for name in known), "-arrived", "-id")

    def with_all(self) -> Self:
        return self.select_related("plan", "forecast", "own").prefetch_related("answers", "debriefs", "echoes")

    def listed(self, ids: Sequence[UUID]) -> list[_A]:
        """Those with these ids and all that hangs on them, in their order; what was deleted since is left out."""
        rows = {ask.pk: ask for ask in self.with_ids(ids).with_all()}
        return [rows[id] for id in ids if id in rows]
