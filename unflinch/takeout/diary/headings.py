"""The names that people give to their columns."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

# Our fields by everyday names, in small letters with single spaces: English, and the plainest words of its neighbours.
ALSO: Final[Mapping[str, str]] = {
    "week": "wk, week number, week no, woche, semana, semaine",
    "date": "when, on, day date, asked on, date asked, datum, wann, fecha, cuándo, quand",
    "time": "hour, uhrzeit, zeit, hora, heure",
    "day": "day number, day no, tag, día, jour, attempt day",
    "activity": "activity number, activity no, nr, no., number, #, aktivität, actividad, activité",
    "challenge": "request, ask, what, title, what i asked, what i asked for, asked for, idea, rejection, attempt, "
    "question, bitte, frage, petición, pregunta, demande, question posée",
    "asked_whom": "who, whom, person, asked who, asked, to whom, wer, wen, quién, a quién, qui, à qui",
    "setting": "where, place, location, wo, ort, lugar, dónde, où, lieu",
    "channel": "how, medium, means, via, by, wie, kanal, cómo, canal, comment posé",
    "outcome": "result, answer, response, reply, accepted, accepted or rejected, yes or no, first answer, ergebnis, "
    "antwort, resultado, respuesta, résultat, réponse",
    "reply_later": "later, later reply, later answer, final answer, final outcome, settled, spätere antwort",
    "manner": "manner of answer",
    "reason": "not asked reason, reason not asked, why not asked, why not",
    "emotion": "emotions, feeling, feelings, felt, mood, how i felt, gefühl, gefühle, emoción, émotion",
    "what_happened": "notes, note, story, description, details, comment, comments, notiz, notizen, notas, was geschah, "
    "qué pasó, remarques",
    "kind": "kind of ask",
    "company": "together with",
    "audience": "one or group",
    "counts": "does it count",
    "no_before": "expected no, likely no, chance of no, chance of a no, forecast no",
    "feared": "fear, feared thing, what i feared, prediction, angst, miedo, peur",
    "feared_before": "feared likelihood, fear likelihood, likelihood",
    "cost_before": "how bad, how bad would a no be",
    "tension_before": "tension, suds, anxiety, anxiety before, nervousness, nerves, anspannung",
    "pull": "want, how much i want it",
    "feared_happened": "fear came true, did it happen",
    "sting": "pain, how much it hurt, how much it stung",
    "no_kind": "kind of no, type of no",
    "flinched": "flinch",
    "funny": "funny actually",
    "back_after": "back to myself after",
    "safe_habits": "safe habit, safety behaviours, safety behaviors, what i did to feel safe",
    "harms": "harm",
    "fact_line": "fact, fact said back",
    "lesson": "lessons, learned, learnt, lesson learned, what i learned, takeaway",
    "gained": "gain, got",
    "yeses": "yes count, number of yeses",
    "noes": "no count, number of noes, nos, rejections",
    "maybes": "maybe count",
    "silences": "no replies, silent, silence, number of silences",
}
# Words for a thing feared or felt that mean a number where the heading tells a scale.
AS_SCALE: Final[Mapping[str, str]] = {
    "fear": "tension_before",
    "angst": "tension_before",
    "afraid": "tension_before",
    "feared": "feared_before",
    "hurt": "sting",
    "forecast": "no_before",
}
SCALE: Final = re.compile(r"[ (\[]*(?:[01] ?(?:-|–|to|bis) ?|/ ?|out of )(?P<top>4|5|10|100)[ )\]]*|[ (\[]*%[ )\]]*")


def plain(name: str) -> str:
    """A column's name as it is compared: small letters, one space, no underscores, no mark behind it."""
    words = unicodedata.normalize("NFC", name).strip("\ufeff \t\r\n").casefold()
    return re.sub(r"[\s_]+", " ", words).strip().rstrip("?:* ")


def parted(name: str) -> tuple[str, int | None]:
    """The name and the end of the scale that it tells: sting, 10 of “Sting (0–10)”; None where it tells none."""
    words = plain(name)
    at = next((at for at in range(len(words)) if SCALE.fullmatch(words, at)), len(words))
    found = SCALE.fullmatch(words, at)
    return (words, None) if found is None or at == 0 else (plain(words[:at]), int(found["top"] or 100))


def everyday() -> dict[str, str]:
    return {name: field for field, names in ALSO.items() for name in names.split(", ")}


EVERYDAY: Final = everyday()
