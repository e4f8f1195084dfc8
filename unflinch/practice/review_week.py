"""Looking back on a week: what it was called and what it taught, and what the next one shall be."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid5

from django.db import transaction

from unflinch.accounts.models import Person
from unflinch.care.models import Pause, days_on
from unflinch.practice.history import WeekRow
from unflinch.practice.history.weeks import Slot
from unflinch.practice.models import Programme, WeekReview
from unflinch.practice.models.rating import LATEST_FIRST
from unflinch.practice.vocabulary import Precision, Turn
from unflinch.shell.mending import refuse_overtaken

_STEP: Final = {Turn.MORE: 1, Turn.FEWER: -1}
_COLUMN: Final = {"funniest": "funniest_id", "kindest": "kindest_id"}
_STAYS: Final = ("title", "takeaway", "turn", "worse", "avoids_more", *_COLUMN.values())
_WEEK_OF_REST: Final = 7
_A_FORTNIGHT: Final = timedelta(days=14)


@transaction.atomic
def review_week(
    person: Person,
    *,
    id: UUID,
    at: datetime,
    day: date | None,
    week: int | None,
    seen: Mapping[str, str] | None = None,
    latest: UUID | None = None,
    **told: Any,
) -> WeekReview:
    """Save what is new of the week that began on `day`, or that a diary numbers `week`; then rest or change pace.

    `latest` is the review it was told over; what that says and `told` leaves out stays. Raises Overtaken where
    something else than was `seen` is saved by now (see `shell.mending`).
    """
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    mine = WeekReview.objects.of(person)
    now = mine.of_week(day, week, latest).order_by(*LATEST_FIRST).first()
    there = now or WeekReview()
    refuse_overtaken({name: getattr(there, _COLUMN.get(name, name)) for name in told}, seen, told)
    said = {_COLUMN.get(name, name): value for name, value in told.items()}
    if now is not None and now.batch is None and now.says(said):
        return now
    if mine.filter(pk=id).exists():
        id = uuid5(id, str(there.nth))
    when = {"zone": person.zone, "day": day, "week": week or None, "precision": Precision.WEEK, "nth": mine.next()}
    content = {name: getattr(there, name) for name in _STAYS} | said
    review = WeekReview.objects.once(id=id, person=person, at=at, arrived=at, when=when, **content)
    _follow(person, told.get("turn"), id=id, at=at)
    return review


def _follow(person: Person, turn: str | None, *, id: UUID, at: datetime) -> None:
    """Do what was chosen for the week that comes: rest, or one activity more or fewer."""
    if turn == Turn.REST:
        until = days_on(person, _WEEK_OF_REST, at=at)
        Pause.objects.begin(person, id=uuid5(id, "rest"), until=until, at=at)
    programme = Programme.objects.of(person).running().latest_first().first()
    if programme is not None and turn in _STEP:
        step = _STEP[Turn(turn)]
        programme.set_pace(pace_low=max(1, programme.pace_low + step), pace_high=max(1, programme.pace_high + step))


def which_week(slot: Slot) -> dict[str, Any]:
    """What a review says of the week it is about: its first day, its own number, or both; None for what isn't known."""
    numbered = slot.own or not slot.dated
    return {"day": slot.starts if slot.dated else None, "week": slot.number if numbered else None}


def asks_again(weeks: Iterable[WeekRow], day: date) -> bool:
    """Whether the question about all or nothing is asked on this personal day: once a fortnight, never inferred."""
    answered = [week.written for week in weeks if week.all_or_nothing is not None and week.written is not None]
    return all(day - written >= _A_FORTNIGHT for written in answered)
