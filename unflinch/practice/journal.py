"""The diary as a journal: every answered ask and every total, in the week that it belongs to."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from unflinch.accounts.models import Person
from unflinch.practice.history import cached_fold, history_of
from unflinch.practice.history.boosters import programmes_of
from unflinch.practice.history.weeks import WEEK, Calendar, Slot, calendar_of, reviews_by_slot
from unflinch.practice.models import Ask, Tally, WeekReview
from unflinch.shell.templatetags.days import from_to

_A_PAGE: Final = 20  # asks: two to three screens of a phone
_A_DAY: Final = timedelta(days=1)
_EVENING: Final = 17  # o'clock
# In a journal line: where it stands among the others of its week, newest first.
_Turn = tuple[date, bool, int, UUID]


@dataclass(frozen=True, slots=True)
class Written:
    """A week's answered asks and totals by id, both newest first; `days` says on which day each was."""

    slot: Slot
    asks: tuple[UUID, ...]
    totals: tuple[UUID, ...] = ()
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Journal:
    """Which weeks hold what, the newest week first, and the id of the review that counts of each. Holds no words."""

    calendar: Calendar
    weeks: tuple[Written, ...]
    reviews: Mapping[Slot, UUID]

    def pages(self, found: Collection[UUID] | None = None) -> list[list[Written]]:
        """The weeks dealt out to pages of about twenty asks; with `found`, these asks alone.

        A week stands on one page, unless it is longer than a page by itself; then it goes on on the next one.
        """
        pages: list[list[Written]] = [[]]
        room = _A_PAGE
        for week in self.weeks if found is None else _only(self.weeks, frozenset(found)):
            for part in _parts(week):
                size = max(1, len(part.asks))
                if size > room and pages[-1]:
                    pages.append([])
                    room = _A_PAGE
                pages[-1].append(part)
                room -= size
        return pages

    @property
    def asks(self) -> list[UUID]:
        """All asks that have an answer."""
        return [ask for week in self.weeks for ask in week.asks]

    def around(self, ask: UUID) -> list[Written]:
        """The part of a week that this ask stands in; empty while it has no answer."""
        return [part for week in self.weeks if ask in week.asks for part in _parts(week) if ask in part.asks]


@dataclass(frozen=True, slots=True)
class JournalWeek:
    """A week as the diary shows it. `title` and `takeaway` are the person's own words, empty where there are none."""

    slot: Slot
    span: str
    title: str
    takeaway: str
    is_now: bool
    can_be_named: bool
    goes_on: bool
    entries: Sequence[tuple[Ask | None, Tally | None]]

    @property
    def told(self) -> Sequence[tuple[Ask | None, Tally | None]]:
        """The entries as a story tells them: in the order in which they happened."""
        return self.entries[::-1]


def journal_of(person: Person) -> Journal:
    """This person's journal, kept in memory until a fact is added."""
    return cached_fold(person, "journal", lambda: _bound(person))


def journal_weeks(
    person: Person, journal: Journal, page: Sequence[Written], *, day: date, evening: bool
) -> list[JournalWeek]:
    """These weeks with all that hangs on their asks: as many queries for a long diary as for a short one."""
    asks = {ask.pk: ask for ask in Ask.objects.of(person).listed([id for week in page for id in week.asks])}
    totals = Tally.objects.of(person).in_bulk([id for week in page for id in week.totals])
    reviews = WeekReview.objects.of(person).in_bulk(
        [journal.reviews[w.slot] for w in page if w.slot in journal.reviews]
    )
    now = journal.calendar.slot_of(day, None)
    weeks = []
    for week in page:
        review = reviews.get(journal.reviews.get(week.slot, person.pk))
        over = week.slot != now or (evening and last_day_of(journal.calendar, week.slot) == day)
        weeks.append(
            JournalWeek(
                slot=week.slot,
                span=span_of(journal.calendar, week.slot, day),
                title=review.title if review else "",
                takeaway=review.takeaway if review else "",
                is_now=week.slot == now,
                can_be_named=over,
                goes_on=week.goes_on,
                entries=_entries(
                    [asks[id] for id in week.asks if id in asks], [totals[id] for id in week.totals if id in totals]
                ),
            )
        )
    return weeks


def last_day_of(calendar: Calendar, slot: Slot) -> date:
    """The last day of a dated week: the seventh, or an earlier one where a programme begins before that."""
    last = slot.starts
    while not slot.own and last < slot.starts + WEEK - _A_DAY and calendar.slot_of(last + _A_DAY, None) == slot:
        last += _A_DAY
    return slot.starts + WEEK - _A_DAY if slot.own else last


def span_of(calendar: Calendar, slot: Slot, today: date) -> str:
    """When the week was, in words: its days, or its number where they aren't known."""
    return from_to(slot.starts, last_day_of(calendar, slot), today) if slot.dated else slot.name


def is_evening(person: Person, at: datetime) -> bool:
    """Whether it's evening where the person is, until their day ends."""
    hour = at.astimezone(ZoneInfo(person.zone)).hour
    return hour >= _EVENING or hour < person.day_ends


def _bound(person: Person) -> Journal:
    """The journal from the facts themselves; no text is opened."""
    tallies = list(Tally.objects.of(person).defer("words"))
    history = history_of(person)
    calendar = calendar_of(programmes_of(person), history.asks, tallies)
    slot_of = lru_cache(maxsize=None)(calendar.slot_of)
    asks: defaultdict[Slot, list[_Turn]] = defaultdict(list)
    totals: defaultdict[Slot, list[_Turn]] = defaultdict(list)
    for ask in history.asks:
        asks[slot_of(ask.day, ask.week)].append((ask.day or date.min, True, ask.sequence, ask.id))
    for tally in tallies:
        turn = (tally.day or date.min, False, tally.sequence, tally.pk)
        totals[slot_of(tally.day, tally.week)].append(turn)
    slots = sorted({*asks, *totals}, key=lambda slot: (slot.starts, slot.own, slot.number), reverse=True)
    reviews = reviews_by_slot(history.weeks, calendar)
    return Journal(
        calendar,
        tuple(Written(slot, _newest_first(asks[slot]), _newest_first(totals[slot])) for slot in slots),
        {slot: review.id for slot, review in reviews.items()},
    )


def _newest_first(turns: list[_Turn]) -> tuple[UUID, ...]:
    return tuple(id for *_, id in sorted(turns, reverse=True))


def _only(weeks: Sequence[Written], found: frozenset[UUID]) -> list[Written]:
    """The weeks with those of their asks that were found, without totals."""
    some = (Written(week.slot, tuple(ask for ask in week.asks if ask in found)) for week in weeks)
    return [week for week in some if week.asks]


def _parts(week: Written) -> list[Written]:
    """The week in parts that fit on a page each; its totals are with the last."""
    starts = range(0, len(week.asks), _A_PAGE) or range(1)
    last = starts[-1]
    return [
        Written(week.slot, week.asks[at : at + _A_PAGE], week.totals if at == last else (), goes_on=at > 0)
        for at in starts
    ]


def _entries(asks: Sequence[Ask], totals: Sequence[Tally]) -> list[tuple[Ask | None, Tally | None]]:
    """Asks and totals, both newest first, as one list; a total stands behind the asks of its day."""
    left, found = list(totals), list[tuple[Ask | None, Tally | None]]()
    for ask in asks:
        while left and left[0].day is not None and (ask.day is None or left[0].day > ask.day):
            found.append((None, left.pop(0)))
        found.append((ask, None))
    return [*found, *((None, total) for total in left)]
