"""What somebody typed, made even: lower case, whole words, no contractions, one sentence at a time."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 20_000  # characters read; a note is far shorter, and a pasted book is no note
LONGEST_WORD: Final = 60  # letters; what is longer is no word
LONGEST_SENTENCE: Final = 60  # words; a longer one is read in pieces
AGAIN: Final = 15  # words of a piece that begin the next one as well
BEFORE_A_QUOTE: Final = 120  # characters that can say whose words come now
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
ANY_WORD = re.compile(rf"\S{{{LONGEST_WORD},}}")
NOT_SEEN: Final = ("Cf", "Mn")
# An emoji or another sign between two letters of a word; a word spelled with dots or with spaces.
SIGNS_BETWEEN = re.compile(r"(?<=[a-z])[^\w\s!-~\u2010-\u2027\u00ab\u00bb]+(?=[a-z])")
DOTS_BETWEEN = re.compile(r"(?<![a-z0-9.])(?:[a-z]\.){2,20}[a-z]?(?![a-z0-9])")
SPACED = re.compile(r"(?<!\S)[a-z](?: [a-z]){2,60}(?![^\s.,!?])")
SPACED_WORDS = re.compile(
    r"^i(?=[a-z]{3})|want(?=to)|(?<=want)to|kill|myself|my(?=life)|life|die(?![a-z])|end(?=my|it)|hate|suicide|live|not"
)
LEET: Final = str.maketrans("013457@$", "oieastas")


@dataclass(frozen=True, slots=True)
class Spelling:
    """How words are written out: `words` one for one, `phrases` by pattern over the evened text, in order."""

    words: Mapping[str, str]
    phrases: Sequence[tuple[re.Pattern[str], str]]


def sentences(text: str, spelling: Spelling) -> list[str]:
    """The sentences of `text`, each as words with one space between; commas stand alone; what others said is `_`."""
    plain = LAUGHTER.sub(" lol ", without_quotes(folded(text)))
    parts = (piece for part in SENTENCE_END.split(joined(plain)) for piece in pieces(part))
    return [evened for part in parts if (evened := written_out(part, spelling))]


def folded(text: str) -> str:
    """Lower case without accents and without what cannot be seen; words of no length that anybody wrote."""
    cut = ANY_WORD.sub(lambda word: word[0][:LONGEST_WORD], text[:LONGEST])
    plain = unicodedata.normalize("NFKD", cut).lower().replace("’", "'").replace("‘", "'")
    return "".join(sign for sign in plain if unicodedata.category(sign) not in NOT_SEEN)


def joined(plain: str) -> str:
    """Words whose letters were set apart by signs, dots or spaces, in one piece again."""
    whole = DOTS_BETWEEN.sub(lambda word: word[0].replace(".", ""), SIGNS_BETWEEN.sub("", plain))
    return SPACED.sub(lambda word: SPACED_WORDS.sub(r" \g<0> ", word[0].replace(" ", "")), whole)


def pieces(part: str) -> Iterator[str]:
    """A sentence in pieces of a length that can be read, each with the end of the one before."""
    words = part.split()
    for start in range(0, max(len(words) - AGAIN, 1), LONGEST_SENTENCE - AGAIN):
        yield " ".join(words[start : start + LONGEST_SENTENCE])


def without_quotes(plain: str) -> str:
    """Somebody else's words are left out; one's own, or a text that is nothing but a quotation, stay."""
    alone = plain.strip().rstrip(" .!?\n")

    def kept(match: re.Match[str]) -> str:
        before = plain[max(match.start() - BEFORE_A_QUOTE, 0) : match.start()]
        return match[1] if match[0] == alone or OWN_QUOTE.search(before) else " _ "

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
