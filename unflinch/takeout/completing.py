"""Asks that are here by the sheet of an export get from its zip what the sheet has no column for.

What the sheet said stays on top: it may have been changed in a spreadsheet since. What the zip says beside it is added.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID, uuid5

from unflinch.accounts.models import Person
from unflinch.practice.models import Answer, Ask, Echo, Forecast, Plan
from unflinch.practice.models.trail import Trail
from unflinch.practice.vocabulary import AnswerKind
from unflinch.takeout.arrivals import id_batches

_ONLY_IN_ZIP: Final = (
    "slug",
    "own_id",
    "follows_id",
    "link",
    "line",
    "planned_day",
    "planned_time",
    "planned_week",
    "planned_number",
)
_OF_A_PLAN: Final = ("line", "cue", "when_where", "programme_id")
_WHEN: Final = ("at", "arrived", "nth", "zone", "day", "precision", "week", "day_number", "sequence", "words")


@dataclass(slots=True)
class Retold:
    """The asks and totals of an export that are here by its sheet; and by ask what came later in the export so far."""

    ids: set[UUID] = field(default_factory=set)
    later: dict[UUID, set[UUID]] = field(default_factory=dict)

    def said_again(self, person: Person, table: type[Any], rows: Sequence[Any]) -> set[UUID]:
        """Those of these answers, forecasts or echoes that the sheet has told.

        Of answers it tells the first, mended, and the last, which has its place here from when they came together.
        """
        asks = {row.ask_id for row in rows} & self.ids
        here = list(table.objects.of(person).filter(ask__in=asks, batch__isnull=False))
        told = {row.ask_id for row in here}
        if table is Forecast:
            return {row.pk for row in rows if row.ask_id in told}
        if table is Echo:
            said = set(map(_said_in, here))
            return {row.pk for row in rows if _said_in(row) in said}
        places = {_place_of(row) for row in here if row.kind == AnswerKind.SETTLING}
        in_order = Trail.of(row for row in rows if row.ask_id in told)
        return {row.pk for row in in_order if self._is_first(row) or _place_of(row) in places}

    def _is_first(self, row: Answer) -> bool:
        """Whether this is what came first, a mis-tap, or what it should have been; any other one is noted as later."""
        if row.kind == AnswerKind.FIRST or (row.kind == AnswerKind.SLIP and row.ask_id not in self.later):
            return True
        self.later.setdefault(row.ask_id, set()).add(row.pk)
        return False


def _place_of(answer: Answer) -> tuple[Any, ...]:
    """Where an answer stands among those of its ask, and what it says."""
    return answer.ask_id, answer.nth, answer.arrived, answer.outcome


def _said_in(echo: Echo) -> tuple[Any, ...]:
    """Which ask an echo is of, and what it says."""
    return echo.ask_id, echo.day, echo.still_stings, echo.round_and_round, str(echo.said_back)


def complete_asks(person: Person, rows: Sequence[Ask], retold: Retold) -> int:
    """Give asks that are here by a sheet what only the zip says of them; returns how many plans are gone for it."""
    here = Ask.objects.of(person).with_ids([row.pk for row in rows if row.pk in retold.ids]).select_related("plan")
    asks = {ask.pk: ask for ask in here}
    plans = Plan.objects.of(person).in_bulk([row.plan_id for row in rows if row.pk in asks])
    left = set[UUID]()
    for row in rows:
        ask = asks.get(row.pk)
        if ask is not None:
            names = [name for name in _ONLY_IN_ZIP if getattr(ask, name) in (None, "") and getattr(row, name)]
            ask.amend(**{name: getattr(row, name) for name in names})
            stays = _says_otherwise(ask.plan, plans.get(row.plan_id))
            if ask.plan_id != row.plan_id:
                left.add(row.plan_id if stays else ask.plan_id)
            if not stays:
                ask.amend(plan_id=row.plan_id)
    gone, _ = Plan.objects.of(person).filter(pk__in=left, asks=None).delete()
    return gone


def _says_otherwise(plan: Plan, other: Plan | None) -> bool:
    """Whether this plan was made here, or says something that the other one of the zip doesn't say."""
    if plan.batch is None or other is None:
        return True
    return any(getattr(plan, name) not in ("", None, getattr(other, name)) for name in _OF_A_PLAN)


def complete_forecasts(person: Person, rows: Sequence[Forecast], retold: Retold) -> None:
    """A sheet from before there was a column for it says nothing of what was felt before."""
    felt: Mapping[UUID, Forecast] = {row.ask_id: row for row in rows if row.ask_id in retold.ids and row.feelings}
    for here in Forecast.objects.of(person).filter(ask__in=list(felt), batch__isnull=False):
        if not here.feelings:
            here.amend(feelings=felt[here.ask_id].feelings)


def join_last_answers(person: Person, retold: Retold) -> int:
    """The last answer of a sheet takes the place of the same one in the zip, with its day and its words.

    One that says something else stays behind those of the zip, and so does what the person has written here since.
    Returns how many of the zip are told by the sheet's now.
    """
    count = 0
    for ids in id_batches(list(retold.later)):
        for ask in Ask.objects.of(person).with_ids(ids).prefetch_related("answers"):
            count += _join(ask, retold.later[ask.pk])
    return count


def _join(ask: Ask, of_zip: Collection[UUID]) -> bool:
    """Put the answers of one ask in their order; whether the last of the zip is told by the sheet's now."""
    trail = ask.trail
    came = [one for one in trail if one.pk in of_zip]
    told = next((one for one in trail if one.pk == uuid5(ask.pk, "settling") and one.nth == 0), None)
    if not came or told in came:
        return False
    last = came[-1]
    joined = told is not None and (told.outcome, told.manner) == (last.outcome, last.manner)
    if told is not None and joined:
        # Read before it is deleted: a sealed text opens for the row that it belongs to.
        content = {name: getattr(last, name) for name in _WHEN}
        last.delete()
        told.amend(**content)
    here = [one for one in trail if one not in came and one.kind != AnswerKind.FIRST and not (joined and one is told)]
    for nth, answer in enumerate(here, start=last.nth + 1):
        answer.amend(nth=nth)
    return joined
