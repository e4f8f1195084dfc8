"""Which nudge is due: what waits, what the person chose and what was sent before, as values. No clock, no database."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from unflinch.nudges.vocabulary import ORDER

_DAY: Final = timedelta(days=1)
_A_WEEK: Final = timedelta(days=7)
_AN_HOUR: Final = timedelta(hours=1)
_A_MINUTE: Final = timedelta(minutes=1)
_MOST_IN_A_WEEK: Final = 4
_HALVED_AFTER: Final = 3  # ignored in a row
STOPPED_AFTER: Final = 6  # ignored in a row


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something worth one nudge, from `opens` until `closes` (aware). `key` names it: one key is nudged about once.

    A `timed` one comes at its own moment; any other waits for the hour that the person chose.
    """

    key: str
    kind: str
    opens: datetime
    closes: datetime
    timed: bool = False


@dataclass(frozen=True, slots=True)
class SentNudge:
    """One that went out. `done` is whether anything was done within a day after it, as far as that day has come."""

    key: str
    at: datetime
    done: bool = False


@dataclass(frozen=True, slots=True)
class NudgeRules:
    """When nudges may come, on the clock of `zone`; a day ends at `day_ends` o'clock.

    None comes between `quiet_from` and `quiet_until`, or before the moment `silent_until`. Ignored ones are counted
    from `counted_from` on.
    """

    zone: str
    kinds: Collection[str]
    hour: time
    quiet_from: time = time(21)
    quiet_until: time = time(8)
    day_ends: int = 4
    silent_until: datetime | None = None
    counted_from: datetime | None = None

    def moment(self, day: date, clock: time) -> datetime:
        """When clocks there show this, in UTC: the first time where they show it twice, later where they skip it."""
        return datetime.combine(day, clock, tzinfo=ZoneInfo(self.zone)).astimezone(UTC)

    def day_of(self, at: datetime) -> date:
        """The personal day of this moment."""
        return (self._on_the_wall(at) - timedelta(hours=self.day_ends)).date()

    def calendar_day(self, at: datetime) -> date:
        """The day that a calendar there shows."""
        return self._on_the_wall(at).date()

    def is_quiet(self, at: datetime) -> bool:
        """Whether this moment is in the quiet hours, which may go past midnight; two equal ends are none."""
        return self.has_quiet(self._on_the_wall(at).time(), self.quiet_from, self.quiet_until)

    @staticmethod
    def has_quiet(clock: time, begins: time, ends: time) -> bool:
        """Whether this time of day is in quiet hours that begin and end then."""
        return begins <= clock < ends if begins <= ends else clock >= begins or clock < ends

    def after_quiet(self, at: datetime) -> datetime:
        """The same moment, or the end of the quiet hours that it's in."""
        if not self.is_quiet(at):
            return at
        day = self.calendar_day(at)
        ends = (end for on in (day, day + _DAY) for end in self.comes_to(on, self.quiet_until))
        return min(end for end in ends if end > at)

    def comes_to(self, day: date, clock: time) -> tuple[datetime, datetime]:
        """Each moment from which clocks there show this or later: two where they are put back over it, else one twice.

        Where they skip it, the first of the two is the minute in which they are put forward.
        """
        once, again = (self.moment(day, clock.replace(fold=fold)) for fold in (0, 1))
        if again < once:
            again = again.replace(second=0, microsecond=0)
            while self._on_the_wall(again) < datetime.combine(day, clock):
                again += _A_MINUTE
        return min(once, again), max(once, again)

    def _on_the_wall(self, at: datetime) -> datetime:
        return at.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class Past:
    """What went out so far, the oldest first; what was put off, by its key: when it comes again; what was given up."""

    sent: Sequence[SentNudge] = ()
    snoozed: Mapping[str, datetime] = field(default_factory=dict)
    given_up: Collection[str] = ()

    def ignored_in_a_row(self, since: datetime | None, *, now: datetime) -> int:
        """How many of the latest nobody reacted to within a day; one whose day still lasts says nothing yet."""
        counted = [one for one in self.sent if since is None or one.at >= since]
        known = [one.done for one in counted if one.done or one.at + _DAY <= now]
        return next((nth for nth, done in enumerate(reversed(known)) if done), len(known))

    def has_stopped(self, rules: NudgeRules, *, now: datetime) -> bool:
        """Whether so many were ignored that the person is asked before another comes."""
        return self.ignored_in_a_row(rules.counted_from, now=now) >= STOPPED_AFTER

    def moments(self) -> list[tuple[str, datetime]]:
        """The key and the moment of each that went out or will come again."""
        return [*((one.key, one.at) for one in self.sent), *self.snoozed.items()]

    def after(self, key: str, at: datetime) -> "Past":
        """The same once this one went out as well; one that had been put off was reacted to."""
        sent = [one for one in self.sent if one.key != key]
        snoozed = {other: until for other, until in self.snoozed.items() if other != key}
        return Past([*sent, SentNudge(key, at, done=key in self.snoozed)], snoozed, self.given_up)


