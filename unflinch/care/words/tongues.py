"""Whole sentences in other languages that say a crisis plainly."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from unflinch.care.words.text import fold_text, without_quotes

_NO_LETTER: Final = re.compile(r"[\W_]+")
_STOP: Final = re.compile(r"[.!?;\n…,]+")


@dataclass(frozen=True, slots=True)
class _Tongue:
    """What is looked for in one language, as one pattern, and what right before it takes it back."""

    said: re.Pattern[str]
    denied: re.Pattern[str]


def said_in_another(text: str) -> bool:
    """Whether any sentence says it in a language that we know a little of."""
    plain = without_quotes(fold_text(text))
    sentences = [" ".join(_NO_LETTER.split(part)).strip() for part in _STOP.split(plain)]
    return any(_says(tongue, sentence) for tongue in _tongues() for sentence in sentences if sentence)


def _says(tongue: _Tongue, sentence: str) -> bool:
    found = tongue.said.finditer(sentence)
    return any(not tongue.denied.search(sentence[: match.start()].rstrip()) for match in found)


@cache
def _tongues() -> Sequence[_Tongue]:
    data = tomllib.loads(files("unflinch.care.words").joinpath("tongues.toml").read_text("utf-8"))
    return [_Tongue(_one_pattern(row["patterns"]), re.compile(row["denied"])) for row in data["tongue"]]


def _one_pattern(patterns: Sequence[str]) -> re.Pattern[str]:
    """The patterns side by side over whole words, each folded like the text they are looked for in."""
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(_folded_letters, patterns))})(?!\w)")


def _folded_letters(pattern: str) -> str:
    """Only what is no ASCII changes, so that an escape such as `\\S` stays as it is."""
    return "".join(sign if sign.isascii() else fold_text(sign) for sign in pattern)
