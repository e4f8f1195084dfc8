"""When shall it knock? What the person chose, what goes out, to where, and the ledger of what went."""

from unflinch.nudges.models.calendar_address import CalendarAddress
from unflinch.nudges.models.nudge import Nudge, NudgeState
from unflinch.nudges.models.nudge_settings import NudgeSettings
from unflinch.nudges.models.push import Handover, Subscription

__all__ = ["CalendarAddress", "Handover", "Nudge", "NudgeSettings", "NudgeState", "Subscription"]
