"""Who are you? The person, their clock, and what they have typed but not yet sent."""

from unflinch.accounts.models.draft import Draft
from unflinch.accounts.models.person import Person

__all__ = ["Draft", "Person"]
