"""What somebody typed as plain words, a sentence at a time; who speaks is made even."""

import re
from collections.abc import Iterator
from typing import Final

_SENTENCE_END: Final = re.compile(r"[!?;\n…]+|\.+(?=\s|$)")
_WORD: Final = re.compile(r"[a-z0-9]+|'s\b|(?<=s)'(?!\w)")
_SHORT_FORMS: Final = tuple(
    (re.compile(short), long)
    for short, long in (
        (r"\bcan't\b|\bcannot\b", "can not"),
        (r"\bwon't\b", "will not"),
        (r"n't\b", " not"),
        (r"\b(it|that|there|he|she|who|what|let|here)'s\b", r"\1 is"),
        (r"'re\b", " are"),
        (r"'m\b", " am"),
        (r"'ve\b", " have"),
        (r"'ll\b", " will"),
        (r"'d\b", " would"),
        (r"\be-mail", "email"),
        (r"\b([ap])\.\s?m\b\.?", r"\1m"),
    )
)
_SPEAKER: Final = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our"})
_TURNED: Final = (
    dict.fromkeys(("i", "me", "we", "us", "mine"), "you")
    | dict.fromkeys(("my", "our"), "your")
    | {"am": "are", "myself": "yourself", "you": "them", "your": "their", "yourself": "themselves"}
)


def sentences_of(text: str) -> Iterator[list[str]]:
    """The words of each sentence. "May I see your hat" is "may you see their hat", so that "you" is always the one who
    asks, as in "ask to see their hat".
    """
    for part in _SENTENCE_END.split(_evened(text)):
        words = _words_in(part)
        if words:
            yield [_TURNED.get(word, word) for word in words] if _SPEAKER.intersection(words) else words


def phrase_words(phrase: str) -> list[str]:
    """The words of what is known to be one phrase."""
    return _words_in(_evened(phrase))


def _evened(text: str) -> str:
    """Lower case, straight apostrophes, no short forms."""
    plain = text.lower().replace("’", "'").replace("‘", "'")
    for short, long in _SHORT_FORMS:
        plain = short.sub(long, plain)
    return plain


def _words_in(plain: str) -> list[str]:
    return ["'s" if word == "'" else word for word in _WORD.findall(plain)]
