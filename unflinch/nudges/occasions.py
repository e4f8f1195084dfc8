"""What waits for a person and is worth a nudge, from what they recorded."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from unflinch.accounts.models import Person
from unflinch.insights.counts import counts_of
from unflinch.nudges.due import NudgeRules, Occasion
from unflinch.nudges.models import NudgeSettings
from unflinch.nudges.vocabulary import WEEKDAYS, NudgeKind
from unflinch.practice.history import History
from unflinch.practice.history.lately import lately
from unflinch.practice.history.weeks import WEEK
from unflinch.practice.models import Ask

_AHEAD: Final = timedelta(days=14)  # how far the calendar sees
_DAY: Final = timedelta(days=1)
_LASTS: Final = timedelta(hours=2)  # what has a moment of its own isn't nudged about later than this
_ECHO_DAYS: Final = timedelta(days=7)
_REPLIES_AFTER: Final = timedelta(days=3)
_EVENING: Final = time(17)  # from when a week's last day is looked back on
_REVIEW_LASTS: Final = timedelta(days=2)


def occasions_of(person: Person, chosen: NudgeSettings, rules: NudgeRules, *, at: datetime) -> list[Occasion]:
    """All that waits now or will in the next two weeks, if nothing changes until then."""
    day = rules.calendar_day(at)
    return [
        *_planned(person, rules, day),
        *next_asks(person, chosen, rules, day),
        *_echoes(person, rules, day),
        *_reviews(person, rules, day),
        *_replies(person, rules, day),
    ]


def _planned(person: Person, rules: NudgeRules, day: date) -> Iterator[Occasion]:
    """Each ask that is planned for a day, at its time; a plan that is moved is nudged about anew."""
    planned = Ask.objects.of(person).planned_between(day - _DAY, day + _AHEAD)
    for pk, on, clock in planned.values_list("pk", "planned_day", "planned_time"):
        if on is None:
            continue
        key = f"plan/{pk}/{on}" if clock is None else f"plan/{pk}/{on}T{clock:%H:%M}"
        opens = rules.moment(on, clock or rules.hour)
        closes = opens + _LASTS if clock else rules.moment(on + _DAY, time(rules.day_ends))
        yield Occasion(key, NudgeKind.PLAN, opens, closes, timed=clock is not None)


def next_asks(person: Person, chosen: NudgeSettings, rules: NudgeRules, day: date) -> Iterator[Occasion]:
    """The times at which the person wants to be nudged to ask; a day on which they asked already has none."""
    for ahead in range(-1, _AHEAD.days + 1):
        on = day + ahead * _DAY
        if WEEKDAYS[on.weekday()] in chosen.next_days and not _asked_on(lately(person, day), on):
            opens = rules.moment(on, chosen.next_time)
            yield Occasion(f"next/{on}", NudgeKind.NEXT_ASK, opens, opens + _LASTS, timed=True)


def _asked_on(history: History, day: date) -> bool:
    """Whether an ask was made on this personal day."""
    return any(ask.day == day and ask.made for ask in history.asks)


def _echoes(person: Person, rules: NudgeRules, day: date) -> Iterator[Occasion]:
    """The asks for which an echo is wanted and none was written: from the next day on, for a week."""
    for ask in lately(person, day).asks:
        if ask.wants_echo and not ask.echoes and ask.day is not None and day - ask.day <= _ECHO_DAYS:
            opens = rules.moment(ask.day + _DAY, rules.hour)
            closes = rules.moment(ask.day + _ECHO_DAYS + _DAY, time(rules.day_ends))
            yield Occasion(f"echo/{ask.id}", NudgeKind.ECHO, opens, closes)


def _reviews(person: Person, rules: NudgeRules, day: date) -> Iterator[Occasion]:
    """This week and the one before, from their last evening on, if something was asked and nobody looked back."""
    counts = counts_of(person)
    asked = {week.slot for week in counts.weeks if week.asks and week.slot.dated}
    for slot in {counts.calendar.slot_of(on, None) for on in (day, day - WEEK)} & asked - counts.reviewed:
        last = slot.starts + WEEK - _DAY
        closes = rules.moment(last + _REVIEW_LASTS + _DAY, time(rules.day_ends))
        opens = rules.moment(last, max(_EVENING, rules.hour))
        yield Occasion(f"review/{slot.address}", NudgeKind.REVIEW, opens, closes)


def _replies(person: Person, rules: NudgeRules, day: date) -> Iterator[Occasion]:
    """Answers that may have come, three days after the ask; those of one day are one."""
    patience = timedelta(days=person.silence_days)
    for since in sorted({since for since in counts_of(person).open_since if day - since < patience}):
        opens = rules.moment(since + _REPLIES_AFTER, rules.hour)
        closes = rules.moment(since + patience, time(rules.day_ends))
        if opens < closes:
            yield Occasion(f"replies/{since}", NudgeKind.REPLIES, opens, closes)
