"""The steps of an ask as blank pages: each holds what fits any ask, and the worker leaves in what fits the one at hand.

`<!--if name one|two-->…<!--fi-->` stays where the phone knows the name as one of these values; nothing after the last |
stands for what isn't known, and * for whatever is. `[[name|else]]` is what the phone knows by this name. The names are
those of the forms' fields, of what forms take along (`challenges/taken_along.py`), and of what `worker/steps.js` makes
of both.
"""

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import replace
from functools import partial
from typing import Any, Final

from django.utils.translation import gettext as _

from unflinch.accounts.requests import Request
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import Channel, Kind
from unflinch.practice.answer_words import answer_words
from unflinch.practice.fears import CAME_TRUE, fear_beside, no_beside
from unflinch.practice.forms.after import FirstAnswerForm, NotThisTimeForm
from unflinch.practice.forms.before import ForecastForm
from unflinch.practice.forms.debriefing import FearForm, FeelingsForm
from unflinch.practice.forms.fields import LIKELY
from unflinch.practice.models import Ask, Debrief, Forecast, Plan
from unflinch.practice.models.dated import latest_day
from unflinch.practice.vocabulary import FEARED_FIRST, UNFIT, Feared, Outcome
from unflinch.shell.widgets import FIFTHS
from unflinch.today.landing import SAID

_Page = dict[str, Any]
_UNKNOWN: Final = ""  # the medium of an ask of which nothing is known: it is shown as one in person


def blank_step(step: str, request: Request) -> _Page:
    """What the page of this step is made of."""
    return _MADE[step](request)


def _forecast(_request: Request) -> _Page:
    form = ForecastForm.of(Ask(plan=Plan()))
    form.initial.update(line="[[line]]", opened="[[marks]]")
    form.fields["feared"].widget.choices = [(one, one.label) for one in _by_how_many_fear_it() if one != Feared.OWN]
    first = [(_media(FEARED_FIRST, partial(_is_first, chip.data["value"])), chip) for chip in form["feared"]]
    rest = [(_media(FEARED_FIRST, partial(_is_behind, chip.data["value"])), chip) for chip in form["feared"]]
    chips = {"first": [one for one in first if one[0]], "rest": [one for one in rest if one[0]]}
    return {"form": form, "own": Ask(kind=Kind.SAY_NO), **chips}


def _by_how_many_fear_it() -> Iterable[Feared]:
    """All that can be feared, what is offered first over any channel before the rest."""
    return dict.fromkeys((*(fear for first in FEARED_FIRST.values() for fear in first), *Feared))


def _is_first(fear: str, medium: str) -> bool:
    return fear in FEARED_FIRST[medium]


def _is_behind(fear: str, medium: str) -> bool:
    return fear not in FEARED_FIRST[medium] and fear not in UNFIT[medium]


def _media(media: Iterable[str], fits: Callable[[str], bool]) -> str:
    """Those that fit, as a condition; an ask of which nothing is known is met in person."""
    told = [medium for medium in media if fits(medium)]
    return "|".join([*told, _UNKNOWN] if "in_person" in told else told)


def _answer(request: Request) -> _Page:
    asks = {
        f"in_person|{_UNKNOWN}": Ask(),
        "phone": Ask(channel=Channel.PHONE),
        "written": Ask(channel=Channel.EMAIL),
        "own_no": Ask(kind=Kind.SAY_NO),
        "went": Ask(slug=next(card.slug for card in catalogue().by_boldness if card.warm_up)),
    }
    kinds = [(condition, _in_its_cards_words(ask)) for condition, ask in asks.items()]
    return {"form": FirstAnswerForm(today=latest_day(request.user, request.now)), "kinds": kinds}


def _in_its_cards_words(ask: Ask) -> Any:
    """The answers of such an ask: what its card calls a yes and a no goes before what is usual."""
    words = answer_words(ask)
    told = {Outcome.YES: "[[yes|{hint}]]", Outcome.NO: "[[no|{hint}]]"}
    answers = (
        replace(one, hint=told.get(Outcome(one.outcome), "{hint}").format(hint=one.hint)) for one in words.answers
    )
    return replace(words, answers=tuple(answers))


def _after(_request: Request) -> _Page:
    return {"landings": SAID}


def _fear(_request: Request) -> _Page:
    feared = [one for one in Feared if one not in (Feared.OWN, Feared.CURIOUS)]
    fears = [Forecast(feared=fear) for fear in feared] + [Forecast(feared=Feared.OWN, feared_words="[[feared_words]]")]
    laugh = [Forecast(feared=Feared.LAUGH, feared_before=fifth) for fifth in FIFTHS]
    return {
        "form": FearForm(),
        "compared": {"question": _("Did it happen?"), "came": None},
        "happened": CAME_TRUE.items(),
        "likely": FearForm.likely,
        "questions": [(fear.feared, fear_beside(fear, Debrief()).question) for fear in fears],
        "thoughts": [*_thoughts(laugh)],
        "words": [
            ("|".join(f"{kind}{nth}" for kind in ("fear", "no", "own")), word) for nth, word in enumerate(LIKELY)
        ],
        "cames": [*_cames()],
        "moves": [
            (second - first, fear_beside(laugh[first], Debrief(feared_after=FIFTHS[second])).moved)
            for first, second in ((max(0, -step), max(0, step)) for step in range(1 - len(FIFTHS), len(FIFTHS)))
        ],
    }


def _thoughts(laugh: Iterable[Forecast]) -> Iterable[tuple[str, str]]:
    """What was thought, as a sentence: of what was feared, of a no, and of being pushed back."""
    for nth, forecast in enumerate(laugh):
        yield f"fear{nth}", fear_beside(forecast, Debrief()).thought_in_words
    for nth, thought in enumerate(FIFTHS):
        yield f"no{nth}", no_beside(thought, Outcome.NO, own_no=False).thought_in_words
        yield f"own{nth}", no_beside(thought, Outcome.NO, own_no=True).thought_in_words


def _cames() -> Iterable[tuple[str, Any]]:
    """What came, with its sentence and its word."""
    for kept in CAME_TRUE:
        yield f"fear{kept}", fear_beside(Forecast(feared=Feared.LAUGH), Debrief(feared_happened=kept))
    for outcome in (Outcome.YES, Outcome.NO):
        yield f"no{outcome}", no_beside(FIFTHS[0], outcome, own_no=False)
        yield f"own{outcome}", no_beside(FIFTHS[0], outcome, own_no=True)


def _feelings(_request: Request) -> _Page:
    form = FeelingsForm.of(Ask())
    # A phone knows by itself whether it was a no.
    form.fields["sting"] = deepcopy(FeelingsForm.base_fields["sting"])
    return {"form": form}


_MADE: Final[Mapping[str, Callable[[Request], _Page]]] = {
    "forecast": _forecast,
    "pocket": lambda _request: {},
    "answer": _answer,
    "not-this-time": lambda _request: {"form": NotThisTimeForm()},
    "after": _after,
    "fear": _fear,
    "feelings": _feelings,
}
BLANK_STEPS: Final = tuple(_MADE)
