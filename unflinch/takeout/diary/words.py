"""Words for what came back, in English, German, Spanish and French."""

from typing import Final

from unflinch.practice.vocabulary import Manner, Outcome
from unflinch.takeout.diary.folding import tidy_cell

_YES, _NO, _MAYBE, _NO_REPLY, _NOT_ASKED = (
    Outcome.YES,
    Outcome.NO,
    Outcome.MAYBE,
    Outcome.NO_REPLY,
    Outcome.NOT_ASKED,
)


def folded_words(words: str) -> list[str]:
    """Phrases between commas, as cells are compared."""
    return [tidy_cell(word) for word in words.split(", ")]


def _words_in(words: str) -> frozenset[str]:
    """Single words, as cells are compared."""
    return frozenset(tidy_cell(word) for word in words.split())


# By what they mean: an outcome, and how the answer was more than its word.
MEANT_WORDS: Final[dict[tuple[Outcome, str], str]] = {
    (_YES, ""): "yes, y, yep, yeah, yup, yess, yesss, yay, accepted, acceptance, granted, agreed, approved, allowed, "
    "success, successful, succeeded, i got a yes, i got it, ok, okay, sure, sure thing, of course, absolutely, "
    "definitely, certainly, gladly, "
    "with pleasure, no problem, why not, go ahead, said yes, they said yes, he said yes, she said yes, got it, "
    "got a yes, got in, it worked, worked, won, offer, offered, hired, received, given, positive, "
    "ja, jawohl, jep, jo, klar, gerne, natürlich, zusage, zugesagt, genehmigt, bewilligt, erlaubt, angenommen, "
    "geklappt, "
    "hat geklappt, erfolg, erfolgreich, hat ja gesagt, haben ja gesagt, ja gesagt, durfte, einverstanden, bekommen, "
    "si, sip, claro, por supuesto, vale, de acuerdo, aceptado, aceptada, acepto, aceptó, aceptaron, concedido, "
    "concedida, aprobado, aprobada, me dijo que si, dijo que si, me dijeron que si, dijeron que si, éxito, logrado, "
    "lo logré, conseguido, oui, ouais, bien sûr, d'accord, accepté, acceptée, accordé, accordée, a dit oui, "
    "ont dit oui, réussi, réussite, succès, volontiers, ✓, ✔, ✅, ☑, 👍, 🟢",
    (
        _NO,
        "",
    ): "raté, échoué, "
    "no, n, nope, absolutely not, certainly not, of course not, definitely not, never, "
    "not a chance, no chance, ni hablar, ni loco, de ninguna manera, para nada, wollte nicht, auf keinen fall, "
    "niemals, "
    "natürlich nicht, sicher nicht, jamais, pas question, bien sûr que non,  nah, noo, nooo, no way, not today, "
    "not now, rejected, rejection, reject, declined, refused, "
    "refusal, denied, turned down, got rejected, was rejected, turned me down, not granted, unsuccessful, failed, "
    "fail, "
    "failure, i got rejected, i was rejected, said no, they said no, he said no, she said no, got a no, "
    "no thanks, no thank you, no sorry, sorry no, "
    "not interested, not allowed, not possible, negative, afraid not, didn't work, did not work, "
    "nein, nö, nee, leider nein, leider nicht, absage, abgelehnt, abgesagt, ablehnung, verweigert, verneint, "
    "nicht erlaubt, nicht geklappt, hat nein gesagt, haben nein gesagt, nein gesagt, nein danke, misserfolg, korb, "
    "einen korb bekommen, rechazado, rechazada, rechazaron, me rechazaron, me rechazó, rechazo, negado, negada, "
    "denegado, denegada, me dijo que no, dijo que no, me dijeron que no, dijeron que no, fracaso, non, refusé, "
    "refusée, "
    "refus, rejeté, rejetée, a dit non, ont dit non, a refusé, échec, ✗, ✘, ✕, ✖, ❌, ❎, 🚫, 👎, 🔴",
    (_MAYBE, ""): "maybe, maybe later, perhaps, pending, later, not sure, undecided, will think about it, "
    "thinking about it, "
    "they'll think about it, kind of, kinda, sort of, partly, partially, half, half no half yes, half yes half no, "
    "yes and no, mixed, so so, it depends, depends, possibly, let me see, we'll see, "
    "will let me know, they will let me know, "
    "vielleicht, später vielleicht, vielleicht später, eventuell, evtl, jein, teils, teilweise, teils teils, "
    "mal sehen, "
    "überlegt noch, überlegt es sich, "
    "kommt drauf an, quizás, quizá, quizás luego, tal vez, puede ser, a medias, más o menos, depende, lo pensará, "
    "peut être, peut être plus tard, "
    "à moitié, ça dépend, on verra, 🤷, 🤷♂, 🤷♀, 🟡",
    (_NO_REPLY, ""): "en attente, "
    "no word, no word yet, no word back, nothing heard, "
    "no reply, nothing yet, nada todavía, todavía nada, noch nichts, rien, toujours rien, "
    "no reply yet, no answer, no answer yet, no response, no response yet, silence, "
    "silent, ghosted, ignored, unanswered, never answered, never replied, noreply, waiting, awaiting response, "
    "awaiting reply, awaiting answer, waiting for a reply, waiting for an answer, waiting to hear, "
    "waiting to hear back, "
    "didn't reply, didn't answer, did not reply, did not answer, didn't respond, didn't hear back, heard nothing, "
    "nothing back, crickets, left on read, keine antwort, keine reaktion, keine rückmeldung, nicht geantwortet, "
    "ignoriert, funkstille, unbeantwortet, warte noch, sin respuesta, no contestó, no contestaron, no respondió, "
    "no respondieron, me ignoró, me ignoraron, ignorado, silencio, nadie contestó, pas de réponse, sans réponse, "
    "aucune réponse, n'a pas répondu, ignoré, ignorée, 🔇, 👻, 🦗",
    (
        _NOT_ASKED,
        "",
    ): "lost my nerve, kam nicht dazu, "
    "not asked, not this time, skipped, did not ask, didn't ask, didnt ask, never asked, haven't asked, "
    "chickened out, bailed, bailed out, backed out, postponed, did not happen, didn't happen, cancelled, canceled, "
    "not done, did not do it, didn't do it, bottled it, wimped out, didn't dare, did not dare, too scared, gave up, "
    "couldn't do it, could not, couldn't, withdrew before asking, self rejection, self rejected, i rejected myself, "
    "nicht gefragt, nicht getraut, nicht gemacht, hab mich nicht getraut, habe mich nicht getraut, "
    "mich nicht getraut, "
    "hab nicht gefragt, habe nicht gefragt, gekniffen, verschoben, ausgelassen, ausgefallen, no me atreví, "
    "no pregunté, no lo pregunté, no lo hice, no lo pedí, no pedí, me acobardé, lo pospuse, pas osé, "
    "je n'ai pas osé, "
    "n'ai pas osé, pas demandé, je n'ai pas demandé, pas fait, annulé, reporté, 🙈, 🐔",
    (_MAYBE, Manner.COUNTER_OFFER): "counter offer, counteroffer, offered something else, "
    "they offered something else, "
    "another offer, gegenangebot, contraoferta, contre proposition",
    (_YES, Manner.CONDITION): "conditional, conditional yes, yes if, yes but, yes on a condition, "
    "yes with a condition, "
    "ja unter einer bedingung, sí con condición, sí con una condición, oui sous condition",
    (_MAYBE, Manner.SUBSTITUTE): "substitute, something else instead, a substitute",
    (_NO, Manner.TAKEN_BACK): "taken back, took it back, they took it back, changed their mind, yes then no, "
    "yes but then no, first yes then no, erst ja dann nein, zurückgezogen, primero sí luego no, oui puis non",
    (_MAYBE, Manner.PASSED_ON): "passed on to somebody else, sent me to somebody else, referred me, sent me on, "
    "weitergeschickt, weiterverwiesen",
    (_NO, Manner.GRANTED_ANYWAY): "granted anyway, did it anyway, no but did it anyway, "
    "no but granted, said no and did it anyway",
}
# Kinds of rejection in the words of those who practise it: plain enough to guess, and said.
GUESSED: Final[dict[Outcome, str]] = {
    _YES: "failed rejection, doch ja, am ende ja, al final sí, finalement oui",
    _NO: "double rejection, odd rejection, doch nein, am ende nein, al final no, finalement non",
}
NONE_YET_WORDS: Final = frozenset({"", "open", "tbd", "planned", "to do", "todo", "not yet", "upcoming", "geplant",
                                   "offen", "noch offen", "pendiente", "planeado", "prévu", "à faire"})  # fmt: skip
