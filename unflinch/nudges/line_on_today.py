"""What Today says of nudges, in the place of the one thing that waits."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from unflinch.accounts.models import Person
from unflinch.nudges.due import NudgeRules
from unflinch.nudges.looking import past_of, rules_of, settings_of
from unflinch.nudges.models import Nudge, NudgeSettings
from unflinch.nudges.occasions import next_asks
from unflinch.nudges.vocabulary import NudgeKind

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NudgeLine:
    """That the person wanted to ask about now, and the nudge that said so, if one did; or that nudges `stopped`."""

    stopped: bool = False
    nudge: Nudge | None = None


def nudge_line(person: Person, *, at: datetime) -> NudgeLine | None:
    """The line for this moment, or None. Whoever has no nudges costs one look at their settings."""
    chosen = settings_of(person)
    if not chosen.is_on:
        return None
    rules = rules_of(person, chosen, at=at)
    if chosen.rings and past_of(person).has_stopped(rules, now=at):
        return NudgeLine(stopped=True)
    silent = rules.silent_until is not None and at < rules.silent_until
    return None if silent or NudgeKind.NEXT_ASK not in rules.kinds else _time_to_ask(person, chosen, rules, at)


def _time_to_ask(person: Person, chosen: NudgeSettings, rules: NudgeRules, at: datetime) -> NudgeLine | None:
    """From the time that the person chose for a next ask until their day ends, unless they asked or put it off."""
    for one in next_asks(person, chosen, rules, rules.calendar_day(at)):
        if one.opens <= at < rules.moment(rules.day_of(one.opens) + _DAY, time(rules.day_ends)):
            nudge = Nudge.objects.of(person).about(one.key).first()
            return None if nudge is not None and nudge.is_put_off and at < nudge.due_at else NudgeLine(nudge=nudge)
    return None
