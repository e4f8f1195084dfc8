"""What somebody typed, made even: lower case, whole words, no contractions, one sentence at a time."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 20_000  # characters read; a note is far shorter, and a pasted book is no note
KEY_WORDS: Final = ("suicide", "suicidal", "myself", "overdose", "worthless", "pathetic", "killing", "anymore")
SHORTEST_FUZZY: Final = 5
SHORTENED: Final = {"d": "would", "ll": "will", "ve": "have", "re": "are", "m": "am"}

QUOTED = re.compile(r"[\"“”«»„]([^\"“”«»„]{1,400})[\"“”«»„]")
SAYING = r"sa(?:id|ys?|ying)|th(?:ought|ink|inking)|wrote|writ(?:e|ing)|typ(?:e|ed|ing)|mean|told|tells|repeat\w*|hear"
OWN_QUOTE = re.compile(rf"(?:\bi|\bmy \w+|\bme) (?:\w+ ){{0,3}}(?:{SAYING})\b[^.!?]*$")
LAUGHTER = re.compile(r"[\U0001F480\U0001F602\U0001F605\U0001F606\U0001F923]|\b(?:lol+|lmf?ao+|rofl|xd|(?:ha)+h?)\b")
MASKED_LETTER = re.compile(r"(?<=[a-z])[*](?=[a-z])")
MASKED_OATH = re.compile(r"\bf[*#]+(?:c?k)?(?=ing|in|ed|\b)")
STRETCHED = re.compile(r"([a-z])\1{2,}")
SENTENCE_END = re.compile(r"[.!?;\n…]+|\s[-–—]+\s|[–—]")
WORD = re.compile(r"[a-z0-9_]+(?:['’][a-z]+)*|,")
LEET: Final = str.maketrans("013457@$", "oieastas")


@dataclass(frozen=True, slots=True)
class Spelling:
    """How words are written out: `words` one for one, `phrases` by pattern over the evened text, in order."""

    words: Mapping[str, str]
    phrases: Sequence[tuple[re.Pattern[str], str]]


def sentences(text: str, spelling: Spelling) -> list[str]:
    """The sentences of `text`, each as words with one space between; commas stand alone; what others said is `_`."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).lower().replace("’", "'").replace("‘", "'")
    plain = without_quotes("".join(sign for sign in plain if unicodedata.category(sign) != "Cf"))
    plain = LAUGHTER.sub(" lol ", plain)
    return [evened for part in SENTENCE_END.split(plain) if (evened := written_out(part, spelling))]


def without_quotes(plain: str) -> str:
    """Somebody else's words are left out; one's own, or a text that is nothing but a quotation, stay."""

    def kept(match: re.Match[str]) -> str:
        before = plain[: match.start()]
        alone = not before.strip() and not plain[match.end() :].strip(" .!?\n")
        return match[1] if alone or OWN_QUOTE.search(before) else " _ "

    return QUOTED.sub(kept, plain)


def written_out(part: str, spelling: Spelling) -> str:
    words = (known_word(word, spelling.words) for word in WORD.findall(STRETCHED.sub(r"\1", unmasked(part))))
    evened = " ".join(words)
    for pattern, replacement in spelling.phrases:
        evened = pattern.sub(replacement, evened)
    return " ".join(evened.split())


def unmasked(part: str) -> str:
    """`k1ll` and `su*cide` as they are meant; a plain number stays a number."""
    part = MASKED_OATH.sub("fuck", part)
    words = (word.translate(LEET) if re.search(r"[a-z]", word) else word for word in re.split(r"(\s+)", part))
    return MASKED_LETTER.sub("i", "".join(words)).replace("-", " ").replace(":", ",")


def known_word(word: str, written: Mapping[str, str]) -> str:
    if word in written:
        return written[word]
    if (stem := word.rpartition("'"))[0] and stem[2] in SHORTENED:
        return f"{stem[0]} {SHORTENED[stem[2]]}"
    if len(word) < SHORTEST_FUZZY or word.startswith(KEY_WORDS):
        return word
    return next((key for key in KEY_WORDS if one_slip_apart(word, key)), word)


def one_slip_apart(word: str, key: str) -> bool:
    """Whether one letter was left out, added, changed, or swapped with its neighbour."""
    if word == key or abs(len(word) - len(key)) > 1 or word[0] != key[0]:
        return word == key
    shorter = min(len(word), len(key))
    first = next((place for place in range(shorter) if word[place] != key[place]), shorter)
    rest, meant = word[first:], key[first:]
    swapped = rest[:2] == meant[:2][::-1] and rest[2:] == meant[2:]
    return swapped or rest[1:] == meant[1:] or rest[1:] == meant or rest == meant[1:]
