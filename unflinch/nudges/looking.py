"""How nudges stand for a person at a moment: the rules, what waits, what went out."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from operator import itemgetter
from typing import Final

from unflinch.accounts.facts import Fact
from unflinch.accounts.models import Person
from unflinch.care.models import Pause
from unflinch.coach.gently import sign_for
from unflinch.nudges.due import STOPPED_AFTER, NudgeRules, Occasion, Past, SentNudge, nudge_due
from unflinch.nudges.models import Nudge, NudgeSettings, NudgeState
from unflinch.nudges.occasions import occasions_of
from unflinch.practice.history import LoggedAsk, cached_fold
from unflinch.practice.history.lately import lately
from unflinch.practice.models import Answer, Aside, Ask, Debrief, Echo, Energy, Forecast, Tally, WeekReview, Wish
from unflinch.practice.models.debrief import stings_hard
from unflinch.practice.vocabulary import NoKind, Outcome

_DAY: Final = timedelta(days=1)
_REMEMBERED: Final = 40  # nudges: many more than are counted or can still be open
_COUNTED: Final = STOPPED_AFTER + 2  # the latest: more ignored ones in a row than stop them change nothing
# What somebody does on the pages; whichever it is, the nudge wasn't ignored.
_DONE: Final[tuple[type[Fact], ...]] = (
    *(Ask, Forecast, Answer, Debrief, Echo),
    *(WeekReview, Wish, Tally, Energy, Aside),
)


@dataclass(frozen=True, slots=True)
class _Outlook:
    """What decides about nudges at one moment."""

    rules: NudgeRules
    occasions: Collection[Occasion]
    past: Past

    def due(self, now: datetime) -> Occasion | None:
        """The nudge to send at this moment."""
        return nudge_due(self.occasions, self.rules, self.past, now=now)


def settings_of(person: Person) -> NudgeSettings:
    """What this person chose, kept in memory until a fact is added; for reading alone."""
    return cached_fold(person, "nudge settings", lambda: NudgeSettings.objects.chosen_by(person))


def outlook_of(person: Person, *, at: datetime) -> _Outlook:
    """How nudges stand for this person at this moment."""
    chosen = settings_of(person)
    rules = rules_of(person, chosen, at=at)
    return _Outlook(rules, occasions_of(person, chosen, rules, at=at), past_of(person))


def rules_of(person: Person, chosen: NudgeSettings, *, at: datetime) -> NudgeRules:
    """What the person chose, and until when nothing comes."""
    rules = NudgeRules(
        zone=person.zone,
        kinds=frozenset(chosen.kinds),
        hour=chosen.hour,
        quiet_from=chosen.quiet_from,
        quiet_until=chosen.quiet_until,
        day_ends=person.day_ends,
        counted_from=chosen.counted_from,
    )
    ends = [chosen.paused_until, _rest_ends(person, at), _gentle_until(person, rules, at)]
    return replace(rules, silent_until=max((end for end in ends if end is not None), default=None))


def past_of(person: Person) -> Past:
    """What went out, whether anybody reacted, and what was put off."""
    rows = list(Nudge.objects.of(person).latest_first()[:_REMEMBERED])
    out = sorted(((row.out_since, row) for row in rows if row.out_since), key=itemgetter(0))
    counted = out[-_COUNTED:]
    arrivals = _arrivals_since(person, counted[0][0]) if counted else []
    sent = [SentNudge(row.key, when) for when, row in out[:-_COUNTED]]
    sent += [SentNudge(row.key, when, _was_done(row, when, arrivals)) for when, row in counted]
    given_up = [row.key for row in rows if row.state == NudgeState.GONE]
    return Past(sent, {row.key: row.due_at for row in rows if row.is_put_off}, given_up)


def _arrivals_since(person: Person, moment: datetime) -> list[datetime]:
    """When this person recorded anything on the pages from this moment on."""
    facts = [table.objects.of(person).written_since(moment).order_by() for table in _DONE]
    first, *others = (rows.values_list("arrived") for rows in facts)
    return [arrived for (arrived,) in first.union(*others)]


def _was_done(row: Nudge, when: datetime, arrivals: Iterable[datetime]) -> bool:
    """Whether something was done within a day after it went out. A snooze is a reaction."""
    return row.snoozes > 0 or any(when <= arrived < when + _DAY for arrived in arrivals)


def _rest_ends(person: Person, at: datetime) -> datetime | None:
    """When the rest ends that is in force, chosen or called for."""
    pause = Pause.objects.of(person).last_in_force(at)
    return None if pause is None else pause.until


def _gentle_until(person: Person, rules: NudgeRules, at: datetime) -> datetime | None:
    """The end of this day, where it's the day of a hard one or the next, or one on which a rest is offered."""
    day = rules.day_of(at)
    hard = (
        ask.answered_on for ask in lately(person, day).asks if _calls_for_quiet(ask) and ask.answered_on is not None
    )
    after = [on + _DAY for on in hard if on <= day <= on + _DAY]
    sign = sign_for(person, day)
    if sign is not None and sign.offers_rest:
        after.append(day)
    return max((rules.moment(last + _DAY, time(rules.day_ends)) for last in after), default=None)


def _calls_for_quiet(ask: LoggedAsk) -> bool:
    """Whether nothing knocks on the day after it: a no that stung or was rude, or whatever was not right."""
    hurt = stings_hard(ask.sting) or ask.no_kind == NoKind.RUDE
    return ask.unfair or ask.unwelcome or (ask.outcome == Outcome.NO and hurt)
