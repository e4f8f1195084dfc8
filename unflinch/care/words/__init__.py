"""Words that can mean a crisis, and words that run oneself down."""

from unflinch.care.words.reading import Reading, level_by_lists, level_of

__all__ = ["Reading", "level_by_lists", "level_of"]
