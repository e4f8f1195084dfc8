"""Whole sentences in other languages that say a crisis plainly, and how a text in another language is known."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from unflinch.care.words.text import fold_text, without_quotes

_NO_LETTER: Final = re.compile(r"[\W_]+")
_SHARE_OF_COMMON: Final = 1 / 4  # of the words, from which on a text without an English word is in another language
_NOWHERE: Final = r"(?!)"
_STOP: Final = re.compile(r"[.!?;\n…,]+")


@dataclass(frozen=True, slots=True)
class _Tongue:
    """What is looked for in one language, what right before it takes it back, and what only sounds like it."""

    said: re.Pattern[str]
    denied: re.Pattern[str]
    sayings: re.Pattern[str]


def said_in_another(text: str) -> bool:
    """Whether any sentence says it in a language that we know a little of."""
    plain = without_quotes(fold_text(text))
    sentences = [" ".join(_NO_LETTER.split(part)).strip() for part in _STOP.split(plain)]
    return any(_says(tongue, sentence) for tongue in _tongues() for sentence in sentences if sentence)


def only_sounds_like_it(evened: Sequence[str]) -> bool:
    """Whether a sentence in another language denies it, or has a saying with its words."""
    return any(_sounds_like_it(tongue, sentence) for tongue in _tongues() for sentence in evened)


def is_in_another(words: Sequence[str]) -> bool:
    """Whether these lower-case words without accents are in Spanish, German or French rather than in English."""
    ours, theirs = _common_words()
    english, others = (sum(word in common for word in words) for common in (ours, theirs))
    return others > max(english, 1) or (english == 0 < others and others >= _SHARE_OF_COMMON * len(words))


def _says(tongue: _Tongue, sentence: str) -> bool:
    found = tongue.said.finditer(sentence)
    return any(not tongue.denied.search(sentence[: match.start()].rstrip()) for match in found)


def _sounds_like_it(tongue: _Tongue, sentence: str) -> bool:
    found = tongue.said.finditer(sentence)
    denied = any(tongue.denied.search(sentence[: match.start()].rstrip()) for match in found)
    return denied or bool(tongue.sayings.search(sentence))


@cache
def _tongues() -> Sequence[_Tongue]:
    return [
        _Tongue(_one_pattern(row["patterns"]), re.compile(row["denied"]), _one_pattern(row.get("sayings", [_NOWHERE])))
        for row in _data()["tongue"]
    ]


@cache
def _common_words() -> tuple[frozenset[str], frozenset[str]]:
    """The commonest words of English, and those of the others."""
    others = " ".join(row.get("common", "") for row in _data()["tongue"])
    return frozenset(_data()["english"].split()), frozenset(others.split())


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(files("unflinch.care.words").joinpath("tongues.toml").read_text("utf-8"))


def _one_pattern(patterns: Sequence[str]) -> re.Pattern[str]:
    """The patterns side by side over whole words, each folded like the text they are looked for in."""
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(_folded_letters, patterns))})(?!\w)")


def _folded_letters(pattern: str) -> str:
    """Only what is no ASCII changes, so that an escape such as `\\S` stays as it is."""
    return "".join(sign if sign.isascii() else fold_text(sign) for sign in pattern)
