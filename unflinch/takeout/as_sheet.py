"""The asks and the totals as a CSV diary: every field that the import reads, a row each."""

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import F, Min, Q

from nerve.rep import BEFORE
from unflinch.accounts.models import Person
from unflinch.accounts.sealed import Damaged
from unflinch.practice.models import Answer, Ask, Debrief, Energy, Forecast, Tally
from unflinch.practice.models.energy import SHARE_OF_A_DOT
from unflinch.practice.vocabulary import AnswerKind, Feared, Feeling, Precision
from unflinch.takeout.bundles import OF_A_DEBRIEF
from unflinch.takeout.diary.fields import FIELDS
from unflinch.takeout.guarding import guarded

_ASK_ID: Final = "ask_id"
_AT_ONCE: Final = 100  # asks, each with all that hangs on it
COLUMNS: Final = tuple(FIELDS)
_OF_AN_ECHO: Final = ("still_stings", "round_and_round", "said_back")
_Cells = Mapping[str, Any]


def sheet_of(person: Person) -> Iterator[str]:
    """The sheet, line by line: asks in the order they were written down, planned ones too, then the totals.

    Those that came with one file are in the order in which they happened.
    """
    yield _line(COLUMNS)
    for row in sheet_rows(person):
        yield _line(row.values())


def sheet_rows(person: Person, ids: Collection[UUID] | None = None) -> Iterator[dict[str, str]]:
    """Each row of the sheet as it is written, its cells by column; with `ids` only those of these asks and totals."""
    for row in chain(_asks_of(person, ids), _totals_of(person, ids)):
        yield {name: _written(row.get(name)) for name in COLUMNS}


def _asks_of(person: Person, ids: Collection[UUID] | None) -> Iterator[_Cells]:
    """The cells of every ask."""
    plans: dict[UUID, int] = {}
    dots = {day: dots * SHARE_OF_A_DOT for day, dots in _energy_of(person)}
    asks = Ask.objects.of(person).with_all().annotate(first_day=_of_first("day"), turn=_of_first("sequence"))
    asks = asks.order_by("arrived", F("first_day").asc(nulls_last=True), F("turn").asc(nulls_last=True), "id")
    for ask in (asks if ids is None else asks.with_ids(ids)).iterator(chunk_size=_AT_ONCE):
        first, foretold, told = ask.first_answer, ask.foretold, ask.debrief
        energy = dots.get(first.day) if first is not None and first.day is not None else None
        yield {
            _ASK_ID: ask.pk,
            "activity": plans.setdefault(ask.plan_id, len(plans) + 1),
            **_what(ask),
            **(_planned_for(ask) if first is None else {**_was_planned_for(ask), **_came(first, ask.trail[-1])}),
            **({} if foretold is None else _before(foretold)),
            **({} if told is None else _after(told)),
            **_later(ask),
            "energy": energy,
        }


def _of_first(name: str) -> Min:
    """A field of the first answer of an ask, for the database to order by."""
    return Min(f"answers__{name}", filter=Q(answers__kind=AnswerKind.FIRST))


def _totals_of(person: Person, ids: Collection[UUID] | None) -> Iterator[_Cells]:
    """The cells of every total without details."""
    tallies = Tally.objects.of(person).order_by("arrived", "sequence", "id")
    for tally in (tallies if ids is None else tallies.filter(pk__in=ids)).iterator(chunk_size=_AT_ONCE):
        counts = {"yeses": tally.yes, "noes": tally.no, "maybes": tally.maybe, "silences": tally.no_reply}
        yield {
            _ASK_ID: tally.pk, **_when(tally), **counts, "not_asked": tally.not_asked, "what_happened": tally.words
        }  # fmt: skip


def _energy_of(person: Person) -> Iterator[tuple[Any, int]]:
    """What was in the tank by day, the last of a day last."""
    yield from Energy.objects.of(person).order_by("nth", "arrived", "id").values_list("day", "dots").iterator()


def _what(ask: Ask) -> _Cells:
    names = ("channel", "kind", "audience", "company", "counts", "pull")
    place = ask.setting_words or ask.setting
    told = {"challenge": ask.title, "asked_whom": ask.role, "setting": place}
    plan = {"said_line": ask.line_to_say, "when_where": ask.plan.when_where, "cue_line": ask.plan.cue}
    return {**told, **plan, "grew_out_as": ask.link, **{name: getattr(ask, name) for name in names}}


def _came(first: Answer, last: Answer) -> _Cells:
    """What came back at first, and what came later where something did, with a mis-tap mended."""
    later = last if last is not first else None
    return {
        **_when(first),
        "outcome": first.outcome,
        "reason": first.reason,
        "manner": first.manner,
        "their_words": first.words,
        "reply_later": later.outcome if later else "",
        "later_manner": later.manner if later else "",
        "later_words": later.words if later else "",
    }


def _planned_for(ask: Ask) -> _Cells:
    """When an ask is planned for, as far as that is known."""
    clock = ask.planned_time.strftime("%H:%M") if ask.planned_time else None
    return {"date": ask.planned_day, "time": clock, "week": ask.planned_week, "day": ask.planned_number}


def _was_planned_for(ask: Ask) -> _Cells:
    """The same for one that was asked, in columns beside those of the day on which it was."""
    told = _planned_for(ask)
    own = {"planned_date": "date", "planned_time": "time", "planned_week": "week", "planned_day": "day"}
    return {name: told[other] for name, other in own.items()}


def _later(ask: Ask) -> _Cells:
    """How it was looked at last on a later day; the tables of the export hold every time."""
    echoes = [echo for echo in ask.later if not echo.says_nothing]
    return {"echo_date": echoes[-1].day, **{name: getattr(echoes[-1], name) for name in _OF_AN_ECHO}} if echoes else {}


def _when(dated: Answer | Tally) -> _Cells:
    """The day, the time where it is known, and the person's own numbers of week and day."""
    at = dated.at if dated.precision == Precision.MOMENT else None
    clock = at.astimezone(ZoneInfo(dated.zone)).time() if at else None
    # Midnight by itself is how programs write a whole day.
    told = clock.strftime("%H:%M" if clock.hour or clock.minute else "%H:%M:%S") if clock else None
    return {"date": dated.day, "time": told, "week": dated.week, "day": dated.day_number}


def _before(foretold: Forecast) -> _Cells:
    feared = foretold.feared_words if foretold.feared == Feared.OWN else foretold.feared
    rated = {name: getattr(foretold, name) for name in BEFORE}
    return {"feared": feared, **rated, "feelings_before": foretold.feelings}


def _after(told: Debrief) -> _Cells:
    words = "" if isinstance(told.feeling_words, Damaged) else str(told.feeling_words)
    named = {part.strip().casefold() for part in words.replace(",", ";").split(";")}
    chosen = [Feeling(one).label for one in told.feelings if not {one, Feeling(one).label.casefold()} & named]
    return {
        "emotion": [*chosen, *filter(None, [words])],
        "other_notes": told.notes,
        "gained_amount": told.amount,
        **{name: getattr(told, name) for name in OF_A_DEBRIEF},
    }


def _written(value: Any) -> str:
    """A value as a cell: lists with semicolons, truths as words, and nothing of a text that can't be read any more."""
    if value is None or isinstance(value, Damaged):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return guarded("; ".join(value) if isinstance(value, list) else str(value))


def _line(cells: Iterable[str]) -> str:
    """The cells as one line of CSV."""
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue()
