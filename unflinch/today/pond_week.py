"""This week as a pond: what was asked in it, how much room is left, and that in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple
from uuid import UUID

from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from unflinch.accounts.models import Person
from unflinch.insights.counts import tallies_of
from unflinch.insights.this_week import ThisWeek
from unflinch.practice.history import cached_fold
from unflinch.practice.history.lately import lately
from unflinch.practice.history.weeks import in_week
from unflinch.practice.models import Ask, Tally
from unflinch.practice.vocabulary import Outcome
from unflinch.today.templatetags.counting import counted

_BESIDE: Final = 6


class _Beside(NamedTuple):
    """One ask of this week, as it stands beside the card."""

    pk: UUID
    title: str
    outcome: str
    day: date | None


@dataclass(frozen=True, slots=True)
class PondWeek:
    """The outcomes of this week's asks, oldest first, the ids of those that are more than a number, the free places."""

    outcomes: tuple[str, ...]
    ids: tuple[UUID, ...]
    days: tuple[date | None, ...]
    pace: tuple[int, int]
    free: int

    @property
    def asks(self) -> int:
        """How many were asked this week."""
        return len(self.outcomes)

    @property
    def warm_ups(self) -> int:
        """How many of them nobody could refuse."""
        return self.outcomes.count(Outcome.WENT)

    @property
    def said(self) -> str:
        """The pond in a few words."""
        return " ".join([*_came(self.outcomes), _room(self)])


def pond_week(person: Person, counts: ThisWeek, day: date, pace: tuple[int, int]) -> PondWeek:
    """The pond of this day's week, kept in memory until a fact is added."""
    return cached_fold(person, f"pond/{day}", lambda: _pond_week(person, counts, day, pace))


def entries_of(person: Person, week: PondWeek) -> list[_Beside]:
    """This week's asks, the newest first, as many as stand beside a card."""
    here = list(zip(week.ids, week.outcomes, week.days, strict=False))[-_BESIDE:]
    rows = Ask.objects.of(person).with_ids([id for id, *_ in here]) if here else ()
    titles = {ask.pk: ask.title for ask in rows}
    return [_Beside(id, titles[id], outcome, day) for id, outcome, day in reversed(here) if id in titles]


def _pond_week(person: Person, counts: ThisWeek, day: date, pace: tuple[int, int]) -> PondWeek:
    week, slot = counts.counts, counts.slot
    here = [ask for ask in in_week(lately(person, day).asks, slot, counts.calendar) if ask.real]
    # Totals are read only where the week holds more than its asks.
    tallies = tallies_of(person) if counts.asks > len(here) else []
    totals = [tally for tally in tallies if counts.calendar.slot_of(tally.day, tally.week) == slot]
    return PondWeek(
        outcomes=(*(ask.outcome for ask in here), *(outcome for tally in totals for outcome in _outcomes_of(tally))),
        ids=tuple(ask.id for ask in here),
        days=tuple(ask.day for ask in here),
        pace=pace,
        free=max(0, pace[1] - (0 if week is None else week.activities)),
    )


def _outcomes_of(tally: Tally) -> list[str]:
    """The asks of a total, outcome by outcome."""
    told = {Outcome.NO: tally.no, Outcome.YES: tally.yes, Outcome.MAYBE: tally.maybe, Outcome.NO_REPLY: tally.no_reply}
    return [str(outcome) for outcome, many in told.items() for _nth in range(many)]


def _came(outcomes: Sequence[str]) -> list[str]:
    """What came back this week, and that it counts."""
    if not outcomes:
        return []
    noes, yeses = outcomes.count(Outcome.NO), outcomes.count(Outcome.YES)
    maybes, silences = outcomes.count(Outcome.MAYBE), outcomes.count(Outcome.NO_REPLY)
    done = outcomes.count(Outcome.WENT)
    parts = [
        *([ngettext("%(n)s no", "%(n)s noes", noes) % {"n": counted(noes)}] if noes else []),
        *([ngettext("%(n)s yes", "%(n)s yeses", yeses) % {"n": counted(yeses)}] if yeses else []),
        *([ngettext("%(n)s maybe", "%(n)s maybes", maybes) % {"n": counted(maybes)}] if maybes else []),
        *([ngettext("%(n)s silence", "%(n)s silences", silences) % {"n": counted(silences)}] if silences else []),
        *([ngettext("%(n)s warm-up", "%(n)s warm-ups", done) % {"n": counted(done)}] if done else []),
    ]
    both = {1: _("It counts."), 2: _("Both count.")}.get(len(outcomes), _("They all count."))
    return [f"{capfirst(get_text_list(parts, _('and')))}.", both]


def _room(week: PondWeek) -> str:
    """How many more there is room for; a full week asks for nothing."""
    if week.asks and not week.free:
        return _("That’s a full week. More is fine, and so is rest.")
    if week.asks:
        return ngettext("Room for %(n)s more.", "Room for %(n)s more.", week.free) % {"n": counted(week.free)}
    low, high = (counted(end) for end in week.pace)
    if low == high:
        return _("Room for %(high)s this week. Any day is fine.") % {"high": high}
    if week.pace[1] - week.pace[0] == 1:
        return _("Room for %(low)s or %(high)s this week. Any day is fine.") % {"low": low, "high": high}
    return _("Room for %(low)s to %(high)s this week. Any day is fine.") % {"low": low, "high": high}
