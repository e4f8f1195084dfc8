"""Hints for people who write their own challenges."""

from unflinch.care.respect.asks import asks_of

__all__ = ["asks_of"]
