"""The export: one zip with everything in it, in the format that docs/data-format.md describes."""

import csv
import io
import json
import zipfile
from datetime import datetime
from typing import Any, BinaryIO, Final

from django.core.serializers.json import DjangoJSONEncoder

from unflinch.accounts.models import Person
from unflinch.practice.models import Ask
from unflinch.takeout.everything import CLOCK, TABLES, name_of, rows_of

FORMAT: Final = 1
CONTENT: Final = "unflinch.json"
RISKY: Final = ("=", "+", "-", "@", "\t", "\r")

ABOUT: Final = """This is everything that Unflinch held of you.

unflinch.json  all of it, for programs; `unflinch import` reads it back
diary.csv      your asks, one a row, for a spreadsheet

Nothing in here is encrypted: keep it where you would keep a diary.
"""

COLUMNS: Final = (
    *("date", "week", "day", "activity", "challenge", "asked_whom", "setting", "channel", "outcome", "reply_later"),
    *("feared_before", "no_before", "cost_before", "tension_before", "feared_happened", "sting", "feared_after"),
    *("cost_after", "surprise", "what_happened", "lesson"),
)


class Encoder(DjangoJSONEncoder):
    """Moments to the microsecond: Django cuts them to milliseconds, and brought back they would be other ones."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def pack(person: Person, file: BinaryIO, *, at: datetime) -> None:
    """Write the export of everything into `file`."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", ABOUT)
        archive.writestr(CONTENT, json.dumps(content_of(person, at), cls=Encoder, ensure_ascii=False, indent=1))
        archive.writestr("diary.csv", diary_of(person))


def content_of(person: Person, at: datetime) -> dict[str, Any]:
    """Everything as plain values."""
    return {
        "format": FORMAT,
        "made": at,
        "person": {name: getattr(person, name) for name in CLOCK},
        "tables": {name_of(table): list(rows_of(person, table)) for table in TABLES},
    }


def diary_of(person: Person) -> str:
    """The logged asks as a CSV diary that `unflinch import` and a spreadsheet can read."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    plans: dict[Any, int] = {}
    for ask in Ask.objects.of(person).logged().as_diary().reverse().with_all():
        number = plans.setdefault(ask.plan_id, len(plans) + 1)
        rows.writerow([harmless(value) for value in diary_row(ask, number)])
    return text.getvalue()


def diary_row(ask: Ask, activity: int) -> list[Any]:
    last, told, foretold = ask.trail[-1], ask.debrief, ask.foretold
    first = ask.first_answer or last
    before = [getattr(foretold, name, None) for name in COLUMNS[10:14]]
    later = [getattr(told, name, None) for name in COLUMNS[14:]]
    settled = "" if last.outcome == first.outcome else last.outcome
    when = [first.day, first.week, first.day_number, activity]
    what = [ask.title, ask.role, ask.setting_words or ask.setting, ask.channel, first.outcome, settled]
    return [*when, *what, *before, *later]


def harmless(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(RISKY) else value
