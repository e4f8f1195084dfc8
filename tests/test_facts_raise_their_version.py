"""Whatever writes a fact raises the version of the person's facts: no page goes on showing what was true before."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import models

from unflinch.accounts.facts import Fact
from unflinch.accounts.models import Person
from unflinch.practice.models import Ask
from unflinch.takeout.models import Import, ImportState

NOW = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)
LATER = NOW.replace(hour=19)
FACTS = [model for model in apps.get_models() if issubclass(model, Fact)]


def made(model: type[Any], person: Person) -> Any:
    """A row of this table that is not saved yet, on new rows of whatever it hangs on."""
    values: dict[str, Any] = {"person": person, "at": NOW, "arrived": NOW}
    for field in model._meta.concrete_fields:
        if field.name not in values and not (field.has_default() or field.null):
            values[field.name] = value_of(field, person)
    return model(**values)


def value_of(field: Any, person: Person) -> Any:
    """A value that this field takes."""
    if field.is_relation:
        owner = made(field.related_model, person)
        owner.save()
        return owner
    kinds = {models.DateTimeField: LATER, models.DateField: date(2026, 11, 2), models.CharField: uuid4().hex[:30]}
    return next((value for kind, value in kinds.items() if isinstance(field, kind)), 1)


def saves(row: Any) -> None:
    row.save()


def creates(row: Any) -> None:
    values = {field.name: getattr(row, field.name) for field in row._meta.concrete_fields}
    type(row).objects.create(**values)


def creates_many(row: Any) -> None:
    type(row).objects.bulk_create([row])


NEW = [saves, creates, creates_many]


def saves_a_field(row: Any) -> None:
    row.arrived = LATER
    row.save(update_fields=["arrived"])


def amends(row: Any) -> None:
    row.amend(arrived=LATER)


def updates(row: Any) -> None:
    type(row).objects.filter(pk=row.pk, arrived=NOW).update(arrived=LATER)


def updates_many(row: Any) -> None:
    row.arrived = LATER
    type(row).objects.bulk_update([row], ["arrived"])


def deletes(row: Any) -> None:
    row.delete()


def deletes_many(row: Any) -> None:
    type(row).objects.of(row.person).filter(pk=row.pk).order_by("arrived").delete()


CHANGES = [saves, saves_a_field, amends, updates, updates_many, deletes, deletes_many]


def version_of(person: Person) -> int:
    return Person.objects.get(pk=person.pk).facts


@pytest.mark.parametrize("write", NEW)
@pytest.mark.parametrize("model", FACTS)
def test_a_new_fact_raises_the_version(mira, jonas, model, write):
    row = made(model, mira)
    before, of_jonas = version_of(mira), version_of(jonas)
    write(row)
    assert version_of(mira) == before + 1
    assert version_of(jonas) == of_jonas


@pytest.mark.parametrize("write", CHANGES)
@pytest.mark.parametrize("model", FACTS)
def test_a_change_of_a_fact_raises_the_version(mira, jonas, model, write):
    row = made(model, mira)
    row.save()
    row = model.objects.get(pk=row.pk)
    before, of_jonas = version_of(mira), version_of(jonas)
    write(row)
    assert version_of(mira) == before + 1
    assert version_of(jonas) == of_jonas


def test_a_write_that_finds_no_row_raises_nothing(mira):
    before = version_of(mira)
    Ask.objects.of(mira).update(counts=False)
    Ask.objects.of(mira).delete()
    Ask.objects.bulk_create([])
    assert version_of(mira) == before


def test_every_setting_of_a_person_raises_the_version(mira):
    before = version_of(mira)
    mira.silence_days = 7
    mira.save(update_fields=["silence_days"])
    assert version_of(mira) == before + 1


def test_facts_cannot_all_be_deleted_by_a_slip(mira):
    with pytest.raises(AttributeError):
        Ask.objects.delete()


def test_a_page_shows_what_a_verb_changed_that_thinks_of_no_version(hand):
    """A verb that only saves its row, as anybody would write it."""
    address = hand.just_asked()
    assert "1 ask, 1 no" in hand.see("/weeks/")
    ask = Ask.objects.get(pk=address.split("/")[2])
    ask.counts = False
    ask.save(update_fields=["counts"])
    assert "1 ask, 1 no" not in hand.see("/weeks/")


def test_a_page_of_an_article_says_that_an_import_is_being_taken_back(hand, mira, now):
    Import.objects.create(person=mira, at=now, arrived=now, name="diary.csv", state=ImportState.HERE)
    before = hand.client.get("/learn/")["ETag"]
    Import.objects.of(mira).update(state=ImportState.GOING)
    answer = hand.client.get("/learn/", headers={"If-None-Match": before})
    assert (answer.status_code, "An import is being undone." in answer.content.decode()) == (200, True)
