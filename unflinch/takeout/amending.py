"""What a row of a sheet says otherwise is written into the ask or the total that it names, and nothing else is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid5

from django.db import models

from nerve.rep import BEFORE
from unflinch.practice.models import Answer, Ask, Debrief, Echo, Energy, Forecast, Tally
from unflinch.practice.models.dated import dated_as
from unflinch.practice.vocabulary import AnswerKind, Precision
from unflinch.takeout.bundles import Maker
from unflinch.takeout.diary.rows import DiaryRow
from unflinch.takeout.named_rows import NOTES, Otherwise

# By the field of a sheet, what it is of an ask, of its answers, of its forecast, of its debrief and of a total.
_ABOUT: Final[Mapping[str, Sequence[str]]] = {
    "challenge": ("title",), "asked_whom": ("role",), "setting": ("setting", "setting_words"),
    **{name: (name,) for name in ("channel", "kind", "audience", "company", "counts", "pull")},
    "grew_out_as": ("link",), "planned_date": ("planned_day",), "planned_time": ("planned_time",),
    "planned_week": ("planned_week",), "planned_day": ("planned_number",),
}  # fmt: skip
_PLANNED: Final = {
    "date": ("planned_day",), "time": ("planned_time",), "week": ("planned_week",), "day": ("planned_number",)
}  # fmt: skip
_FIRST: Final = {"outcome": ("outcome",), "reason": ("reason",), "manner": ("manner",), "their_words": ("words",)}
_LATER: Final = {"reply_later": ("outcome",), "later_manner": ("manner",), "later_words": ("words",)}
_OF_A_PLAN: Final = {"said_line": ("line",), "when_where": ("when_where",), "cue_line": ("cue",)}
_OF_AN_ECHO: Final = {
    "echo_date": ("day",), **{name: (name,) for name in ("still_stings", "round_and_round", "said_back")}
}  # fmt: skip
_BEFORE: Final = {
    "feared": ("feared", "feared_words"),
    "feelings_before": ("feelings",),
    **{name: (name,) for name in BEFORE},
}
_COUNTS: Final = {
    "yeses": ("yes",), "noes": ("no",), "maybes": ("maybe",), "silences": ("no_reply",), "not_asked": ("not_asked",),
    "what_happened": ("words",),
}  # fmt: skip
_WHOLE_DATE: Final = ("at", "day", "precision", "sequence")
_WHEN: Final = {"date": _WHOLE_DATE, "time": _WHOLE_DATE, "week": ("week",), "day": ("day_number",)}


@dataclass(frozen=True, slots=True)
class _Change:
    """A row that says something else than what it names: `fields` are those that differ, `id` is new in the tree."""

    maker: Maker
    row: DiaryRow
    fields: frozenset[str]
    id: UUID

    def values(self, source: Any, places: Mapping[str, Sequence[str]]) -> dict[str, Any]:
        """The values of this fact in the places of the fields that differ; what an empty one has, where it is None."""
        names = {name: None for field, names in places.items() if field in self.fields for name in names}
        return {name: getattr(source, name) for name in names}


def write_otherwise(maker: Maker, row: DiaryRow, told: Otherwise, *, id: UUID) -> bool:
    """Write what this row says otherwise into what it names; `id` tells the facts that it adds from all others.

    False where one of the two is a total and the other is an ask: then nothing is written.
    """
    change = _Change(maker, row, frozenset(told.fields), id)
    bundle = maker.bundle(row, told.id, 0)
    facts = bundle.facts
    table = Tally if row.is_total else Ask
    here: Any = table.objects.of(maker.person).filter(pk=told.id).first()
    if here is None:
        return False
    if isinstance(here, Tally):
        here.amend(**change.values(facts[0], _COUNTS), **_when_of(change, here))
        return True
    here.amend(**change.values(facts[0], _ABOUT))
    here.plan.amend(**change.values(bundle.plan, _OF_A_PLAN))
    _amend_answers(change, here, [fact for fact in facts if isinstance(fact, Answer)], facts[0])
    made = next((fact for fact in facts if isinstance(fact, Forecast)), Forecast(person=maker.person, ask=here))
    _amend_forecast(change, here, made)
    _tell(change, here, next((fact for fact in facts if isinstance(fact, Debrief)), Debrief()))
    _amend_echo(change, here, next((fact for fact in facts if isinstance(fact, Echo)), None))
    _note_energy(change, [fact for fact in facts if isinstance(fact, Energy)])
    return True


def _when_of(change: _Change, here: Answer | Tally) -> dict[str, Any]:
    """The dated fields that differ."""
    dated = change.maker.dated(change.row, 0)
    if dated["precision"] != Precision.MOMENT:
        dated = Answer.objects.of(change.maker.person).in_turn(dated)
    places = {**_WHEN, "week": ("week", "precision")} if dated["day"] is None and here.day is None else _WHEN
    return {name: dated[name] for field, names in places.items() if field in change.fields for name in names}


def _amend_answers(change: _Change, ask: Ask, made: Sequence[Answer], about: Any) -> None:
    """What came back, what came later, and when; what it is planned for, where nothing came back."""
    if not made:
        gone, _ = ask.answers.all().delete()
        ask.amend(**(_all_planned(about) if gone else change.values(about, _PLANNED)))
        return
    first, later = made[0], next((one for one in made if one.kind == AnswerKind.SETTLING), None)
    here = ask.first_answer
    if here is None:
        happened = change.maker.dated(change.row, 0)
        here = ask.respond(first.outcome, id=change.id, at=change.maker.at, happened=happened, reason=first.reason)
        here.amend(at=happened["at"], manner=first.manner)
    else:
        moved = _when_of(change, here)
        for answer in [answer for answer in ask.trail if answer.day == here.day]:
            answer.amend(**moved)
        here.amend(**change.values(first, _FIRST))
    if {*_LATER} & change.fields:
        _amend_later(change, ask, here, later)


def _all_planned(about: Any) -> dict[str, Any]:
    """All that this ask was planned for."""
    return {name: getattr(about, name) for names in _PLANNED.values() for name in names}


def _amend_later(change: _Change, ask: Ask, first: Answer, later: Answer | None) -> None:
    """The last of what came later, which is what a sheet holds of it."""
    last = ask.answer
    has_later = last is not None and last.pk != first.pk
    if last is not None and has_later and later is None:
        last.delete()
    elif last is not None and has_later and later is not None:
        last.amend(**change.values(later, _LATER))
    elif later is not None:
        id, happened = uuid5(change.id, "later"), dated_as(first)
        ask.settle(later.outcome, id=id, at=change.maker.at, happened=happened, manner=later.manner)


def _amend_forecast(change: _Change, ask: Ask, made: Forecast) -> None:
    content = change.values(made, _BEFORE)
    here = Forecast.objects.of(change.maker.person).filter(ask=ask).first()
    if here is not None:
        here.amend(**content)
    elif content:
        at = change.maker.at
        Forecast.objects.once(id=change.id, person=ask.person, at=at, arrived=at, ask=ask, **content)


def _tell(change: _Change, ask: Ask, made: Debrief) -> None:
    """What was said of it afterwards stands beside what was said before, as on the page."""
    told = {name: (name,) for name in change.fields if name not in (*_FIRST, *_BEFORE) and _is_of_debrief(name)}
    content = change.values(made, {**told, "emotion": ("feeling_words", "feelings"), "gained_amount": ("amount",)})
    if NOTES in change.fields:
        earlier = ask.debrief
        lines = str(earlier.notes).splitlines() if earlier else []
        content["notes"] = "\n".join([*lines, *(line for line in made.notes.splitlines() if line not in lines)])
    if content:
        ask.tell(id=change.id, at=change.maker.at, **content)


def _amend_echo(change: _Change, ask: Ask, made: Echo | None) -> None:
    """How it was looked at last on a later day, which is what a sheet holds of it."""
    if not {*_OF_AN_ECHO} & change.fields:
        return
    here = next((echo for echo in reversed(ask.later) if not echo.says_nothing), None)
    if here is None and made is not None:
        made.id, made.batch = change.id, None
        made.save(force_insert=True)
    elif here is not None and made is None:
        here.delete()
    elif here is not None and made is not None:
        here.amend(**change.values(made, _OF_AN_ECHO))


def _is_of_debrief(name: str) -> bool:
    return any(field.name == name for field in Debrief._meta.concrete_fields)


def _note_energy(change: _Change, made: Sequence[Energy]) -> None:
    """What was in the tank that day, behind what was said of it before."""
    for energy in made if "energy" in change.fields else ():
        last = Energy.objects.of(change.maker.person).aggregate(last=models.Max("nth"))["last"] or 0
        energy.id, energy.batch, energy.nth = change.id, None, last + 1
        energy.save(force_insert=True)
