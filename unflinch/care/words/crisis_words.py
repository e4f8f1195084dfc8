"""How clearly a text speaks of a crisis that is the writer's own, and now."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from unflinch.care.words.lexicon import Signs, WordGroup, crisis, crisis_signs, reported, saying_patterns

Level = Literal["explicit", "ambiguous", "none"]

HEAVIEST_FIRST: Final[tuple[Level, ...]] = ("explicit", "ambiguous", "none")
_HEAVY: Final = 2  # what one heavy sign weighs; a faint one weighs half of it, and more than this is plain
_JOINING = r"(?:,|\b(?:but|because|so|and|then|though|although|yet|while|whereas)\b)"
_LAST_JOINING = re.compile(rf"{_JOINING}(?!.*{_JOINING})")
_DYING = re.compile(r"\b(?:die|dying|dead|death)\b")
_MINE = re.compile(r"\b(?:i|me|my|myself)\b")


def crisis_level(evened: Sequence[str]) -> Level:
    """The heaviest level of any sentence; what was long ago, denied, in fun or somebody else's does not count."""
    whole = " . ".join(evened)
    own = [_without_sayings(sentence) for sentence in evened]
    found = {level for sentence in own for level in _levels_in(sentence, whole)}
    if "explicit" not in found:
        found.add(_weighed([sentence for sentence in own if not _long_ago(sentence)], whole))
    return next(level for level in HEAVIEST_FIRST if level in found)


def mentions_crisis(evened: Sequence[str]) -> bool:
    """Whether words of a crisis stand there at all, be they denied, in a saying, long ago or somebody else's."""
    lists = (saying_patterns(), crisis().explicit)
    return any(True for sentence in evened for patterns in lists for _ in patterns.within(sentence))


def _without_sayings(sentence: str) -> str:
    own = reported().sub("_", sentence)
    for saying in saying_patterns().within(own):
        own = saying.sub("_", own)
    return " ".join(own.split())


def _levels_in(sentence: str, whole: str) -> Iterator[Level]:
    words = crisis()
    if not _long_ago(sentence):
        if any(_said_now(pattern, sentence) for pattern in words.explicit.within(sentence)):
            yield _now_level(sentence, whole)
        if any(_said_now(pattern, sentence) for pattern in words.ambiguous.within(sentence)):
            yield "ambiguous"
    for group in words.past:
        if any(_said(pattern, sentence) for pattern in group.patterns.within(sentence)):
            yield _past_level(group, whole)


def _long_ago(part: str) -> bool:
    context = crisis().context
    return bool(context["distant"].search(part)) and not context["near"].search(part)


def _said_now(pattern: re.Pattern[str], sentence: str) -> bool:
    """Whether it is said of now: neither the sentence nor the part between its commas is about long ago."""
    meant = (match for match in pattern.finditer(sentence) if _own_and_meant(match, sentence))
    return any(not _long_ago(_part_around(match, sentence)) for match in meant)


def _part_around(match: re.Match[str], sentence: str) -> str:
    until = sentence.find(" ,", match.end())
    return sentence[sentence.rfind(" ,", 0, match.start()) + 1 : until if until >= 0 else len(sentence)]


def _weighed(sentences: Sequence[str], whole: str) -> Level:
    """What the signs in the whole text weigh together: one alone may be a bad day."""
    weight = sum(_weight_of(group, sentences) for group in crisis_signs() if not group.unless.search(whole))
    if weight > _HEAVY:
        return "explicit"
    return "ambiguous" if weight == _HEAVY else "none"


def _weight_of(group: Signs, sentences: Sequence[str]) -> int:
    seen = {
        pattern for sentence in sentences for pattern in group.patterns.within(sentence) if _said(pattern, sentence)
    }
    return group.weight * min(len(seen), group.most)


def _said(pattern: re.Pattern[str], sentence: str) -> bool:
    """Whether the pattern is in the sentence as the writer's own, and meant."""
    return any(_own_and_meant(match, sentence) for match in pattern.finditer(sentence))


def _own_and_meant(match: re.Match[str], sentence: str) -> bool:
    context = crisis().context
    before = sentence[: match.start()].rstrip()
    clause = _clause_of(before)
    if match[0].startswith(("i ", "part of me", "my ")):
        feared = _DYING.search(match[0]) and context["feared"].search(before)
        return not feared and not context["denied_over"].search(before)
    said, own_part = clause[: _last_own(clause)].rstrip(), clause[_last_own(clause) :]
    if context["denied_over"].search(said) or (_DYING.search(match[0]) and context["feared"].search(said)):
        return False
    return not context["denied"].search(own_part) and not _somebody_elses(match[0], clause)


def _clause_of(before: str) -> str:
    """What stands before a match since the last comma or joining word."""
    joining = _LAST_JOINING.search(before)
    return before[joining.end() :].strip() if joining else before


def _last_own(clause: str) -> int:
    return max((mine.start() for mine in re.finditer(r"\bi\b", clause)), default=0)


def _somebody_elses(matched: str, clause: str) -> bool:
    if _MINE.search(matched):
        return False
    if crisis().context["things"].search(clause):
        return True
    others = [other.start() for other in re.finditer(rf"\b(?:{crisis().context['others'].pattern})\b", clause)]
    own = [mine.start() for mine in _MINE.finditer(clause)]
    return bool(others) and max(others) > max(own, default=-1)


def _now_level(sentence: str, whole: str) -> Level:
    context = crisis().context
    meant = context["earnest"].search(whole) or _weighed([sentence], whole) != "none"
    playful = context["playful"].search(sentence) and not meant
    return "ambiguous" if playful else "explicit"


def _past_level(group: WordGroup, whole: str) -> Level:
    context = crisis().context
    if context["distant"].search(whole):
        return "none"
    if context["near"].search(whole):
        return "explicit"
    return "explicit" if group.otherwise == "explicit" else "ambiguous"
