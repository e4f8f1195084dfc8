"""What waits for somebody, in the order in which Today says it: one thing at a time, the others on a page of their own.

A soft stop goes before all of it. Then comes what the person wished to be asked today, whether practising does harm,
what they planned for today, the time at which they wanted to ask, the end of their programme, the look back on a week,
answers that may have come, and what is planned for some day.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from unflinch.accounts.models import Person
from unflinch.insights.this_week import ThisWeek
from unflinch.nudges.line_on_today import NudgeLine
from unflinch.practice.history.echo_prompts import Prompt
from unflinch.practice.history.weeks import WEEK, Slot
from unflinch.practice.models import Ask, Programme

_EVENING: Final = 17  # o'clock, from when a week's last day is looked back on


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: which, and what it is about."""

    kind: str
    prompt: Prompt | None = None
    ask: Ask | None = None
    week: Slot | None = None
    programme: Programme | None = None
    nudge: NudgeLine | None = None
    many: int = 0
    this: bool = False

    @property
    def template(self) -> str:
        """What draws it as a card."""
        return f"today/waits/_{self.kind}.html"


@dataclass(frozen=True, slots=True)
class Due:
    """What may be waiting, as it was found. `unreviewed` is the last week before this one, if nobody looked back."""

    prompt: Prompt
    over: Programme | None
    unreviewed: Slot | None
    ending: Slot | None
    replies: int
    planned: int
    nudge: NudgeLine | None = None


def waiting_for(person: Person, due: Due, *, day: date) -> tuple[Waiting, ...]:
    """Everything that waits on this day, the first first."""
    review = due.ending or due.unreviewed
    # The newest are found first: whoever has asked for years has answers to nearly all that came in before.
    planned = Ask.objects.of(person).planned().newest_first().values("id")[: due.planned]
    ask = Ask.objects.with_ids(planned).as_planned().first() if due.planned else None
    is_due = ask is not None and ask.planned_day is not None and ask.planned_day <= day
    found = [
        Waiting("echo", prompt=due.prompt) if due.prompt.echo else None,
        Waiting("worse", prompt=due.prompt, week=due.unreviewed) if due.prompt.worse else None,
        Waiting("due", ask=ask) if is_due else None,
        Waiting("nudge", nudge=due.nudge) if due.nudge else None,
        Waiting("over", programme=due.over) if due.over else None,
        Waiting("review", week=review, this=review is due.ending) if review else None,
        Waiting("replies", many=due.replies) if due.replies else None,
        Waiting("planned", ask=ask, many=due.planned) if due.planned > is_due else None,
    ]
    return tuple(one for one in found if one is not None)


def ending_week(counts: ThisWeek, person: Person, *, at: datetime) -> Slot | None:
    """This week on its last evening, if something was asked in it and nobody looked back on it yet."""
    slot = counts.slot
    hour = at.astimezone(ZoneInfo(person.zone)).hour
    is_evening = hour >= _EVENING or hour < person.day_ends
    is_last = person.day_of(at) - slot.starts >= WEEK - timedelta(days=1)
    return slot if counts.asks and is_last and is_evening and slot not in counts.reviewed else None