def nudge_due(occasions: Iterable[Occasion], rules: NudgeRules, past: Past, *, now: datetime) -> Occasion | None:
    """The one nudge to send at this moment, or None.

    At most one a day and four in seven days; half of that once three in a row were ignored, none once six were.
    """
    silent = rules.silent_until is not None and now < rules.silent_until
    if silent or rules.is_quiet(now) or past.has_stopped(rules, now=now):
        return None
    day = rules.day_of(now)
    wanted = [one for one in occasions if one.kind in rules.kinds]
    of_the_day = {key for key, moment in past.moments() if rules.day_of(moment) == day}
    again = [one for one in wanted if past.snoozed.get(one.key, now + _DAY) <= now and of_the_day <= {one.key}]
    if again:
        return min(again, key=lambda one: past.snoozed[one.key])
    known = {one.key for one in past.sent} | past.snoozed.keys() | {*past.given_up}
    fresh = [one for one in wanted if one.key not in known]
    ready = [one for one in fresh if _is_ready(one, fresh, rules, now)]
    if not ready or not _has_room(rules, past, day, now):
        return None
    return min(ready, key=lambda one: (ORDER.index(one.kind), one.opens, one.key))


def upcoming(
    occasions: Sequence[Occasion], rules: NudgeRules, past: Past, *, now: datetime, days: int
) -> list[tuple[Occasion, datetime]]:
    """What comes from now on in the next `days` days, and when, if nobody does anything until then."""
    found: list[tuple[Occasion, datetime]] = []
    last = now + timedelta(days=days)
    for moment in sorted(_moments(occasions, rules, past, now, days)):
        occasion = nudge_due(occasions, rules, past, now=moment) if now <= moment <= last else None
        if occasion is not None:
            found.append((occasion, moment))
            past = past.after(occasion.key, moment)
    return found


def put_off(rules: NudgeRules, *, now: datetime, until_tomorrow: bool) -> datetime:
    """When one comes again that is put off by an hour, or to the same time tomorrow; never in the quiet hours."""
    wall = now.astimezone(ZoneInfo(rules.zone)).time()
    until = rules.moment(rules.calendar_day(now) + _DAY, wall) if until_tomorrow else now + _AN_HOUR
    return rules.after_quiet(until)


def _is_ready(one: Occasion, others: Iterable[Occasion], rules: NudgeRules, now: datetime) -> bool:
    """Whether its moment has come. One without a moment of its own leaves the day to one that will have it later."""
    if not one.opens <= now < one.closes:
        return False
    if one.timed:
        return True
    day = rules.day_of(now)
    later = (two for two in others if two.timed and two.opens > now and rules.day_of(two.opens) == day)
    return now >= rules.moment(rules.calendar_day(now), rules.hour) and all(rules.is_quiet(two.opens) for two in later)


def _has_room(rules: NudgeRules, past: Past, day: date, now: datetime) -> bool:
    """Whether this day may have a nudge, after those that were sent or will come again."""
    halved = past.ignored_in_a_row(rules.counted_from, now=now) >= _HALVED_AFTER
    apart, most = (2 * _DAY, _MOST_IN_A_WEEK // 2) if halved else (_DAY, _MOST_IN_A_WEEK)
    distances = [(key, abs(day - rules.day_of(moment))) for key, moment in past.moments()]
    lately = {key for key, far in distances if far < _A_WEEK}
    return all(far >= apart for _, far in distances) and len(lately) < most


def _moments(occasions: Iterable[Occasion], rules: NudgeRules, past: Past, now: datetime, days: int) -> set[datetime]:
    """Every moment at which something can become due: between two of them it can only cease to be."""
    first = rules.calendar_day(now)
    on = [first + ahead * _DAY for ahead in range(days + 2)]
    hours = {rules.moment(day, rules.hour) for day in on}
    # Where the quiet hours are over, and where another day has room.
    ends = {
        end for day in on for clock in (rules.quiet_until, time(rules.day_ends)) for end in rules.comes_to(day, clock)
    }
    silence = {rules.silent_until} if rules.silent_until else set()
    return {now, *hours, *ends, *silence, *(one.opens for one in occasions), *past.snoozed.values()}
