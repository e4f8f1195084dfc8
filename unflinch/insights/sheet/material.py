"""What a sheet is made of: the asks of a range of days, counted and measured."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from unflinch.accounts.models import Person
from unflinch.insights.measurements import Measurements, measure_asks
from unflinch.insights.numbers import measure
from unflinch.practice.history import LoggedAsk, WeekRow, asides_of, history_of, left_on
from unflinch.practice.models import Ask
from unflinch.practice.vocabulary import AsideReason, NotAskedReason


@dataclass(frozen=True, slots=True)
class Material:
    """The asks of one person from `first` to `last` (None is open; with both open, those without a day as well).

    `dayless` is how many were made on no known day and are therefore left out, `unfair` how many felt unfair. `weeks`
    are the looks back that answered the question about harm; `avoided` what wasn't asked, each reason with its times.
    """

    person: Person
    first: date | None
    last: date | None
    asks: Sequence[LoggedAsk]
    measured: Measurements
    today: date
    dayless: int
    unfair: int
    weeks: tuple[WeekRow, ...]
    avoided: tuple[tuple[str, int], ...]

    def lessons(self, most: int) -> list[str]:
        """The latest lessons in the person's own words, a hard one of today left out."""
        found: list[str] = []
        ids = [ask.id for ask in reversed(self.asks)]
        for start in range(0, len(ids), most * 10):
            part = ids[start : start + most * 10]
            asks = Ask.objects.of(self.person).listed(part)
            found += [lesson for ask in asks if (lesson := _lesson_of(ask, self.today))]
            if len(set(found)) >= most:
                break
        return list(dict.fromkeys(found))[:most]


def material_of(person: Person, *, first: date | None, last: date | None, today: date) -> Material:
    """The asks of these days; ends included."""
    asks = history_of(person).asks
    inside = [ask for ask in asks if is_inside(ask.day, first, last)]
    dayless = 0 if first is None and last is None else sum(ask.real and ask.day is None for ask in asks)
    weeks = {(week.day, week.week): week for week in history_of(person).weeks if week.worse}
    return Material(
        person, first, last, inside, measure_asks(person, inside, measure(inside)), today, dayless,
        unfair=sum(ask.unfair and ask.made for ask in inside),
        weeks=tuple(week for week in weeks.values() if is_inside(week.day, first, last)),
        avoided=tuple(_avoided_in(person, inside, first, last)),
    )  # fmt: skip


def _avoided_in(
    person: Person, asks: Sequence[LoggedAsk], first: date | None, last: date | None
) -> Iterator[tuple[str, int]]:
    """What was put aside, let go or left in these days: each reason in words, with how often."""
    asides = Counter(aside.reason for aside in asides_of(person) if is_inside(aside.day, first, last))
    yield from ((f"put aside: {AsideReason(reason).label}", count) for reason, count in sorted(asides.items()))
    ids = [ask.id for ask in asks if not ask.made]
    let_go = Counter(ask.answer.reason for ask in Ask.objects.of(person).listed(ids) if ask.answer is not None)
    named = {reason: NotAskedReason(reason).label if reason else "no reason given" for reason in let_go}
    yield from ((f"let go: {named[reason]}", count) for reason, count in sorted(let_go.items()))
    yield "chosen, and still without an answer", sum(is_inside(day, first, last) for day in left_on(person))


def is_inside(day: date | None, first: date | None, last: date | None) -> bool:
    if day is None:
        return first is None and last is None
    return (first is None or first <= day) and (last is None or day <= last)


def _lesson_of(ask: Ask, today: date) -> str:
    told = ask.debrief
    return "" if told is None or ask.rests(today) else str(told.lesson)
