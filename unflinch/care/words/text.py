"""What somebody typed, made even: lower case, whole words, no contractions, one sentence at a time."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 20_000  # characters read; a note is far shorter, and a pasted book is no note
LONGEST_WORD: Final = 60  # letters; what is longer is no word
LONGEST_SENTENCE: Final = 60  # words; a longer one is read in pieces
_AGAIN: Final = 15  # words of a piece that begin the next one as well
_BEFORE_A_QUOTE: Final = 120  # characters that can say whose words come now
_KEY_WORDS: Final = ("suicide", "suicidal", "myself", "overdose", "worthless", "pathetic", "killing", "anymore")
_SHORTEST_FUZZY: Final = 5
_SHORTENED: Final = {"d": "would", "ll": "will", "ve": "have", "re": "are", "m": "am"}

_QUOTED = re.compile(r"[\"“”«»„]([^\"“”«»„]{1,400})[\"“”«»„]")
_SAYING = r"sa(?:id|ys?|ying)|th(?:ought|ink|inking)|wrote|writ(?:e|ing)|typ(?:e|ed|ing)|mean|told|tells|repeat\w*|hear"
_OWN_QUOTE = re.compile(rf"(?:\bi|\bmy \w+|\bme) (?:\w+ ){{0,3}}(?:{_SAYING})\b[^.!?]*$")
_LAUGHTER = re.compile(r"[\U0001F480\U0001F602\U0001F605\U0001F606\U0001F923]|\b(?:lol+|lmf?ao+|rofl|xd|(?:ha)+h?)\b")
_MASKED_LETTER = re.compile(r"(?<=[a-z])[*](?=[a-z])")
_MASKED_OATH = re.compile(r"\bf[*#]+(?:c?k)?(?=ing|in|ed|\b)")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_SENTENCE_END = re.compile(r"[.!?;\n…]+|\s[-–—]+\s|[–—]")
_WORD = re.compile(r"[a-z0-9_]+(?:['’][a-z]+)*|,")
_ANY_WORD = re.compile(rf"\S{{{LONGEST_WORD},}}")
_NOT_SEEN: Final = ("Cf", "Mn")
# An emoji or another sign between two letters of a word; a word spelled with dots or with spaces.
_SIGNS_BETWEEN = re.compile(r"(?<=[a-z])[^\w\s!-~\u2010-\u2027\u00ab\u00bb]+(?=[a-z])")
_DOTS_BETWEEN = re.compile(r"(?<![a-z0-9.])(?:[a-z]\.){2,20}[a-z]?(?![a-z0-9])")
_SPACED = re.compile(r"(?<!\S)[a-z](?: [a-z]){2,60}(?![^\s.,!?])")
_SPACED_WORDS = re.compile(
    r"^i(?=[a-z]{3})|want(?=to)|(?<=want)to|kill|myself|my(?=life)|life|die(?![a-z])|end(?=my|it)|hate|suicide|live|not"
)
_LEET: Final = str.maketrans("013457@$", "oieastas")


@dataclass(frozen=True, slots=True)
class Spelling:
    """How words are written out: `words` one for one, `phrases` by pattern over the evened text, in order."""

    words: Mapping[str, str]
    phrases: Sequence[tuple[re.Pattern[str], str]]


def sentences(text: str, spelling: Spelling) -> list[str]:
    """The sentences of `text`, each as words with one space between; commas stand alone; what others said is `_`."""
    plain = _LAUGHTER.sub(" lol ", without_quotes(fold_text(text)))
    parts = (piece for part in _SENTENCE_END.split(_joined(plain)) for piece in _pieces(part))
    return [evened for part in parts if (evened := _written_out(part, spelling))]


def fold_text(text: str) -> str:
    """Lower case without accents and without what cannot be seen; words of no length that anybody wrote."""
    cut = _ANY_WORD.sub(lambda word: word[0][:LONGEST_WORD], text[:LONGEST])
    plain = unicodedata.normalize("NFKD", cut).lower().replace("’", "'").replace("‘", "'")
    return "".join(sign for sign in plain if unicodedata.category(sign) not in _NOT_SEEN)


def _joined(plain: str) -> str:
    """Words whose letters were set apart by signs, dots or spaces, in one piece again."""
    whole = _DOTS_BETWEEN.sub(lambda word: word[0].replace(".", ""), _SIGNS_BETWEEN.sub("", plain))
    return _SPACED.sub(lambda word: _SPACED_WORDS.sub(r" \g<0> ", word[0].replace(" ", "")), whole)


def _pieces(part: str) -> Iterator[str]:
    """A sentence in pieces of a length that can be read, each with the end of the one before."""
    words = part.split()
    for start in range(0, max(len(words) - _AGAIN, 1), LONGEST_SENTENCE - _AGAIN):
        yield " ".join(words[start : start + LONGEST_SENTENCE])


def without_quotes(plain: str) -> str:
    """Somebody else's words are left out; one's own, or a text that is nothing but a quotation, stay."""
    alone = plain.strip().rstrip(" .!?\n")

    def kept(match: re.Match[str]) -> str:
        before = plain[max(match.start() - _BEFORE_A_QUOTE, 0) : match.start()]
        return match[1] if match[0] == alone or _OWN_QUOTE.search(before) else " _ "

    return _QUOTED.sub(kept, plain)


def _written_out(part: str, spelling: Spelling) -> str:
    words = (_known_word(word, spelling.words) for word in _WORD.findall(_STRETCHED.sub(r"\1", _unmasked(part))))
    evened = " ".join(words)
    for pattern, replacement in spelling.phrases:
        evened = pattern.sub(replacement, evened)
    return " ".join(evened.split())


def _unmasked(part: str) -> str:
    """`k1ll` and `su*cide` as they are meant; a plain number stays a number."""
    part = _MASKED_OATH.sub("fuck", part)
    words = (word.translate(_LEET) if re.search(r"[a-z]", word) else word for word in re.split(r"(\s+)", part))
    return _MASKED_LETTER.sub("i", "".join(words)).replace("-", " ").replace(":", ",")


def _known_word(word: str, written: Mapping[str, str]) -> str:
    if word in written:
        return written[word]
    if (stem := word.rpartition("'"))[0] and stem[2] in _SHORTENED:
        return f"{stem[0]} {_SHORTENED[stem[2]]}"
    if len(word) < _SHORTEST_FUZZY or word.startswith(_KEY_WORDS):
        return word
    return next((key for key in _KEY_WORDS if _one_slip_apart(word, key)), word)


def _one_slip_apart(word: str, key: str) -> bool:
    """Whether one letter was left out, added, changed, or swapped with its neighbour."""
    if word == key or abs(len(word) - len(key)) > 1 or word[0] != key[0]:
        return word == key
    shorter = min(len(word), len(key))
    first = next((place for place in range(shorter) if word[place] != key[place]), shorter)
    rest, meant = word[first:], key[first:]
    swapped = rest[:2] == meant[:2][::-1] and rest[2:] == meant[2:]
    return swapped or rest[1:] == meant[1:] or rest[1:] == meant or rest == meant[1:]
