"""Hints for people who write their own challenges."""

from unflinch.care.respect.asks import questions_raised_by

__all__ = ["questions_raised_by"]
