"""The many words for what came back."""

from dataclasses import dataclass
from typing import Final

from unflinch.practice.vocabulary import Manner, Outcome
from unflinch.takeout.diary.cells import said
from unflinch.takeout.diary.complaints import Mend, shown

MEANT: Final[dict[tuple[Outcome, str], str]] = {
    (Outcome.YES, ""): "yes, y, accepted, granted, agreed, approved, allowed, success, successful, ok, okay, sure, "
    "said yes, they said yes, got it, got a yes, ja, si, sí, oui, ✓, ✔, ✅, 👍, zugesagt, aceptado, accepté",
    (Outcome.NO, ""): "no, n, rejected, rejection, declined, refused, refusal, denied, turned down, nope, not granted, "
    "unsuccessful, said no, they said no, got a no, no thanks, not interested, not allowed, nein, non, ✗, ✘, ❌, 👎, "
    "abgelehnt, abgesagt, rechazado, refusé",
    (
        Outcome.MAYBE,
        "",
    ): "maybe, perhaps, pending, later, not sure, undecided, will think about it, vielleicht, quizás, peut être",
    (Outcome.NO_REPLY, ""): "no reply, no reply yet, no answer, no answer yet, no response, no response yet, silence, "
    "silent, ghosted, ignored, unanswered, never answered, never replied, noreply, waiting, keine antwort, "
    "sin respuesta, pas de réponse",
    (Outcome.NOT_ASKED, ""): "not asked, not this time, skipped, did not ask, didn't ask, didnt ask, never asked, "
    "chickened out, bailed, bailed out, backed out, postponed, did not happen, didn't happen, cancelled, canceled, "
    "not done, did not do it, didn't do it, nicht gefragt",
    (Outcome.MAYBE, Manner.COUNTER_OFFER): "counter offer, counteroffer, offered something else, another offer",
    (Outcome.YES, Manner.CONDITION): "conditional, conditional yes, yes if, yes but, yes on a condition, "
    "yes with a condition",
    (Outcome.MAYBE, Manner.SUBSTITUTE): "substitute, something else instead, a substitute",
    (Outcome.NO, Manner.TAKEN_BACK): "taken back, took it back, yes then no, changed their mind",
    (Outcome.NO, Manner.GRANTED_ANYWAY): "granted anyway, did it anyway, no but did it anyway, "
    "no but granted, said no and did it anyway",
}
NONE_YET: Final = frozenset({"", "—", "–", "open", "tbd", "planned", "to do", "todo", "not yet"})
UNKNOWN: Final = frozenset({"unknown", "?", "??", "???", "don't know", "dont know", "not known", "n/a", "na", "unsure"})


@dataclass(frozen=True, slots=True)
class Told:
    """What a cell says came back: an outcome, empty where there is none yet; and how it was more than its word."""

    outcome: str = ""
    manner: str = ""


def outcome(cell: str) -> Told:
    """The outcome that a person means; a plain unknown is a silence."""
    word = said(cell.replace(",", " "))
    if word in NONE_YET:
        return Told()
    if word in UNKNOWN:
        return Told(Outcome.NO_REPLY)
    if word not in OUTCOMES:
        raise Mend(f"{shown(cell)} is not an outcome I know (yes, no, maybe, no_reply, not_asked)", "outcome")
    return OUTCOMES[word]


def is_unknown(cell: str) -> bool:
    return said(cell) in UNKNOWN


def outcomes() -> dict[str, Told]:
    """Every word that means an outcome: the table above, and what the screen says of each manner."""
    known = {
        said(word): Told(str(meant), str(manner))
        for (meant, manner), words in MEANT.items()
        for word in words.split(", ")
    }
    usual = {manner: meant for meant, manner in MEANT if manner}
    labels = {said(manner.label): Told(str(usual[manner]), str(manner)) for manner in Manner}
    return labels | known


OUTCOMES: Final = outcomes()