UNKNOWN_WORDS: Final = frozenset({"unknown", "?", "??", "???", "don't know", "dont know", "not known", "n/a", "na",
"unsure",
                            "no idea", "can't remember", "forgot", "unbekannt", "weiß nicht", "k.a", "k. a",
                            "keine ahnung",
                            "no sé", "desconocido", "no recuerdo", "inconnu", "je ne sais pas", "❓",
                            "🤔"})  # fmt: skip
# What stands before the word and changes nothing of it: a hard no is a no.
BEFORE_WORDS: Final = _words_in(
    "still yet already just only really rather noch immer schon wohl eher hab habe bin wurde "
    "todavia aun ya solo he fue "
    "je j'ai n'ai ai toujours encore "
    "they he she it said says was is got gave me us him her a an the very hard soft firm big clear "
    "polite friendly kind nice rude flat definite definitive quick immediate instant absolute total "
    "plain simple loud enthusiastic sorry unfortunately sadly but and so first another ein eine einen "
    "hat haben sagte sagten klares klare freundliches freundliche höfliches glattes leider aber und dann "
    "ganz sofort un una el la dijo dijeron que rotundo claro amable pero y une le elle il ils ont dit "
    "grand gentil mais et attempt result"
)
# What begins a reason or a remark behind the word.
BEHIND: Final = _words_in(
    "sorry thanks thank please mate sir love desole desolee merci gracias poli polie net gentil amable "
    "by from because after with in at on for since as until but though and which who when so that he she "
    "they we it i von vom wegen weil nach mit im am beim aber obwohl und er sie es wir ich nur sofort "
    "danke por de porque después tras con en pero aunque y él ella par car après avec dans mais et il "
    "elle tout sauf my the their his her"
)
ORDERED: Final = ("then", "later", "→", "->", "=>", "dann", "danach", "später", "luego", "después", "puis", "ensuite")
HARMLESS: Final = ("no problem", "no problems", "no worries", "no questions asked", "no doubt", "not a problem",
                   "why not", "kein problem", "sin problema", "pas de problème", "no wonder",
                   "no big deal")  # fmt: skip
