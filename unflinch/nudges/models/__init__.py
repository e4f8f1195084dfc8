"""When shall it knock? What the person chose, what goes out, to where, and the ledger of what went."""

from unflinch.nudges.models.nudge import Nudge, NudgeState
from unflinch.nudges.models.nudge_settings import NudgeSettings

__all__ = ["Nudge", "NudgeSettings", "NudgeState"]
