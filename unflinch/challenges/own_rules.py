"""Which of the rules that people make for themselves a person's own one is like, and so what would bend it."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Final

from unflinch.challenges.arcs import BendableRule, bendable_rules

_LIKE: Final = 0.5  # what two rules share of the shorter one, from which on they mean the same
_WORD: Final = re.compile(r"[^\W\d_]+")
# Nearly every rule has these, whatever it forbids.
_IN_ALL: Final = frozenset(
    _WORD.findall(
        "a an the i me my you your it its im id they them their who what that this so just ever "
        "to of in on at for with and or if is be am are was do does dont have has can cant get "
        "never not no always must mustnt should shouldnt"
    )
)


def bendable_like(words: str) -> BendableRule | None:
    """The rule that these words come closest to; None where none is like them."""
    mine = _telling(words)
    # Of two that are as like the one that says little else.
    found = [(_likeness(mine, told), len(mine & told) / len(mine | told or " "), rule) for told, rule in _wordings()]
    best, _, rule = max(found, key=lambda one: one[:2])
    return rule if best >= _LIKE else None


def bends_a_rule(slug: str) -> bool:
    """Whether the card with this slug bends any rule at all; most do not."""
    return slug in _bending()


@cache
def _bending() -> frozenset[str]:
    return frozenset(card.slug for rule in bendable_rules() for card in rule.bent_by)


def _likeness(mine: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter of two wordings is in the other, 0 to 1; a word of many rules counts for little."""
    counts = _counts()
    least = min(sum(counts.get(word, 1.0) for word in wording) for wording in (mine, other))
    return sum(counts[word] for word in mine & other) / least if least else 0.0


def _telling(words: str) -> frozenset[str]:
    """The words that make a rule another one than the next."""
    plain = words.casefold().replace("’", "").replace("'", "")
    return frozenset(_WORD.findall(plain)) - _IN_ALL


@cache
def _wordings() -> tuple[tuple[frozenset[str], BendableRule], ...]:
    """Every wording of every rule, as the words that tell it from others."""
    return tuple((_telling(wording), rule) for rule in bendable_rules() for wording in (rule.rule, *rule.said))


@cache
def _counts() -> Mapping[str, float]:
    """What each word counts: 1 where one rule alone has it, half in two, and so on."""
    held = Counter(word for rule in bendable_rules() for word in _telling(" ".join((rule.rule, *rule.said))))
    return {word: 1.0 / many for word, many in held.items()}
