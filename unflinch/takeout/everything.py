"""All that is held of a person, as plain values: the one list of tables that export, import and taking back use."""

from collections.abc import Iterator
from typing import Any, Final
from uuid import UUID

from django.db import models

from unflinch.accounts.damage import DamagedText, damaged_in, sealed_fields
from unflinch.accounts.facts import Fact
from unflinch.accounts.models import Draft, Person
from unflinch.accounts.sealed import Damaged
from unflinch.care.models import Pause
from unflinch.challenges.models import Circumstance, OwnChallenge
from unflinch.nudges.models import NudgeSettings
from unflinch.practice.models import (
    Answer,
    Aside,
    Ask,
    Debrief,
    Echo,
    Energy,
    Following,
    Forecast,
    Plan,
    Programme,
    Rule,
    Tally,
    WeekReview,
    Whereabouts,
    Wish,
)
from unflinch.questionnaires.models import Filled
from unflinch.takeout.models import Import, KeptRow

# Owners before what hangs on them.
TABLES: Final[tuple[type[Fact], ...]] = (
    *(Pause, OwnChallenge, Programme, Rule, Plan, Ask, Forecast, Answer, Debrief, Echo),
    *(Wish, Energy, Whereabouts, Circumstance, Following, Aside, Tally, WeekReview, Filled, NudgeSettings),
)
EXPORTED: Final[tuple[type[models.Model], ...]] = (*TABLES, Import, KeptRow, Draft)
# Every other table, with the reason why it is not in an export.
NOT_EXPORTED: Final = {
    "devices.device": "a browser that may come in here; another installation pairs its own",
    "devices.pairing": "ten minutes in which one device could be let in here",
    "lock.lock": "a lock belongs to where it was set; another installation has its own, or none",
    "lock.held": "what was sent while it was locked counts only once its person has saved it",
    "accounts.person": "the settings of the person are in the export; the rest is who is signed in here",
    "nudges.nudge": "which nudges went out from here; another installation sends its own",
    "nudges.calendaraddress": "an address that opens here; another installation makes its own",
    "nudges.handover": "the ledger of what was handed to push services from here",
    "nudges.subscription": "a browser that shows notifications of this installation; another one asks it anew",
    "insights.sheetlink": "a link to a sheet opens only where it was given, and must not open twice",
    "takeout.upload": "a file that waits a day for a word is still where it came from",
    "takeout.arrival": "which rows came with which file is known where they came in",
    "auth.permission": "Django's own, the same everywhere",
    "auth.group": "Django's own, the same everywhere",
    "contenttypes.contenttype": "Django's own, the same everywhere",
}
SETTINGS: Final = ("zone", "day_ends", "silence_days", "country", "theme", "text_size", "home_screen", "appetite")
AT_ONCE: Final = 500
IN_ONE_GO: Final = 100  # rows written in one transaction, so that others can write in between


def name_of(table: type[models.Model]) -> str:
    """The table's name in an export: `practice.ask`."""
    return table._meta.label_lower


def fields_of(table: type[models.Model]) -> "list[models.Field[Any, Any]]":
    """The fields of a table as an export has them: whose row it is goes without saying."""
    return [field for field in table._meta.concrete_fields if field.name != "person"]


def _held_by(person: Person, table: type[models.Model]) -> "models.QuerySet[Any]":
    """This person's rows of a table that belong into an export, oldest first."""
    rows = table._default_manager.filter(person=person)
    if table is Import:
        # What came with an export is known only where it came in, so this record would say nothing elsewhere.
        rows = Import.objects.of(person).of_sheets().whole()
    return rows.order_by("saved_at" if table is Draft else "arrived", "id")


def table_rows(person: Person, table: type[models.Model], damaged: list[DamagedText]) -> Iterator[dict[str, Any]]:
    """This person's rows of a table as plain values, opened, oldest first.

    A text that can't be read any more is left empty and named in `damaged`.
    """
    names, sealed = [field.attname for field in fields_of(table)], sealed_fields(table)
    for row in _held_by(person, table).iterator(chunk_size=AT_ONCE):
        damaged += damaged_in(row, sealed)
        values = ((name, getattr(row, name)) for name in names)
        yield {name: "" if isinstance(value, Damaged) else value for name, value in values}


def ids_held(table: type[models.Model], ids: list[UUID]) -> dict[UUID, Any]:
    """The rows with these ids, whosever they are."""
    return {row.pk: row for row in table._default_manager.filter(pk__in=ids)}


def same(one: models.Model, other: models.Model) -> bool:
    """Whether two rows say the same."""
    return all(getattr(one, field.attname) == getattr(other, field.attname) for field in fields_of(type(one)))
