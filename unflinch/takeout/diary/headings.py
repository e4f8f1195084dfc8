"""The names that people give to their columns: which fields each can mean, the likeliest first."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from unflinch.takeout.diary.fields import FIELDS, RATING_FIELDS
from unflinch.takeout.diary.folding import bare, fold_cell

# Our fields by everyday names, in small letters with single spaces: English, and the plainest words of its neighbours.
_ALSO: Final[Mapping[str, str]] = {
    "week": "wk, kw, week number, week no, week #, woche, semana, semaine",
    "date": "when, on, day date, asked on, date asked, full date, datum, wann, fecha, cuándo, quand, timestamp, "
    "zeitstempel, created time, marca temporal, horodateur",
    "time": "hour, uhrzeit, zeit, hora, heure",
    "day": "day number, day no, day #, day nr, tag, día, jour, attempt day",
    "activity": "activity number, activity no, nr, no, number, #, lfd nr, lfd. nr, rejection #, aktivität, actividad, "
    "activité",
    "challenge": "request, was, qué, quoi, ask, the ask, what, title, what i asked, what i asked for, "
    "asked for, idea, rejection, "
    "attempt, question, bitte, frage, petición, pregunta, demande, question posée, dare, task, name, titel, titre, "
    "título",
    "asked_whom": "who, whom, person, asked who, asked, to whom, of whom, from whom, askee, wer, wen, wem, "
    "wen gefragt, bei wem, quién, a quién, persona, qui, à qui, personne",
    "setting": "where, place, location, wo, ort, lugar, dónde, où, lieu",
    "channel": "how, medium, means, via, by, wie, kanal, cómo, canal, comment posé",
    "outcome": "result, answer, response, reply, accepted, accepted or rejected, yes or no, yes/no, y/n, "
    "first answer, "
    "status, verdict, success, ergebnis, antwort, resultado, respuesta, résultat, réponse, decision",
    "reply_later": "later, later reply, later answer, final answer, final outcome, settled, spätere antwort",
    "manner": "manner of answer",
    "reason": "not asked reason, reason not asked, why not asked, why not",
    "emotion": "emotions, feeling, feelings, felt, mood, how i felt, gefühl, gefühle, emoción, émotion",
    "what_happened": "notes, note, story, description, details, comment, comments, notiz, notizen, notas, "
    "was geschah, "
    "qué pasó, remarques, remarks, bemerkung, bemerkungen, anmerkung, anmerkungen, observaciones, comentarios",
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
# What a heading may hold, in bare letters: the first that fits its cells counts.
_HOLDING: Final[tuple[tuple[str, str], ...]] = (
    (r"why.*\b(not|didn)|warum nicht|por que no|pourquoi pas", "reason"),
    (r"(chance|likel|probab|expect|odds|wahrscheinlich|erwart|probabil).*\b(no|nein|non|reject\w*|absage)\b",
     "no_before"),
    (r"accept|acept|succe|erfolg|geklappt|exito|agree|granted|zugesagt|said yes|say yes|got it|\bwin\b|\bwon\b|"
     r"worked|a marche|funcion|reaktion|reaction|reaccion|"
     r"they said|me dijeron|ont dit|haben gesagt|hat gesagt|oui/non|ja/nein|si/no|"
     r"did (they|he|she) say|what came back|was kam|outcome|result|ergebnis|resultado|verdict|answer|antwort|"
     r"respuesta|"
     r"reponse|response|\breply\b|decision|entscheidung|\bstatus\b|reject|rejet|abgelehnt|absage|rechaz|refus|"
     r"turned down|denied|declin", "outcome"),
    (r"came of|turned out|how (it|that|this) went|how did (it|that) go|wie (es )?(lief|ging|war)|"
     r"wie ist es|rausgekommen|herausgekommen|como (me )?(fue|salio)|que tal|comment ca s'est passe|bilan", "outcome"),
    (r"pain|hurt|sting|schmerz|\bweh\b|dolor|dolio|douleur", "sting"),
    (r"nerv|anxi|anxs|\bfear|afraid|scare|dread|angst|aufreg|anspann|panik|miedo|ansied|\bpeur|stress|\btrac\b",
     "tension_before"),
    (r"^(who|whom|to whom|from whom|which person|wen|wem|bei wem|an wen|quien|a quien|qui|a qui)\b", "asked_whom"),
    (r"\bask(ed)? (for|to)\b|(what|i|you|we|today'?s|the) (did you |i |we )?(ask|dare|request|tried|try)|did you ask|"
     r"what (i|we) (did|tried|wanted)|was ich (gemacht|versucht|wollte)|que (hice|intente)|ce que j'ai (fait|tente)|"
     r"challenge|request|\bask\b|\bdare\b|mutprobe|herausforderung|aufgabe|\breto\b|desafio|\bdefi\b|demande|pedid|"
     r"\bpedir|peticion|gefragt|gebeten|rejection|mission|\btitle\b|\btitel\b|\btitre\b|titulo|position", "challenge"),
    (r"\bwho\b|\bwhom\b|person|\bwen\b|\bwem\b|quien\b|\bqui\b|askee|ansprech|gegenuber|counterpart", "asked_whom"),
    (r"\bdate\b|datum|fecha|timestamp|zeitstempel|\bwhen\b|\bwann\b|cuando|quand|created|applied on|\bdia\b|"
     r"\btag\b|\bjour\b|\bday\b", "date"),
    (r"^(week|wk|kw|woche|semana|semaine)\b", "week"),
    (r"^(day|tag|dia|jour)\b", "day"),
    (r"learn|lesson|takeaway|lernt|lektion|aprend|leccion|appris|lecon", "lesson"),
    (r"\bfelt\b|feel|emotion|\bmood|gefuhl|fuhlte|senti|ressenti|animo|humeur", "emotion"),
    (r"\bwhere\b|place|location|\bort\b|lugar|\blieu\b|donde", "setting"),
    (r"channel|kanal|\bcanal\b", "channel"),
    (r"how (it|that|this) went|how did (it|that) go|wie (es )?(lief|ging|war)|como (me )?(fue|salio)|"
     r"happened|\bnotes?\b|comment|remark|anything else|bemerk|notiz|anmerk|que paso|comentario|observac|remarque|"
     r"passiert|geschah|story|histoire|historia|geschichte", "what_happened"),
    (r"^(nr|no|num|number|n|#|lfd|id)\b|number$", "activity"),
)  # fmt: skip
_AFTER: Final = re.compile(r"\bafter|danach|nachher|despues|\bapres\b|aftermath")
# These tell a yes where their column says no: ticked, or “yes”, means that a no came back.
_OF_A_NO: Final = re.compile(r"reject|rejet|abgelehnt|absage|rechaz|refus|turned down|denied|declin|got a no|said no")
# Words for a thing feared or felt that mean a number where the cells or the heading tell a scale.
_AS_SCALE: Final[Mapping[str, str]] = {
    "fear": "tension_before",
    "angst": "tension_before",
    "miedo": "tension_before",
    "peur": "tension_before",
    "afraid": "tension_before",
    "feared": "feared_before",
    "hurt": "sting",
    "forecast": "no_before",
}
_SCALE: Final = re.compile(
    r"[ (\[]*(?:[01] ?(?:-|–|to|bis|a|à) ?|/ ?|out of |sur |von |de |of )(?P<top>\d{1,3})[ )\]]*|[ (\[]*%[ )\]]*"
)
HIGHEST_SCALE: Final = 100
_LONGEST_HEADING: Final = 10  # words; more is a sentence


def plain_heading(name: str) -> str:
    """A column's name as it is compared: bare, no underscores, no marks around it."""
    return re.sub(r"[\s_]+", " ", bare(name)).strip().strip("¿¡").rstrip("?:*.… ").strip()


