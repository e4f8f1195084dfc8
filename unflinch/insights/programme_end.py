"""The end of a programme as one page that somebody may want to keep: its ducks, weeks, best line, kindest stranger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from unflinch.accounts.models import Person
from unflinch.insights.counts import counts_of
from unflinch.insights.story.card import in_words, opening
from unflinch.insights.summary import WeekLine, week_lines
from unflinch.insights.week import outcomes_of_week
from unflinch.practice.history.boosters import booster_days
from unflinch.practice.history.weeks import reviews_by_slot
from unflinch.practice.models import Ask, Programme, WeekReview
from unflinch.practice.models.programme import A_WEEK


@dataclass(frozen=True, slots=True)
class _ProgrammeEnd:
    """The weeks with the outcomes of each, all outcomes in their order, and what the person wrote.

    `first` and `last` are its days as far as they are known. `best_line` is the latest takeaway, `kindest` what the
    person wrote of the latest kindest stranger, or its title; `boosters` are the days on which a small ask is due.
    """

    weeks: Sequence[tuple[WeekLine, Sequence[str]]]
    outcomes: Sequence[str]
    asks: int
    first: date | None
    last: date | None
    best_line: str
    kindest: str
    boosters: Sequence[date]

    @property
    def times(self) -> str:
        """How many asks, as a word that begins a sentence."""
        return opening(in_words(self.asks))


def end_of(person: Person, programme: Programme, day: date) -> _ProgrammeEnd:
    """The programme as it looks back on this personal day."""
    lines = [line for line in week_lines(person) if line.week.slot.programme == programme.pk]
    weeks = [(line, outcomes_of_week(person, line.week)) for line in lines]
    slots = reviews_by_slot(WeekReview.objects.of(person).oldest_first(), counts_of(person).calendar)
    reviews = [slots[line.week.slot] for line in lines if line.week.slot in slots]
    takeaways = [review.takeaway for review in reviews if review.takeaway]
    return _ProgrammeEnd(
        weeks=weeks,
        outcomes=[outcome for _, outcomes in weeks for outcome in outcomes],
        asks=sum(line.week.asks for line in lines),
        first=programme.starts,
        last=_last_day(programme),
        best_line=takeaways[-1] if takeaways else "",
        kindest=_kindest(person, reviews, day),
        boosters=booster_days(programme, day),
    )


def _last_day(programme: Programme) -> date | None:
    """The last day of a programme that has its weeks, or ended before; None while nobody knows."""
    if programme.ended_at is not None:
        person: Person = programme.person
        return person.day_of(programme.ended_at)
    if programme.starts is None or programme.weeks is None:
        return None
    return programme.starts + programme.weeks * A_WEEK - (A_WEEK / 7)


def _kindest(person: Person, reviews: Sequence[WeekReview], day: date) -> str:
    """What was written of the latest kindest stranger, but for a hard one of today; else what was asked of them."""
    ids = [review.kindest_id for review in reviews if review.kindest_id is not None]
    for ask in Ask.objects.of(person).listed(ids[-1:]):
        debrief = None if ask.rests(day) else ask.debrief
        return str((debrief is not None and debrief.what_happened) or ask.title)
    return ""
