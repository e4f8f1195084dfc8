"""An entry of the diary: everything that was said about one ask, before it, of what happened, and of oneself."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Choices
from django.utils.dateformat import format as formatted
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unflinch.challenges.vocabulary import Channel, Kind, Setting
from unflinch.practice.forms.after import DebriefForm, EchoForm
from unflinch.practice.forms.before import ForecastForm
from unflinch.practice.forms.fields import STRONG, RatingField, word_on
from unflinch.practice.models import Ask, Debrief, Echo, Forecast
from unflinch.practice.parts import HAPPENED, ME, SAID_BEFORE, EntryPart
from unflinch.practice.vocabulary import (
    Audience,
    BackAfter,
    Company,
    Degree,
    Feared,
    Feeling,
    Harm,
    NoKind,
    Rehearsed,
    SafeHabit,
)
from unflinch.shell.mending import is_blank

_USUAL: Final = {"channel": Channel.IN_PERSON, "kind": Kind.ASK, "audience": Audience.ONE, "company": Company.ALONE}
# The words of each rating are those that it's asked with.
_SCALES: Final = {
    name: field.words
    for form in (ForecastForm, DebriefForm, EchoForm)
    for name, field in form.base_fields.items()
    if isinstance(field, RatingField)
} | {"pull": STRONG}
_CHOICES: Final[Mapping[str, type[Choices]]] = {
    "no_kind": NoKind,
    "flinched": Degree,
    "back_after": BackAfter,
    "rehearsed": Rehearsed,
    "feelings": Feeling,
    "safe_habits": SafeHabit,
    "harms": Harm,
    "setting": Setting,
    "channel": Channel,
    "kind": Kind,
    "audience": Audience,
    "company": Company,
}

# As it stands under "I was afraid".
_FEARED: Final[Mapping[str, Promise]] = {
    Feared.GO_RED: gettext_lazy("I’d go red"),
    Feared.VOICE_SHAKES: gettext_lazy("My voice would shake"),
    Feared.LOSE_WORDS: gettext_lazy("I’d lose my words"),
    Feared.THINK_ME_WEIRD: gettext_lazy("They’d think I’m weird"),
    Feared.NUISANCE: gettext_lazy("They’d think I’m a nuisance"),
    Feared.REPLY_COLDLY: gettext_lazy("They’d reply coldly"),
    Feared.LEFT_ON_READ: gettext_lazy("They’d leave me on read"),
    Feared.LOOK_ANNOYED: gettext_lazy("They’d look annoyed"),
    Feared.LAUGH: gettext_lazy("They’d laugh and walk off"),
    Feared.IGNORE: gettext_lazy("They’d ignore me"),
    Feared.GET_ANGRY: gettext_lazy("They’d get angry"),
    Feared.STARE: gettext_lazy("They’d stare at me"),
    Feared.TELL_OTHERS: gettext_lazy("They’d tell somebody else"),
    Feared.CURIOUS: gettext_lazy("Nothing: I was just curious"),
}


@dataclass(frozen=True, slots=True)
class _PlanOfAsk:
    """What the plan says for this ask: something bigger, asked at once, has a line of its own."""

    line: str
    when_where: str
    cue: str


@dataclass(frozen=True, slots=True)
class _Said:
    """One line of an entry: its heading, what was said, and the name of the part that mends it."""

    heading: str | Promise
    words: str
    part: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """What an entry shows; `before`, `happened` and `me` are empty while a hard one rests until tomorrow."""

    rests: bool
    about: Sequence[_Said]
    before: Sequence[_Said]
    happened: Sequence[_Said]
    me: Sequence[_Said]
    later: Sequence[tuple[Echo, Sequence[_Said]]]


def entry_of(ask: Ask, day: date) -> _Entry:
    """The entry of this ask as it is shown on this personal day; only what was said is in it."""
    if ask.rests(day):
        return _Entry(True, list(_about(ask)), (), (), (), ())
    foretold, told = ask.foretold, ask.debrief
    plan = _PlanOfAsk(ask.line_to_say, ask.plan.when_where, ask.plan.cue)
    return _Entry(
        False,
        list(_about(ask)),
        [*_said(SAID_BEFORE, foretold, plan), *_one(_("How much did I want to do it?"), "pull", ask)],
        list(_said(HAPPENED, told)),
        list(_said(ME, told)),
        [(echo, list(_echoed(echo))) for echo in ask.later if not echo.says_nothing],
    )


def _about(ask: Ask) -> Iterator[_Said]:
    """Who, where and how, as far as it isn't as usual, what it was planned for, and what it grew out of."""
    if ask.role:
        yield _Said(_("Who"), str(ask.role), "")
    where = ", ".join(filter(None, (_in_words("setting", ask.setting), str(ask.setting_words))))
    if where:
        yield _Said(_("Where"), where, "")
    headings = {"channel": _("How"), "kind": _("What it was"), "audience": _("Who answered"), "company": _("With")}
    for name, heading in headings.items():
        if getattr(ask, name) != _USUAL[name]:
            yield from _one(heading, name, ask)
    if planned := ", ".join(_planned_for(ask)):
        yield _Said(_("Planned for"), planned, "")
    if ask.link:
        yield _Said(_("How it came about"), capfirst(ask.get_link_display()), "")
    if not ask.counts:
        yield _Said(_("Counted"), _("No, this one doesn’t count"), "")