@lru_cache(maxsize=1024)
def parted_heading(name: str) -> tuple[str, int | None]:
    """The name and the end of the scale that it tells: sting, 10 of “Sting (0–10)”; None where it tells none."""
    words = plain_heading(name)
    for at in range(1, len(words)):
        found = _SCALE.fullmatch(words, at)
        if found is not None and 1 < int(found["top"] or HIGHEST_SCALE) <= HIGHEST_SCALE:
            return plain_heading(words[:at]), int(found["top"] or HIGHEST_SCALE)
    return words, None


def own_field(name: str) -> str | None:
    """The field whose own name this is, a scale behind it or not."""
    words, top = parted_heading(name)
    exact, short = (word.replace(" ", "_").replace("-", "_") for word in (plain_heading(name), words))
    if exact in FIELDS:
        return exact
    return short if top is not None and short in RATING_FIELDS else None


def is_exact(name: str) -> bool:
    """Whether this is our own name to the letter, as our own export writes it."""
    return fold_cell(name) in FIELDS


def meanings(name: str) -> Iterator[str]:
    """The fields that this name can mean, the likeliest first; one may come twice."""
    words, top = parted_heading(name)
    if own := own_field(name):
        yield own
    if (usual := EVERYDAY.get(plain_heading(name)) or EVERYDAY.get(words)) and (top is None or usual in RATING_FIELDS):
        yield usual
    if rated := _AS_SCALE.get(words):
        yield rated
    if len(words.split()) > _LONGEST_HEADING:
        return
    after = _AFTER.search(words) is not None
    yield from (
        field for pattern, field in _PATTERNS if pattern.search(words) and not (after and field in RATING_FIELDS)
    )


def is_known(name: str) -> bool:
    return next(meanings(name), None) is not None


def says_no(name: str) -> bool:
    """Whether a yes in this column is a no that came back: Rejected?"""
    return _OF_A_NO.search(plain_heading(name)) is not None and not re.search(r"accept|acept", plain_heading(name))


EVERYDAY: Final = {plain_heading(name): field for field, names in _ALSO.items() for name in names.split(", ")}
_PATTERNS: Final = tuple((re.compile(pattern), field) for pattern, field in _HOLDING)
