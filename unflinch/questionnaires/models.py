"""How do the numbers of others read on me? Sets of questions that a person filled in, if they liked."""

import json
from datetime import date, datetime
from typing import ClassVar, Self
from uuid import UUID

from django.db import models

from unflinch.accounts.facts import Fact, FactQuerySet
from unflinch.accounts.models import Person
from unflinch.accounts.sealed import SealedTextField
from unflinch.questionnaires.instrument import Instrument, ItemMarks


class TooSoon(Exception):
    """It was filled in not long ago, and opens again later."""


class FilledQuerySet(FactQuerySet["Filled"]):
    def newest_first(self) -> Self:
        return self.order_by("-day", "-arrived", "id")

    def comparable_to(self, filled: "Filled") -> Self:
        """Those of the same person and the same wording that came before this one."""
        same = self.filter(person=filled.person_id, slug=filled.slug, version=filled.version)
        return same.filter(arrived__lt=filled.arrived, day__lte=filled.day)

    def fill(
        self, person: Person, instrument: Instrument, marks: ItemMarks, *, id: UUID, day: date, at: datetime
    ) -> "Filled":
        """Keep what was picked, on the person's `day`. The same id twice is one filling-in.

        Raises TooSoon before the set opens again, AlreadySaved for the same id with other marks, SomebodyElses for
        another person's id.
        """
        last = self.of(person).filter(slug=instrument.slug).newest_first().first()
        is_new = not self.filter(pk=id).exists()
        if is_new and last is not None and instrument.opens(last.day, today=day) > day:
            raise TooSoon
        content = {"slug": instrument.slug, "version": instrument.version, "answers": _written(marks)}
        return self.once(id=id, person=person, at=at, arrived=at, when={"day": day}, **content)


class Filled(Fact):
    """A set of questions filled in on one day: which one and which wording in the clear, the answers sealed.

    Nothing reckoned from the answers is kept.
    """

    day = models.DateField()
    slug = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    answers = SealedTextField()

    objects: ClassVar[FilledQuerySet] = FilledQuerySet.as_manager()  # type: ignore[assignment]  # narrower than Fact's

    def marks(self, instrument: Instrument) -> dict[str, int]:
        """What was picked, as far as it fits the questionnaire: an export may have been edited by hand."""
        try:
            held = json.loads(self.answers)
        except (ValueError, RecursionError):
            return {}
        held = held if isinstance(held, dict) else {}
        scales = {name: question.scale for name, question in instrument.questions.items()}
        picked = {name: held[name] for name in scales if type(held.get(name)) is int}
        return {name: mark for name, mark in picked.items() if scales[name].low <= mark <= scales[name].high}


def _written(marks: ItemMarks) -> str:
    """The marks as text, always in the same order, so that the same marks are the same text."""
    return json.dumps(marks, sort_keys=True, separators=(",", ":"))
