"""Facts: rows written once, by the person they belong to, under an id made where they were written."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self, TypeVar
from uuid import UUID, uuid4

from django.conf import settings
from django.db import IntegrityError, models, transaction

from unflinch.accounts.models import Person
from unflinch.shell.mending import refuse_overtaken

_F = TypeVar("_F", bound="Fact")


class AlreadySaved(Exception):
    """The id was used for something else of the same person: was this meant as another one?"""


class SomebodyElses(Exception):
    """The id belongs to another person's row; nothing more is said about it."""


class FactQuerySet(models.QuerySet[_F]):
    def of(self, person: Person) -> Self:
        return self.filter(person=person)

    def once(
        self,
        *,
        id: UUID,
        person: Person,
        at: datetime | None,
        arrived: datetime,
        when: Mapping[str, Any] = {},
        **content: Any,
    ) -> _F:
        """The row with this id, made now if it is new. The same id with the same content is one row.

        `when` are fields that the clock gave: a second sending may differ in them. Raises AlreadySaved for other
        content under the id, SomebodyElses for another person's id.
        """
        row = self.filter(pk=id).first()
        if row is None:
            row = self._made(id=id, person=person, **{"at": at, "arrived": arrived, **when, **content})
        if row.person_id != person.pk:
            raise SomebodyElses
        if not row.says(content):
            raise AlreadySaved
        return row

    def _made(self, *, id: UUID, person: Person, **content: Any) -> _F:
        try:
            with transaction.atomic():
                row = self.create(id=id, person=person, **content)
                person.noted()
        except IntegrityError:
            # Two sendings of one form at the same moment: the other one was first. Any other clash goes on up.
            first = self.filter(pk=id).first()
            if first is None:
                raise
            return first
        return row


class Fact(models.Model):
    """What happened, the moment it happened (None where nobody knows), and the moment it arrived here."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(null=True)
    arrived = models.DateTimeField()
    batch = models.UUIDField(null=True, db_index=True, help_text="the import it came with")

    objects = FactQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    def says(self, content: dict[str, Any]) -> bool:
        """Whether the row already holds this content."""
        return all(getattr(self, name) == value for name, value in content.items())

    @transaction.atomic
    def amend(self, *, seen: Mapping[str, str] | None = None, **content: Any) -> Self:
        """Change what is given here; the rest stays as it was. Who may, and until when, is each fact's own rule.

        Raises Overtaken where something else than was `seen` is saved by now (see `shell.mending`).
        """
        if seen is not None:
            now = type(self)._default_manager.select_for_update().get(pk=self.pk)
            refuse_overtaken({name: getattr(now, name) for name in content}, seen, content)
        if not self.says(content):
            for name, value in content.items():
                setattr(self, name, value)
            self.save(update_fields=content)
            self.person.noted()
        return self
