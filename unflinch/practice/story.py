"""An ask told as a story: short whole sentences made of what was said, and of nothing else."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from django.utils.dateformat import format as formatted
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unflinch.practice.feelings import tags_of
from unflinch.practice.models import Answer, Ask, Debrief, Forecast
from unflinch.practice.vocabulary import Feared, NotAskedReason, Outcome
from unflinch.shell.templatetags.words import with_stop

_ASK: Final = "Ask "
_TO_ME: Final = re.compile(r"\byou(r|rs|rself)?\b", re.IGNORECASE)  # a title that speaks to me, and not as I do
_LIKELY: Final = 60
_ALMOST_CERTAIN: Final = 80
_HARDLY: Final = 20
_SOMEWHAT: Final = 60

_AFRAID: Final[Mapping[str, Promise]] = {
    Feared.GO_RED: gettext_lazy("I was afraid I’d go red."),
    Feared.VOICE_SHAKES: gettext_lazy("I was afraid my voice would shake."),
    Feared.LOSE_WORDS: gettext_lazy("I was afraid I’d lose my words."),
    Feared.THINK_ME_WEIRD: gettext_lazy("I was afraid they’d think I’m weird."),
    Feared.NUISANCE: gettext_lazy("I was afraid they’d think I’m a nuisance."),
    Feared.REPLY_COLDLY: gettext_lazy("I was afraid they’d reply coldly."),
    Feared.LEFT_ON_READ: gettext_lazy("I was afraid they’d leave me on read."),
    Feared.LOOK_ANNOYED: gettext_lazy("I was afraid they’d look annoyed."),
    Feared.LAUGH: gettext_lazy("I was afraid they’d laugh and walk off."),
    Feared.IGNORE: gettext_lazy("I was afraid they’d ignore me."),
    Feared.GET_ANGRY: gettext_lazy("I was afraid they’d get angry."),
    Feared.STARE: gettext_lazy("I was afraid they’d stare at me."),
    Feared.TELL_OTHERS: gettext_lazy("I was afraid they’d tell somebody else."),
}
_ANSWERED: Final[Mapping[str, Promise]] = {
    Outcome.YES: gettext_lazy("The answer was yes."),
    Outcome.NO: gettext_lazy("The answer was no."),
    Outcome.MAYBE: gettext_lazy("The answer was maybe."),
    Outcome.NO_REPLY: gettext_lazy("Nobody has answered."),
    Outcome.WENT: gettext_lazy("I did it."),
}
_LATER: Final[Mapping[str, Promise]] = {
    Outcome.YES: gettext_lazy("Later it turned into a yes."),
    Outcome.NO: gettext_lazy("Later it turned into a no."),
    Outcome.MAYBE: gettext_lazy("Later it turned into a maybe."),
    Outcome.NO_REPLY: gettext_lazy("After that, I heard nothing more."),
}
_NOT_ASKED: Final[Mapping[str, Promise]] = {
    NotAskedReason.NO_CHANCE: gettext_lazy("It didn’t happen: I didn’t get the chance."),
    NotAskedReason.NOT_THE_MOMENT: gettext_lazy("It didn’t happen: it wasn’t the moment."),
    NotAskedReason.TOO_MUCH: gettext_lazy("It didn’t happen: it was too much for that day."),
    NotAskedReason.TOO_TIRED: gettext_lazy("It didn’t happen: I was too tired."),
    NotAskedReason.FELT_WRONG: gettext_lazy("It didn’t happen: it felt wrong."),
}


def ask_story(ask: Ask, day: date) -> list[str]:
    """The sentences of this ask's story on this personal day; a hard one of today says that it rests."""
    first = ask.first_answer
    if first is None:
        return []
    if ask.rests(day):
        return [_opening(ask, first), _("The details rest until tomorrow.")]
    if first.outcome == Outcome.NOT_ASKED:
        return [_opening(ask, first), str(_NOT_ASKED.get(first.reason, _("It didn’t happen this time.")))]
    told, foretold = ask.debrief, ask.foretold
    return [
        _opening(ask, first),
        *(() if foretold is None else _expected(foretold)),
        *(() if told is None else _came_true(told)),
        *_answers(ask, first),
        *(() if told is None else _own_words(told)),
    ]


def _opening(ask: Ask, first: Answer) -> str:
    """When, and what it was: a title such as "Ask for a chair" becomes a part of the sentence."""
    title, when = str(ask.title).strip(), first.day and formatted(first.day, "l")
    made = first.outcome != Outcome.NOT_ASKED
    if made and title.startswith(_ASK) and not _TO_ME.search(title):
        what = {"what": title[len(_ASK) :]}
        return with_stop(
            _("On {day} I asked {what}").format(day=when, **what) if when else _("I asked {what}").format(**what)
        )
    if title:
        return _("On {day}: “{title}”.").format(day=when, title=title) if when else _("“{title}”.").format(title=title)
    return _("On {day} it just happened.").format(day=when) if when else _("It just happened.")


def _expected(foretold: Forecast) -> Iterator[str]:
    """The answer that was expected, and then what was feared: whether that happened is said right after it."""
    if foretold.no_before is not None and foretold.no_before >= _ALMOST_CERTAIN:
        yield _("I was almost certain I’d hear a no.")
    elif foretold.no_before is not None and foretold.no_before >= _LIKELY:
        yield _("I thought a no was likely.")
    if foretold.feared == Feared.OWN and foretold.feared_words:
        yield _("I was afraid of this: “{words}”.").format(words=foretold.feared_words)
    elif foretold.feared in _AFRAID:
        yield str(_AFRAID[foretold.feared])
    elif foretold.feared == Feared.CURIOUS:
        yield _("I was just curious.")


def _came_true(told: Debrief) -> Iterator[str]:
    if told.feared_happened is not None:
        if told.feared_happened < _HARDLY:
            yield _("That didn’t happen.")
        elif told.feared_happened < _SOMEWHAT:
            yield _("That happened, a bit.")
        else:
            yield _("That did happen.")


def _answers(ask: Ask, first: Answer) -> Iterator[str]:
    last = ask.answer
    yield str(_ANSWERED.get(first.outcome, ""))
    if last is not None and last.outcome != first.outcome and last.outcome in _LATER:
        yield str(_LATER[last.outcome])


def _own_words(told: Debrief) -> Iterator[str]:
    if told.what_happened:
        yield with_stop(told.what_happened)
    if feelings := tags_of(told):
        yield _("I felt {feelings}.").format(feelings=get_text_list(feelings, _("and")))
