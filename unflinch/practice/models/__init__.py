"""What happened? Facts only: each is written once, and everything else is derived."""

from unflinch.practice.models.answer import UNDO, Answer
from unflinch.practice.models.aside import Aside
from unflinch.practice.models.ask import Ask, TooLate
from unflinch.practice.models.debrief import Debrief
from unflinch.practice.models.echo import Echo
from unflinch.practice.models.energy import Energy
from unflinch.practice.models.following import Following
from unflinch.practice.models.forecast import Forecast
from unflinch.practice.models.plan import Plan
from unflinch.practice.models.programme import Programme, Rule
from unflinch.practice.models.tally import Tally
from unflinch.practice.models.week import WeekReview
from unflinch.practice.models.whereabouts import Whereabouts
from unflinch.practice.models.wish import Wish

__all__ = [
    "UNDO",
    "Answer",
    "Aside",
    "Ask",
    "Debrief",
    "Echo",
    "Energy",
    "Following",
    "Forecast",
    "Plan",
    "Programme",
    "Rule",
    "Tally",
    "TooLate",
    "WeekReview",
    "Whereabouts",
    "Wish",
]
