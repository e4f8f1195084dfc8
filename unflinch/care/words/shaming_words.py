"""Whether a text runs its writer down."""

import re
from collections.abc import Sequence

from unflinch.care.words.lexicon import shaming


def shames_self(evened: Sequence[str]) -> bool:
    """Whether any sentence does, as the writer's own verdict of today."""
    return any(_shames(sentence) for sentence in evened)


def mentions_shaming(evened: Sequence[str]) -> bool:
    """Whether a verdict stands there at all, be it denied, taken back or somebody else's."""
    listed = any(True for sentence in evened for _ in shaming().patterns.within(sentence))
    return listed or any(shaming().kindly.search(sentence) for sentence in evened)


def _shames(sentence: str) -> bool:
    found = shaming().patterns.within(sentence)
    return any(_own_verdict(match, sentence) for pattern in found for match in pattern.finditer(sentence))


def _own_verdict(match: re.Match[str], sentence: str) -> bool:
    """Not denied straight before nor made light of after, and nobody else's, long past, or looked at from outside."""
    taken_back = shaming().denied.search(sentence[: match.start()].rstrip())
    seen_from_outside = shaming().unless.search(sentence[: match.end()])
    return not (taken_back or seen_from_outside or shaming().softened.search(sentence[match.end() :]))
