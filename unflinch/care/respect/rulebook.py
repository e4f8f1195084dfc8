"""All rules, found by the words that they need, so that an idea is held against a handful of them."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from unflinch.care.respect.rules import RespectRule, Sentence, WordForm

_FREE: Final = "free"


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The codes in their order, and which rules (with their code) may hold where a name is carried.

    Where a rule of the code FREE holds, its sentence raises nothing.
    """

    codes: Sequence[str]
    by_name: Mapping[str, Sequence[tuple[str, RespectRule]]]

    @classmethod
    def of(cls, rules: Mapping[str, Sequence[RespectRule]]) -> Self:
        """Each rule is kept under the names of the rarest step that it needs."""
        common = Counter(name for listed in rules.values() for rule in listed for step in rule.needed for name in step)
        by_name = defaultdict(list)
        for code, listed in rules.items():
            for rule in listed:
                for name in _rarest(rule.needed, common):
                    by_name[name].append((code, rule))
        return cls(tuple(rules), dict(by_name))

    def codes_of(self, sentences: Sequence[Sentence]) -> tuple[str, ...]:
        """The codes of the rules that hold in any of `sentences`."""
        found = {code for sentence in sentences for code in self.raised_by(sentence)}
        return tuple(code for code in self.codes if code in found)

    def frees(self, sentence: Sentence) -> bool:
        """Whether a rule says that this is nothing to ask about."""
        return _FREE in self.found_in(sentence)

    def raised_by(self, sentence: Sentence) -> set[str]:
        found = self.found_in(sentence)
        return set() if _FREE in found else found

    def found_in(self, sentence: Sentence) -> set[str]:
        found: set[str] = set()
        for name in sentence.carried:
            for code, rule in self.by_name.get(name, ()):
                if code not in found and rule.holds(sentence):
                    found.add(code)
        return found


def _rarest(needed: Sequence[WordForm], common: Mapping[str, int]) -> WordForm:
    return min(needed, key=lambda names: sum(common[name] ** 2 for name in names))
