"""What a row's other words say of an answer that its own cell leaves open."""

from typing import Final

from unflinch.practice.vocabulary import Outcome
from unflinch.takeout.diary.complaints import shown_cell
from unflinch.takeout.diary.fields import TOTALS
from unflinch.takeout.diary.meaning import Meaning
from unflinch.takeout.diary.outcomes import OutcomeWords
from unflinch.takeout.diary.plausible import likely

_LOOKED_AT: Final = ("what_happened", "lesson")
_OPEN: Final = frozenset({"unknown", "outcome"})  # why an answer was not understood, where other words may tell it
_CLEAR: Final = {str(Outcome.NO_REPLY): "no reply", str(Outcome.NOT_ASKED): "not asked"}


def read_words_beside(meaning: Meaning) -> None:
    """Take a silence or an ask that wasn't made from the notes, where the cell of the answer says nothing clear.

    A yes or a no in the notes is too often about something else.
    """
    column = meaning.columns.of("outcome")
    counts = any(meaning.values.get(name) for name in TOTALS)
    if column is None or counts or any(word.said and not word.word for word in column.words):
        return
    open_ones = [one for one in meaning.complaints if one.column == column.key and one.code in _OPEN]
    told = meaning.values.get("outcome")
    empty = (
        isinstance(told, OutcomeWords) and not told.outcome and told.certain and not meaning.values.get("reply_later")
    )
    later = meaning.values.get("reply_later")
    if not (open_ones or empty) or (isinstance(later, OutcomeWords) and later.outcome):
        return
    for words in _words_beside(meaning):
        found = likely(words)
        if found is not None and found[0] in _CLEAR and not found[1]:
            meaning.complaints = [one for one in meaning.complaints if one not in open_ones]
            meaning.values["outcome"] = OutcomeWords(found[0], certain=False)
            meaning.guess("outcome", f"{shown_cell(words)} beside it is taken as {_CLEAR[found[0]]}", "words_beside")
            return


def _words_beside(meaning: Meaning) -> list[str]:
    """The notes of this row: those with a field of their own first."""
    fields = {column.field: column.key for column in meaning.columns.each}
    named = [meaning.cells.get(fields[name], "") for name in _LOOKED_AT if name in fields]
    others = [meaning.cells.get(column.key, "") for column in meaning.columns.unused()]
    return [words for words in (*named, *others) if words.strip()]
