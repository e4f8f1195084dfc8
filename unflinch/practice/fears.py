"""What was feared beside what happened, in whole sentences: how it is asked, and how it is said afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from unflinch.practice.answer_words import is_written
from unflinch.practice.forms.fields import LIKELY, word_on
from unflinch.practice.models import Ask, Debrief, Forecast
from unflinch.practice.vocabulary import Feared, Harm, Outcome
from unflinch.shell.widgets import FIFTHS, fifth_of

# What each of the three answers is kept as: the feared thing did not happen, happened a bit, happened.
CAME_TRUE: Final[Mapping[int, Promise]] = {0: lazy("No"), 50: lazy("A bit"), 100: lazy("Yes")}

_ASKED: Final[Mapping[str, Promise]] = {
    Feared.GO_RED: lazy("You were afraid you’d go red. Did you?"),
    Feared.VOICE_SHAKES: lazy("You were afraid your voice would shake. Did it?"),
    Feared.LOSE_WORDS: lazy("You were afraid you’d lose your words. Did you?"),
    Feared.THINK_ME_WEIRD: lazy("You were afraid they’d think you’re weird. Did they say so?"),
    Feared.NUISANCE: lazy("You were afraid you’d be a nuisance. Did they say so?"),
    Feared.REPLY_COLDLY: lazy("You were afraid they’d reply coldly. Did they?"),
    Feared.LEFT_ON_READ: lazy("You were afraid they’d leave you on read. Did they?"),
    Feared.LOOK_ANNOYED: lazy("You were afraid they’d look annoyed. Did they?"),
    Feared.LAUGH: lazy("You were afraid they’d laugh and walk off. Did they?"),
    Feared.IGNORE: lazy("You were afraid they’d ignore you. Did they?"),
    Feared.GET_ANGRY: lazy("You were afraid they’d get angry. Did they?"),
    Feared.STARE: lazy("You were afraid they’d stare at you. Did they?"),
    Feared.TELL_OTHERS: lazy("You were afraid they’d tell somebody else. Did they?"),
}
_THOUGHT: Final = (
    lazy("You thought there was no chance."),
    lazy("You thought it was unlikely."),
    lazy("You thought it was fifty-fifty."),
    lazy("You thought it was likely."),
    lazy("You thought it was almost certain."),
)
_CAME: Final[Mapping[int, Promise]] = {
    0: lazy("It didn’t happen."),
    50: lazy("It happened a bit."),
    100: lazy("It happened, and it’s over."),
}
_THOUGHT_OF_A_NO: Final = (
    lazy("You thought there was no chance of a no."),
    lazy("You thought a no was unlikely."),
    lazy("You thought a no was fifty-fifty."),
    lazy("You thought a no was likely."),
    lazy("You thought a no was almost certain."),
)
_THOUGHT_OF_PUSHING: Final = (
    lazy("You thought there was no chance they’d push back."),
    lazy("You thought it was unlikely they’d push back."),
    lazy("You thought it was fifty-fifty they’d push back."),
    lazy("You thought it was likely they’d push back."),
    lazy("You thought it was almost certain they’d push back."),
)
_CAME_WORD: Final[Mapping[int, Promise]] = {0: lazy("it didn’t"), 50: lazy("a bit"), 100: lazy("it did")}
_DID_WORD: Final[Mapping[str, Promise]] = {Outcome.YES: lazy("no push-back"), Outcome.NO: lazy("they pushed back")}
_SAID: Final[Mapping[str, Promise]] = {Outcome.YES: lazy("They said yes."), Outcome.NO: lazy("They said no.")}
_DID: Final[Mapping[str, Promise]] = {Outcome.YES: lazy("They took it."), Outcome.NO: lazy("They pushed back.")}

_COUNTED: Final = ("", lazy("One"), lazy("Two"), lazy("Three"), lazy("Four"))


@dataclass(frozen=True, slots=True)
class _Compared:
    """What was thought beside what came, 0 to 100 each, with both as sentences.

    `question` is empty where nothing was feared: then it is the no that was forecast. None stands for what nobody has
    said. `moved` says in words which way the forecast went, once it was made again.
    """

    question: str
    thought: int | None
    came: int | None
    again: int | None
    thought_in_words: str
    came_in_words: str
    moved: str
    came_word: str = ""

    @property
    def word(self) -> str:
        """What was thought, as one of the five words."""
        return "" if self.thought is None else word_on(LIKELY, self.thought)

    @property
    def came_as(self) -> int | None:
        """Which of the three answers it was."""
        return None if self.came is None else _nearest(self.came)

    @property
    def again_as(self) -> int | None:
        """Which of the five words it would be next time, as the number that the word stands for."""
        return None if self.again is None else FIFTHS[fifth_of(self.again)]


def compared_fear(ask: Ask) -> _Compared | None:
    """The one comparison that this ask allows, or None: nothing was expected, or nothing has come of it yet."""
    answer, foretold = ask.answer, ask.foretold
    if answer is None or foretold is None or answer.outcome == Outcome.NOT_ASKED:
        return None
    if foretold.feared_thing and not (is_written(ask) and answer.outcome == Outcome.NO_REPLY):
        return fear_beside(foretold, ask.debrief or Debrief())
    if foretold.no_before is None or answer.outcome not in _SAID:
        return None
    return no_beside(foretold.no_before, answer.outcome, own_no=ask.own_no)


def no_beside(thought: int, outcome: str, *, own_no: bool) -> _Compared:
    """How likely a no was thought, 0 to 100, beside the yes or the no that came."""
    words, said = (_THOUGHT_OF_PUSHING, _DID) if own_no else (_THOUGHT_OF_A_NO, _SAID)
    return _Compared(
        question="",
        thought=thought,
        came=100 if outcome == Outcome.NO else 0,
        again=None,
        thought_in_words=str(words[fifth_of(thought)]),
        came_in_words=str(said[outcome]),
        moved="",
        came_word=str(_DID_WORD[outcome] if own_no else Outcome(outcome).label),
    )


def yes_nearly_missed(ask: Ask) -> bool:
    """Whether somebody said yes where a no was thought likely."""
    answer, foretold = ask.answer, ask.foretold
    if answer is None or foretold is None or foretold.no_before is None or ask.own_no:
        return False
    return answer.outcome == Outcome.YES and fifth_of(foretold.no_before) > len(LIKELY) // 2


def fear_beside(foretold: Forecast, told: Debrief) -> _Compared:
    """The feared thing, as it was forecast, beside what was told of it afterwards."""
    thought, came = foretold.feared_before, told.feared_happened
    return _Compared(
        question=_question(foretold),
        thought=thought,
        came=came,
        again=told.feared_after,
        thought_in_words="" if thought is None else str(_THOUGHT[fifth_of(thought)]),
        came_in_words="" if came is None else str(_CAME[_nearest(came)]),
        came_word="" if came is None else str(_CAME_WORD[_nearest(came)]),
        # What felt unfair says nothing about how likely anything is.
        moved="" if Harm.UNFAIR in told.harms else _moved(thought, told.feared_after),
    )


def _question(foretold: Forecast) -> str:
    if foretold.feared in _ASKED:
        return str(_ASKED[foretold.feared])
    return _("You were afraid of this: “%(thing)s”. Did it happen?") % {"thing": foretold.feared_thing.rstrip(".")}


def _moved(before: int | None, again: int | None) -> str:
    """Which way the forecast went, in steps of the five words."""
    if before is None or again is None:
        return ""
    steps = fifth_of(again) - fifth_of(before)
    if steps == 0:
        return _("As likely as before.")
    if steps < 0:
        said = ngettext("One step lower than before.", "%(steps)s steps lower than before.", -steps)
    else:
        said = ngettext("One step higher than before.", "%(steps)s steps higher than before.", steps)
    return said % {"steps": _COUNTED[abs(steps)]}


def _nearest(came: int) -> int:
    """The one of the three answers that a rating lies closest to."""
    return min(CAME_TRUE, key=lambda kept: abs(kept - came))
