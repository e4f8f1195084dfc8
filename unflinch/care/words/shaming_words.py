"""Whether a text runs its writer down."""

from collections.abc import Sequence

from unflinch.care.words.lexicon import shaming


def shames_self(evened: Sequence[str]) -> bool:
    """Whether any sentence does, as the writer's own verdict of today."""
    return any(shames(sentence) for sentence in evened)


def shames(sentence: str) -> bool:
    found = (match for pattern in shaming().patterns for match in pattern.finditer(sentence))
    return any(own_verdict(sentence[: match.start()].rstrip(), sentence[: match.end()]) for match in found)


def own_verdict(before: str, until: str) -> bool:
    """Not denied straight before, and up to here nobody else's, long past, or looked at from outside."""
    return not shaming().denied.search(before) and not shaming().unless.search(until)