def _planned_for(ask: Ask) -> Iterator[str]:
    """What it was planned for, as far as that is known."""
    if ask.planned_day:
        yield formatted(ask.planned_day, "l, j F Y" if ask.planned_day.year != ask.arrived.year else "l, j F")
    if ask.planned_time:
        yield formatted(ask.planned_time, "H:i")
    if ask.planned_week:
        yield _("week {number}").format(number=ask.planned_week)
    if ask.planned_number:
        yield _("day {number}").format(number=ask.planned_number)


def _said(parts: Sequence[EntryPart], *sources: Any) -> Iterator[_Said]:
    """A line for each of these parts that was filled in, by whichever of the sources holds its fields."""
    for part in parts:
        source = next((one for one in sources if hasattr(one, part.fields[0])), None)
        words = "" if source is None else _words_of(part.fields[0], source)
        if words:
            yield _Said(part.heading, words, part.name)


def _echoed(echo: Echo) -> Iterator[_Said]:
    yield from _one(_("Did it still sting?"), "still_stings", echo)
    yield from _one(_("How much did it go round in my head?"), "round_and_round", echo)
    yield from _one(_("What I expected, and what happened"), "said_back", echo)


def _one(heading: str, name: str, source: Any) -> Iterator[_Said]:
    if words := _in_words(name, getattr(source, name)):
        yield _Said(heading, words, "")


def _words_of(name: str, source: Any) -> str:
    """What the source says in this field, with the fields that complete it."""
    if name in _COMPLETED:
        return _COMPLETED[name](source)
    return _in_words(name, getattr(source, name))


def _in_words(name: str, value: Any) -> str:
    """A value as the page says it: the word on its scale, the label of a choice, one's own words; empty for nothing."""
    if is_blank(value):
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if name in _SCALES:
        return capfirst(word_on(_SCALES[name], value))
    if name in _CHOICES:
        known = _CHOICES[name]
        labels = [
            str(known(one).label) for one in (value if isinstance(value, list) else [value]) if one in known.values
        ]
        return capfirst(", ".join(labels))
    return str(value)


def _feared(foretold: Forecast) -> str:
    if foretold.feared == Feared.OWN:
        return str(foretold.feared_words)
    return str(_FEARED.get(foretold.feared, ""))


def _felt(told: Debrief | Forecast) -> str:
    words = str(told.feeling_words) if isinstance(told, Debrief) else ""
    return "\n".join(filter(None, (_in_words("feelings", told.feelings), words)))


def _gained(told: Debrief) -> str:
    return ", ".join(filter(None, (str(told.gained), "" if told.amount is None else f"{told.amount:f}")))


_COMPLETED: Final[Mapping[str, Callable[[Any], str]]] = {"feared": _feared, "feelings": _felt, "gained": _gained}
