"""Facts: rows written once, by the person they belong to, under an id made where they were written."""

from collections.abc import Iterable, Mapping
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
    """Rows of facts. Whatever writes to them raises the version of each person whose rows they are."""

    def of(self, person: Person) -> Self:
        return self.filter(person=person)

    def written_since(self, moment: datetime) -> Self:
        """Those that arrived from this moment on, written here and not brought in."""
        return self.filter(arrived__gte=moment, batch=None)

    @transaction.atomic(savepoint=False)
    def update(self, **values: Any) -> int:
        persons = self._persons()
        changed = super().update(**values)
        Person.objects.raise_versions(persons)
        return changed

    @transaction.atomic(savepoint=False)
    def delete(self) -> tuple[int, dict[str, int]]:
        persons = self._persons()
        gone = super().delete()
        Person.objects.raise_versions(persons)
        return gone

    # As with Django's own: `Ask.objects.delete()` would be too easy to write.
    delete.queryset_only = True  # type: ignore[attr-defined]

    @transaction.atomic(savepoint=False)
    def bulk_create(self, objs: Iterable[_F], *args: Any, **options: Any) -> list[_F]:
        rows = super().bulk_create(list(objs), *args, **options)
        Person.objects.raise_versions({row.person_id for row in rows})
        return rows

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
        except IntegrityError:
            # Two sendings of one form at the same moment: the other one was first. Any other clash goes on up.
            first = self.filter(pk=id).first()
            if first is None:
                raise
            return first
        return row

    def _persons(self) -> set[UUID]:
        """Whose rows these are: read before a write, as the same filter may find others after it.

        The version is raised last: a verb locks its own rows first as well, so that two writers never wait for each
        other.
        """
        return set(self.order_by().values_list("person", flat=True).distinct())


class Fact(models.Model):
    """What happened, the moment it happened (None where nobody knows), and the moment it arrived here.

    Saving and deleting raise the version of the person's facts, so that no page shows what was true before.
    """

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

    @transaction.atomic(savepoint=False)
    def save(self, *args: Any, **options: Any) -> None:
        super().save(*args, **options)
        self._raise_version()

    @transaction.atomic(savepoint=False)
    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        gone = super().delete(*args, **options)
        self._raise_version()
        return gone

    def says(self, content: dict[str, Any]) -> bool:
        """Whether the row already holds this content."""
        return all(getattr(self, name) == value for name, value in content.items())

    @transaction.atomic
    def amend(self, *, seen: Mapping[str, str] | None = None, **content: Any) -> Self:
        """Change what is given here; the rest stays as it was. Who may, and until when, is each fact's own rule.

        Raises Overtaken where something else than was `seen` is saved by now (see `shell.mending`).
        """
        if seen is not None:
            now = type(self)._default_manager.select_for_update(no_key=True).get(pk=self.pk)
            refuse_overtaken({name: getattr(now, name) for name in content}, seen, content)
        if not self.says(content):
            for name, value in content.items():
                setattr(self, name, value)
            self.save(update_fields=content)
        return self

    def _raise_version(self) -> None:
        # By the id alone: the person of this row may not have been fetched.
        Person.objects.raise_versions([self.person_id])
