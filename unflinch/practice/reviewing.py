"""Looking back on a week: what it was called and what it taught, and what the next one shall be."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid5

from django.db import transaction

from unflinch.accounts.models import Person
from unflinch.care.models import Pause, days_on
from unflinch.practice.models import Programme, WeekReview
from unflinch.practice.rows import WeekRow
from unflinch.practice.vocabulary import Precision, Turn

STEP: Final = {Turn.MORE: 1, Turn.FEWER: -1}
WEEK_OF_REST: Final = 7
A_FORTNIGHT: Final = timedelta(days=14)


@transaction.atomic
def review_week(
    person: Person, *, id: UUID, at: datetime, day: date | None, week: int | None, turn: str, **content: Any
) -> WeekReview:
    """Keep the review of the week that began on `day`, or that a diary numbers `week`; then rest or change pace."""
    when = {"zone": person.zone, "day": day, "week": week, "precision": Precision.WEEK}
    fresh = not WeekReview.objects.of(person).filter(pk=id).exists()
    review = WeekReview.objects.once(id=id, person=person, at=at, arrived=at, when=when, turn=turn, **content)
    if fresh and turn == Turn.REST:
        until = days_on(person, WEEK_OF_REST, at=at)
        Pause.objects.begin(person, id=uuid5(id, "rest"), until=until, at=at)
    programme = Programme.objects.of(person).running().latest_first().first()
    if fresh and programme is not None and turn in STEP:
        step = STEP[Turn(turn)]
        programme.set_pace(max(1, programme.pace_low + step), max(1, programme.pace_high + step))
    return review


def asks_again(weeks: Iterable[WeekRow], day: date) -> bool:
    """Whether the question about all or nothing is asked on this personal day: once a fortnight, never inferred."""
    answered = [week.written for week in weeks if week.all_or_nothing is not None and week.written is not None]
    return all(day - written >= A_FORTNIGHT for written in answered)
