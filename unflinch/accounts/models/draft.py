import json
from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar, Final, Self, cast
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction

from unflinch.accounts.models.person import Person
from unflinch.accounts.sealed import Damaged, SealedTextField

_MOST_FORMS: Final = 100
_MOST_LETTERS: Final = 200_000  # of a whole form: ten of the longest texts


class TooLong(Exception):
    """More than any form of ours holds."""


def is_too_long(fields: Mapping[str, list[str]]) -> bool:
    """Whether a form with these fields is more than is held of one."""
    return sum(len(value) for values in fields.values() for value in values) > _MOST_LETTERS


class DraftQuerySet(models.QuerySet["Draft"]):
    def of(self, person: Person) -> Self:
        return self.filter(person=person)

    @transaction.atomic
    def keep(self, person: Person, form: str, fields: Mapping[str, list[str]], *, at: datetime) -> None:
        """Hold what is typed so far in this form; the latest replaces the one before, from whichever window it comes.

        Of very many forms those that were left longest are forgotten. Raises TooLong for more than a form ever holds.
        """
        if is_too_long(fields):
            raise TooLong
        # One at a time, so that two windows do not both begin the same draft.
        Person.objects.select_for_update(no_key=True).get(pk=person.pk)
        draft = self.of(person).filter(form=form).first() or Draft(id=uuid4(), person=person, form=form)
        draft.body, draft.saved_at = json.dumps(dict(fields)), at
        draft.save()
        left = self.of(person).exclude(pk=draft.pk).order_by("-saved_at", "-id").values_list("pk", flat=True)
        self.filter(pk__in=list(left[_MOST_FORMS - 1 :])).delete()

    def fields_of(self, person: Person, form: str) -> dict[str, list[str]]:
        """What was typed so far, by field name; empty where nothing was, or where it can't be read any more."""
        draft = self.of(person).filter(form=form).first()
        if draft is None or isinstance(draft.body, Damaged):
            return {}
        return cast(dict[str, list[str]], json.loads(draft.body))

    def clear(self, person: Person, form: str) -> None:
        """Forget it: the form was saved."""
        self.of(person).filter(form=form).delete()


class Draft(models.Model):
    """A form half filled, sealed, so that it survives a reload. It is no fact and counts nowhere."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=120)
    body = SealedTextField()
    saved_at = models.DateTimeField()

    objects: ClassVar[DraftQuerySet] = DraftQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "form"], name="draft_one_a_form")]

    def __str__(self) -> str:
        return f"draft of {self.form}"

    def clean(self) -> None:
        """Refuse a body that no form could have sent. Raises ValidationError."""
        try:
            fields = json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise ValidationError("its body is no form half filled.") from error
        lists = list(fields.values()) if isinstance(fields, dict) else [None]
        if not all(isinstance(values, list) and all(isinstance(one, str) for one in values) for values in lists):
            raise ValidationError("its body is no form half filled.")
