"""Cues: what people write around an answer, by the outcome it makes likely. Cells that hold them are guesses, and said.

A cue is some words in bare letters, without apostrophes. `*` stands for any letters, `~` for up to two other words; `=`
before a cue says that it has to be the whole clause.
"""

from typing import Final

from unflinch.practice.vocabulary import Outcome

PLANNED: Final = ""  # nothing came back, as nothing was asked yet

CUES: Final[dict[str, str]] = {
    Outcome.YES: "yes, yess, ye, yea, yah, yap, yas*, yup*, yep*, aye, ok*, okay*, okie*, oki*, alright, "
    "all right, cool*, fine by me, fine with *, was fine, were fine, sure*, deal, done deal, bingo, hooray, "
    "hurra*, woo*, score*, win, wins, won, nailed it, landed it, made it, smashed it, it worked, worked ~ out, "
    "worked like, worked well, works, success*, accept*, approv*, agree*, grant*, allow*, permit*, confirmed, "
    "consented, affirmative, =positive, thumbs up, green light, =green, greenlit, go ahead, all yours, be my "
    "guest, help yourself, why not, no problem*, no prob*, no worries, not a problem, no biggie, didnt mind, dont "
    "mind, doesnt mind, did not mind, do not mind, no objection*, couldnt say no, of course, by all means, "
    "absolutely, definitely, certainly, totally, with pleasure, happy to, glad to, gladly, happily, delighted, "
    "pleased to, would love to, loved to, love to, loves to, lovely idea, great idea, went for it, went along, "
    "went with it, played along, joined in, joined me, came along, came with, was up for it, up for it, is up "
    "for, was game, were game, im in, were in, hes in, shes in, count me in, is in, on board, got it, got one, "
    "got them, got in, got ~ job, got ~ free, got ~ refund, got ~ discount, got a yes, got the *, got my *, got "
    "what i *, got an extra, got extra, got some, got two, got to *, gave it, gave me, gave us, gave in, gave ~ "
    "one, gave ~ some, let me, let us, lets me, let ~ in, lent me, lent it, lent ~ to me, loaned me, handed me, "
    "handed it, handed ~ over, helped, helped me, helping, helps, offered me, offered to *, took me, took my *, "
    "took ~ photo, took ~ picture, took the *, showed me, sold me, wrote me a, signed *, sign up, drove me, "
    "walked me, bought me, bought it, paid, treated me, poured me, made me ~ one, made me a, moved over, swapped, "
    "switched, traded, waived *, refunded, upgraded, extended, booked, booked in, hired, invited me, said i "
    "could, says i can, said i can, i can have, i could have, i may, you can, you may, they can, they will, will "
    "do, can do, ill do it, he will, she will, did it for me, they did it, he did it, she did it, does it, they "
    "did, he did, she did, nodded, on the house, free of charge, shook my hand, shook on it, jumped at *, said to "
    "*, ja, jaa, =jo, jup, jep*, joa, jawoll, yo, jo klar, =klar, klar doch, na klar, ja klar, logo, =sicher, na "
    "sicher, gerne*, gern, natuerlich, naturlich, freilich, selbstverstandlich, passt, passt schon, abgemacht, "
    "kein problem, keine frage, kein thema, kein ding, nichts dagegen, wieso nicht, warum nicht, nicht nein, "
    "zugesagt, zusage*, zugestimmt, stimmte zu, stimmt zu, einverstanden, sagte zu, sagt zu, hat zugesagt, "
    "genehmig*, bewillig*, erlaub*, angenommen, geklappt, klappt, klappte, hat funktioniert, funktioniert, "
    "funktionierte, ging klar, geht klar, bekomm*, gekriegt, kriege, habs gekriegt, gegeben, gab mir, gab uns, "
    "gab es mir, gibt mir, durfte, darf, durften, darfst, machte mit, macht mit, mitgemacht, kam mit, kommt mit, "
    "=dabei, ist dabei, war dabei, half mir, geholfen, hilft, hat geholfen, lieh mir, geliehen, geschenkt, "
    "schenkte mir, freute sich, hat sich gefreut, liess mich, hat mich gelassen, erfolg*, volltreffer, gewonnen, "
    "si, sii, sip*, sipi, claro*, por supuesto, desde luego, como no, =vale, =venga, =dale, =hecho, de acuerdo, "
    "con gusto, con mucho gusto, encantad*, adelante, faltaria mas, sin problema*, ningun problema, no hay "
    "problema, no habia problema, acept*, accedio, accedieron, conced*, aprob*, logr*, consegui*, funciono, salio "
    "bien, exito, me dio, me dieron, me lo dio, me la dio, me lo dieron, me la dieron, me dejo, me dejaron, me "
    "ayud*, me regal*, me invit*, me presto, me prestaron, =pude, se anim*, se apunt*, oui*, ouais, ouaip, bien "
    "sur, evidemment, carrement, volontiers, avec plaisir, avec joie, daccord, dac, dacc, ok pour, ca marche, ca "
    "a marche, pas de probleme, pas de souci*, aucun probleme, aucun souci, sans souci, sans probleme, pourquoi "
    "pas, accord*, obtenu, jai eu, reussi*, gagne, ma donne, mont donne, ma laisse, mont laisse, ma aide*, mont "
    "aide*, ma prete, ma offert, mont offert, jai pu, ma fait, a joue le jeu, est venu*, sont venu*, valide*",
    Outcome.NO: "no, noo, nope*, nop, nah*, nay, naw, nu uh, nuh uh, =not, =negative, =neg, =red, red "
    "light, no way, no chance, no luck, no dice, no deal, no can do, no go, no joy, no success, no thanks, no "
    "thank you, not a chance, no sorry, not really, not today, not now, not this time, not interested, not "
    "possible, not allowed, not for me, not keen, not available, not happening, not their thing, not a fan, not "
    "into it, reject*, declin*, refus*, deni*, deny*, disallowed, disapprov*, dismiss*, rebuff*, snubbed, shot ~ "
    "down, shut ~ down, turn* ~ down, turned ~ away, knocked ~ back, knock back, brushed ~ off, blew ~ off, blown "
    "off, waved ~ away, waved ~ off, sent ~ away, sent ~ packing, told ~ to leave, told ~ off, kicked ~ out, "
    "laughed ~ off, laughed at me, laughed in my face, shook ~ head, shakes ~ head, head shake, shook his, shook "
    "her, shook their, walked off, walked away, walked on, kept walking, walked right past, hung up, slammed ~ "
    "door, cold shoulder, thumbs down, hard pass, passed on it, passed on *, they passed, he passed, she passed, "
    "a pass, said sorry, afraid not, wouldnt, would not, wont, will not, cant, cannot, can not, they couldnt, he "
    "couldnt, she couldnt, couldnt give, couldnt do that, couldnt let, didnt want, doesnt want, did not want, "
    "dont want, didnt let, did not let, didnt allow, didnt work, did not work, doesnt work, didnt get ~ it, didnt "
    "get in, did not get *, didnt give, didnt have, dont have, dont do, we dont, doesnt do, doesnt like, didnt "
    "like, didnt feel like, doesnt lend, against ~ policy, against ~ rules, company policy, store policy, out of "
    "stock, sold out, fully booked, =full, too busy, had no time, no time, has no time, hadnt time, too "
    "expensive, too late, too short notice, has plans, had plans, already has plans, got a no, gave me a no, gave "
    "me a look, gave me ~ look, gave me ~ shoulder, denial, unsuccess*, fail*, flop*, =lost, =loss, strike out, "
    "struck out, bombed, dead end, impossible, ruled out, out of the question, forget it, =never, nein*, ne, nee, "
    "noe, =nix, =nicht, sicher net, sicher ned, =net, =ned, geht net, geht ned, leider nicht, leider nein, lehnte "
    "~ ab, lehnt ~ ab, abgelehnt, ablehn*, abgewiesen, abgewimmelt, abgeblitzt, abfuhr, absage*, abgesagt, sagte "
    "ab, sagt ab, korb*, verneint, verweiger*, geht nicht, ging nicht, klappt nicht, klappte nicht, nicht "
    "geklappt, hat nicht geklappt, darf nicht, durfte nicht, wollte nicht, will nicht, konnte nicht helfen, kann "
    "nicht, kein interesse, keine lust, keine zeit, keine chance, ausgelacht, kopfschutteln, schuttelte ~ kopf, "
    "aufgelegt, weggeschickt, verboten, unmoglich, zu teuer, ausgebucht, rechaz*, negado, negada, nego, negaron, "
    "deneg*, se nego, se negaron, me dijo que no, dijo que no, que no, no quiso, no quisieron, no pudo, no "
    "pudieron, no puede, no pueden, no quiere, no quieren, no me dejo, no me dejaron, no me dio, no me dieron, no "
    "funciono, no salio, no hubo suerte, no se puede, no se podia, imposible, ni hablar, ni loco, ni de *, para "
    "nada, de eso nada, que va, tampoco, calabazas, me dio calabazas, me mando a *, se rio de mi, me colgo, "
    "fracas*, sin exito, non, nan, rejet*, decline*, a dit non, que non, pas possible, pas interess*, na pas "
    "voulu, nont pas voulu, ne veut pas, ne peut pas, na pas pu, nont pas pu, na pas marche, ca na pas marche, "
    "pas marche, rate*, echou*, echec, pas question, hors de question, jamais, rien a faire, pas le temps, pas "
    "envie, ma raccroche au nez, ma ri au nez, rateau, =un vent, pas cette fois, pas aujourdhui, pas pour moi, "
    "=complet",
    PLANNED: "=open, =offen, idea, =ideas, to ask, to be asked, to be done, will ask ~ soon, going to "
    "ask, gonna ask, plan to *, planning, planned, want to ask, not done yet, not asked yet, havent asked yet, "
    "havent done yet, havent done it yet, havent yet, havent tried yet, didnt ask yet, next up, up next, on my "
    "list, on the list, backlog, scheduled, in progress, not started, idee, noch fragen, noch zu fragen, will "
    "fragen, werde fragen, geplant, vorgemerkt, noch nicht gefragt, noch nicht gemacht, steht an, por hacer, por "
    "preguntar, por pedir, aun no, todavia no, voy a *, planeado, a faire, a demander, prevu*, pas encore, pas "
    "encore demande, pas encore fait, je vais *",
    Outcome.MAYBE: "would try, will try, shed try, hed try, theyd try, ill try, shell try, hell try, theyll "
    "try, try to, versucht es, probiert es, lo intentara, va essayer, half yes, halb ja, medio si, demi oui, "
    "maybe*, negotiat*, haggl*, settled for, settled on, settle for, met in the middle, met ~ half way, met ~ "
    "halfway, in between, inbetween, something between, come next *, come tomorrow, come another *, come again, "
    "told to come *, said to come *, said come *, ausgehandelt, verhandelt, geeinigt, dazwischen, negoci*, entre "
    "les deux, rebaja, mabye, mayb, perhaps, possibly, prob*, potentially, tbd, tbc, =amber, =yellow, =orange, "
    "not sure*, unsure about, isnt sure, wasnt sure, werent sure, arent sure, undecided, on the fence, hesitant, "
    "up in the air, half*, partial*, partly, in part, sort of, sorta, kind of, kinda, ish, so so, meh, mixed*, "
    "compromise*, counter*, instead, something else, someone else, somewhere else, other time, another time, "
    "another day, different *, think* ~ about it, think* it over, think* on it, have a think, mull* it over, "
    "mulling*, sleep on it, consider* it, considering, will consider, mention it, look* into it, look and see, "
    "take a look, check* with, check* first, to check, will check, have to ask, has to ask, had to ask, needs to "
    "ask, need to ask, will ask, would ask, ask ~ boss, ask ~ manager, ask ~ husband, ask ~ wife, run it by, talk "
    "to ~ first, get* back to me, get back to *, getting back *, gets back, let me know, lets me know, let you "
    "know, letting me know, call me back, call back, ring back, well see, will see, wait and see, let me see, "
    "lets see, see what *, we ll see, it depends, depends*, not right now, hasnt decided, havent decided, hadnt "
    "decided, didnt decide, come back *, ask again *, ask me *, ask again, try again *, try later, try another *, "
    "next time, next week, next month, next year, some other time, some day, someday, soon, later, another time "
    "maybe, waitlist*, waiting list, wait list, shortlist*, on hold, put me on *, noncommittal, non committal, "
    "vague, evasive, neither yes nor no, neither, yes and no, no clear *, didnt say yes or no, dodged *, changed "
    "the subject, vielleicht*, vllt, vlt, evtl*, eventuell, mal sehen, mal schauen, schauen wir, schau ma mal, "
    "jein, naja, teils*, teilweise, zum teil, halb*, uberleg*, denkt ~ nach, denken ~ nach, nachdenken, "
    "drubernachdenken, daruber nachdenken, muss ~ fragen, fragt ~ nach, fragt nach, klart *, schaut ~ nach, "
    "meldet sich*, melden sich, will sich melden, gibt bescheid, sagt bescheid, gibt mir bescheid, bescheid, "
    "kommt drauf an, kommt darauf an, ein andermal, ein anderes mal, nachstes mal, nachste woche, =spater, "
    "warteliste, unentschlossen, unsicher, nicht sicher, noch nicht sicher, weiss noch nicht, weiss nicht genau, "
    "stattdessen, gegenvorschlag, quiza*, quizas, tal vez, a lo mejor, igual si, puede que *, puede ser, "
    "=posible, es posible, ya veremos, ya vere*, vamos a ver, a ver, ya te dire, ya me dira*, me dira*, me "
    "avisa*, me llamara*, lo piensa*, lo pensara*, lo va a pensar, lo van a pensar, se lo piensa*, se lo "
    "pensara*, pensarselo, lo consult*, tiene que preguntar*, tiene que consult*, tiene que ver*, tiene que "
    "pensar*, tienen que ver*, depende*, a medias, mas o menos, otro dia, otra vez, en otro momento, mas tarde, "
    "=luego, la proxima, lista de espera, en cambio, mitad, peut etre*, peutetre, eventuellement, =possible, cest "
    "possible, on verra*, a voir, il verra, elle verra, faut voir, va reflechir, vont reflechir, va y reflechir, "
    "reflechi*, reflechit, y pense, va voir, doit demander, doit voir, doit verifier, va demander, me dira, me "
    "redit, me tient au courant, me recontacte*, me rappelle*, va me rappeler, ca depend, depend*, a moitie, "
    "moitie, plus tard, une autre fois, la prochaine fois, liste dattente, hesite*, pas sur*, a la place, plus ou "
    "moins, mitige",
    Outcome.NO_REPLY: "nothing heard, none heard, nix gehort, nix kommen, no reply*, no answer*, no response*, "
    "no word*, no news, no sign *, no reaction, no contact, no comment, no feedback, no call *, no email *, no "
    "message *, nobody answered, nobody replied, no one answered, no one replied, nobody picked up, no one picked "
    "up, =nothing, nothing back, nothing yet, nothing so far, nothing since, got nothing back, =nada, heard "
    "nothing, not heard *, havent heard *, havent heard, hasnt *, havent *, didnt hear *, never heard *, not a "
    "word, not a peep, not a thing, no peep, silence*, silent*, radio silence, dead air, dead silence, awkward "
    "silence, crickets, tumbleweed, ghost*, ignor*, blanked ~ me, blanked, left on *, on read, on seen, =seen, "
    "=read, =opened, =delivered, seen no *, read no *, left hanging, left me hanging, blue ticks, blue tick, two "
    "ticks, read receipt, read but *, seen but *, unread, unopened, unanswered, never answer*, never repl*, never "
    "respond*, never wrote *, never came back *, never call*, never got back *, never got *, never picked up, "
    "didnt answer*, didnt repl*, didnt respond*, didnt write *, didnt get back*, didnt call *, didnt pick up, "
    "didnt react, did not answer*, did not repl*, did not respond*, did not react, not replied, not answered, not "
    "responded, doesnt answer, doesnt reply, doesnt respond, wont answer, wont reply, not picking up, wait*, "
    "still wait*, pending, awaiting *, straight to voicemail, voicemail, went to voicemail, mailbox, pretended "
    "not to hear, walked past me, =void, looked through me, looked right through me, =vanished, =disappeared, "
    "went quiet, went cold, keine antwort*, keine reaktion*, keine ruckmeldung*, keinerlei *, null reaktion, kein "
    "ton, kein wort, nichts gehort, nichts mehr gehort, nichts gekommen, kam nichts, kommt nichts, noch nichts, "
    "nichts zuruck, keiner da, keiner ant*, keiner hat *, niemand *, nie geantwortet, nie gemeldet, nie zuruck*, "
    "nie was *, nie mehr *, nie reagiert, nicht geantwortet, antwortet nicht, antwortete nicht, nicht gemeldet, "
    "meldet sich nicht*, meldete sich nie, meldete sich nicht*, nicht zuruckgerufen, nicht reagiert, reagiert "
    "nicht, reagierte nicht, ging nicht ran, geht nicht ran, nicht rangegangen, niemand ging *, gelesen*, blaue "
    "haken, zwei haken, =hakchen, ignorier*, funkstille, =stille, schweigen, schwieg, geschwiegen, warte*, "
    "gewartet, ausstehend, steht aus, steht noch aus, sin respuesta*, sin contestar, sin contestacion, sin "
    "noticias, sin reaccion, no respond*, no contest*, no me contest*, no me respond*, no ha contestado, no ha "
    "respondido, no han contestado, no han respondido, no me ha *, no me han *, aun nada, ni caso, ni pio, ni una "
    "palabra, no dijo nada, no dijeron nada, no me hizo caso, =visto, =visto nada, visto sin *, visto y *, en "
    "visto, me dejo en visto, me dejaron en visto, me dejo en leido, en leido, =leido, leido sin *, leido y *, "
    "doble check*, silencio*, me ignor*, esperando*, sigo esperando, a la espera, nadie *, pas de reponse*, sans "
    "reponse*, aucune reponse*, aucune nouvelle, pas de nouvelle*, sans nouvelle*, pas repondu, na pas repondu, "
    "nont pas repondu, ne repond pas, ne repondent pas, jamais repondu, jamais rappele, pas rappele, =rien, rien "
    "du tout, toujours rien, silence radio, =vu, =lu, vu et *, lu et *, lu sans *, vu sans *, ignore*, =attends, "
    "on attend, jattends*, en attente*, aucune reaction, pas de reaction, personne na *, personne ne *, pas de "
    "retour, aucun retour",
    Outcome.NOT_ASKED: "chicken*, wuss*, wimp*, bottled*, bailed*, bail, bottled out, coward*, froze*, frozen, "
    "panicked, got scared, got cold feet, cold feet, nerves got *, lost ~ nerve, lost ~ courage, lost courage, no "
    "courage, no guts, didnt have the *, did not have the *, couldnt bring myself, couldnt do it, i couldnt, "
    "couldnt ask, could not ask, could not do it, could not bring *, =didnt, =did not, =nope didnt, =no didnt, "
    "net traut, ned traut, net gfragt, ned gfragt, pike*, piked out, pulled out, couldnt get ~ out, couldnt make "
    "myself, couldnt go through *, didnt ask*, didnt dare*, didnt try, didnt even *, didnt go, didnt do it, didnt "
    "do *, didnt send*, didnt manage *, didnt get to it, didnt get round *, didnt get around *, didnt happen, "
    "didnt make it, didnt go through *, didnt go in, didnt speak *, did not ask*, did not dare*, did not try, did "
    "not do*, did not go, did not send*, did not happen, not asked*, not tried, not done, not sent, never asked*, "
    "never went, never sent, never did*, havent asked, havent tried, havent done, havent sent, too scared, too "
    "afraid, too nervous, too anxious, too shy, too awkward, too embarrassed, too tired, too much for me, ran "
    "away, ran off, ran out, i left, left without *, left before *, walked past, walked by, i walked *, i fled, "
    "fled, turned around, talked myself out *, talked me out *, put it off, put off, postpon*, skip*, avoided, "
    "=avoid, cancel*, gave up, backed out, backed off, backed down, flaked, dodged it, i passed, deleted ~ draft, "
    "deleted it, deleted ~ message, unsent, still a draft, draft*, nope out, noped out, nope d out, rain check, "
    "nicht gefragt, nicht getraut*, nicht gewagt, nicht gemacht, nicht geschafft, nicht versucht, nicht "
    "hingegangen, nicht abgeschickt, nicht gesendet, nie abgeschickt, nie gefragt, doch nicht gefragt, traute "
    "mich *, trau mich *, hab mich nicht *, habe mich nicht *, getraut nicht, gekniffen, mich gedruckt, schiss, "
    "zu feige, feige, zu nervos, zu angstlich, keinen mut, mut verloren, kein mut, mut verlassen, verschoben, "
    "vertagt, ausgelassen, abgebrochen, umgedreht, weggelaufen, geflohen, ubersprungen, ausgefallen, no me "
    "atrevi*, no me anime*, no pregunte, no lo pregunte, no lo hice, no lo pedi, no pedi, no llegue a *, no fui, "
    "no lo intente, no lo envie, no la envie, no pude *, no me salio, no tuve valor, no tuve el *, sin atreverme, "
    "me acobarde, me raje, me eche *, me dio verguenza, me dio miedo, me dio corte, me dio cosa, me bloquee, me "
    "arrepenti, lo pospuse, lo deje *, pospuesto, cancelado, me fui sin *, pas ose*, nai pas ose*, jai pas ose*, "
    "je nai pas ose*, pas demande, nai pas demande, pas essaye, pas fait, nai pas pu *, pas eu le *, pas envoye, "
    "degonfle*, suis degonfle*, me suis enfui*, me suis sauve*, trop peur, eu peur, trop stresse*, jai renonce, "
    "renonce*, abandonne*, annule*, reporte*, laisse tomber, parti sans *, partie sans *, fait demi tour, demi "
    "tour",
}
# Cues that count only where no other does.
WEAK: Final[dict[str, str]] = {
    Outcome.NO: "sorry, unfortunately, sadly, regret*, busy, policy, closed, laughed, leider, lo siento, "
    "lamentable*, desole*, malheureusement, schade, lastima, dommage, kein, keine",
    Outcome.YES: "great, lovely, amazing, perfect, super, genial, free, gratis, umsonst, gratuit*, happy",
}
# What a person means by a kind of their own is anybody's guess.
OWN_KINDS: Final = "* rejection"
# Words that turn a yes near them into a no.
NOT: Final = frozenset(
    [
        "not",
        "no",
        "never",
        "didnt",
        "doesnt",
        "dont",
        "wouldnt",
        "wont",
        "cant",
        "cannot",
        "couldnt",
        "wasnt",
        "werent",
        "isnt",
        "arent",
        "without",
        "hardly",
        "barely",
        "nicht",
        "nichts",
        "kein",
        "keine",
        "keinen",
        "keiner",
        "nie",
        "niemals",
        "ohne",
        "kaum",
        "ni",
        "nunca",
        "jamas",
        "sin",
        "tampoco",
        "pas",
        "ne",
        "na",
        "nai",
        "nont",
        "aucun",
        "aucune",
        "jamais",
        "sans",
    ]
)
# These tell that one answer came after the other.
AFTERWARDS: Final = (
    r"then|later|after(?:wards?)?|eventually|finally|in the end|at first|first|initially|until|next day|"
    r"changed (?:his|her|their) minds?|came (?:around|round)|dann|danach|spater|zuerst|erst|anfangs|am ende|"
    r"schliesslich|luego|despues|al final|primero|al principio|finalmente|puis|ensuite|finalement|dabord|"
    r"a la fin|=+>|-+>|→|>"
)
