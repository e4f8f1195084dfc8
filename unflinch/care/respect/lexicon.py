"""Words that carry classes: `a stranger's knees` is stranger (STRANGER, PERSON), 's (THEIR), knee (BODY)."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, Self

from unflinch.care.respect.forms import base_of
from unflinch.care.respect.plain import phrase_words, sentences_of
from unflinch.care.respect.rules import WordForm

_KEPT: Final = "KEPT"  # the class of words that are no form of another
_HARMLESS: Final = "HARMLESS"
_OWNERS: Final = frozenset({"PERSON"})
_OWNED: Final = frozenset({"'s", "THEIR"})
_NUMBER: Final = frozenset({"NUMBER", "SMALL"})
_NOTHING: Final = frozenset[str]()

_Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The classes of phrases of one word or more, and how long the longest is that begins with a word; base forms."""

    classes: dict[_Phrase, WordForm] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=lambda: defaultdict(lambda: 1))

    def add(self, phrase: _Phrase, classes: Iterable[str]) -> None:
        self.classes[phrase] = self.classes.get(phrase, _NOTHING).union(classes)
        self.longest[phrase[0]] = max(self.longest.get(phrase[0], 1), len(phrase))

    def length_at(self, words: Sequence[str], at: int) -> int:
        """How many words the longest phrase that begins at `at` has; 1 where there is none."""
        lengths = range(self.longest.get(words[at], 1), 1, -1)
        return next((length for length in lengths if tuple(words[at : at + length]) in self.classes), 1)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`names` are read as one word, whose parts mean nothing on their own (a fire truck is no fire). `sayings` add
    their classes to each of their words, which keep their own (`pull a ponytail` is still about a ponytail).
    """

    names: _Phrases
    sayings: _Phrases
    known: frozenset[str]
    kept: frozenset[str]

    @classmethod
    def written(cls, names: Mapping[str, str], sayings: Mapping[str, str], literals: Iterable[str]) -> Self:
        """From name → words, phrases and `@other classes`, with commas between; a class holds the words of those."""
        entries = {name: _entries_of(text) for name, text in {**names, **sayings}.items()}
        phrases = {name: list(_phrases_of(listed)) for name, listed in entries.items()}
        named = [tuple(phrase_words(literal)) for literal in literals]
        known = frozenset(word for phrase in chain(named, *phrases.values()) for word in phrase)
        lexicon = cls(_Phrases(), _Phrases(), known, frozenset(phrase[0] for phrase in phrases.get(_KEPT, [])))
        for name, listed in phrases.items():
            classes = {name, *_holders_of(name, entries)}
            for phrase in listed:
                lexicon.add(phrase, classes, saying=name in sayings)
        for phrase in named:
            lexicon.add(phrase, _NOTHING, saying=True)
        return lexicon

    def add(self, phrase: _Phrase, classes: Iterable[str], *, saying: bool) -> None:
        based = tuple(base_of(word, self.known, self.kept) for word in phrase)
        one_of = self.sayings if saying and len(based) > 1 else self.names
        one_of.add(based, {*classes, " ".join(based)})

    def sentences(self, text: str) -> Iterator[list[WordForm]]:
        """Each sentence of `text` as its words."""
        for words in sentences_of(text):
            yield list(self.read([base_of(word, self.known, self.kept) for word in words]))

    def read(self, words: Sequence[str]) -> Iterator[WordForm]:
        """What each word or name carries; where a harmless name and a saying begin together, the longer one counts."""
        at, before = 0, _NOTHING
        said = [_NOTHING] * len(words)
        while at < len(words):
            length, saying = self.names.length_at(words, at), self.sayings.length_at(words, at)
            name = self.carried(tuple(words[at : at + length]), before)
            if _HARMLESS in name and saying > length:
                length, name = 1, self.carried((words[at],), before)
            if _HARMLESS in name:
                yield name
            else:
                classes = self.sayings.classes.get(tuple(words[at : at + saying]), _NOTHING)
                said[at : at + saying] = [old | classes for old in said[at : at + saying]]
                yield name.union(*said[at : at + length])
            at, before = at + length, name

    def carried(self, phrase: _Phrase, before: WordForm) -> WordForm:
        if phrase == ("'s",):
            return _OWNED if _OWNERS & before else frozenset(phrase)
        if phrase[0].isdigit():
            return _NUMBER.union(phrase)
        return self.names.classes.get(phrase, _NOTHING).union([" ".join(phrase)])

    def base(self, phrase: str) -> str:
        """The base form of each word of `phrase`, with a space between."""
        return " ".join(base_of(word, self.known, self.kept) for word in phrase_words(phrase))


def _entries_of(text: str) -> list[str]:
    return [entry.strip() for entry in text.split(",") if entry.strip()]


def _phrases_of(listed: Iterable[str]) -> Iterator[_Phrase]:
    """The words of each entry; where one is owned, also as people write it who leave the apostrophe out."""
    for entry in listed:
        if not entry.startswith("@"):
            words = tuple(phrase_words(entry))
            yield words
            if "'s" in words[1:-1]:
                yield tuple(word for word in words if word != "'s")


def _holders_of(name: str, entries: Mapping[str, Container[str]]) -> Iterator[str]:
    """The classes that hold `name`, and those that hold them."""
    for holder, listed in entries.items():
        if f"@{name}" in listed:
            yield holder
            yield from _holders_of(holder, entries)
