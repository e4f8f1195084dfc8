"""Tables to columns: the asks of a person with what came of them, each column read at once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias
from uuid import UUID

import numpy as np

from nerve.arrays import Bools, Ints
from unflinch.accounts.facts import FactQuerySet
from unflinch.accounts.models import Person
from unflinch.practice.columns import Columns
from unflinch.practice.models import Answer, Ask, Debrief, Echo, Forecast
from unflinch.practice.models.answer import PLACE
from unflinch.practice.models.rating import parse_choices
from unflinch.practice.rows import EchoRow
from unflinch.practice.stored import NO_LIST, Objects, as_objects, column_table, days, laid, moments
from unflinch.practice.vocabulary import AnswerKind, Harm, NotAskedReason

_OF_AN_ASK: Final = ("plan_id", "slug", "own_id", "setting", "channel", "kind", "counts", "pull")
_OF_AN_ANSWER: Final = ("id", "nth", "kind", "outcome", "reason", "at", "arrived", "day", "week", "sequence")
BEFORE: Final = ("no_before", "feared_before", "cost_before", "tension_before")
AFTER: Final = ("feared_happened", "feared_after", "cost_after", "sting", "surprise")
SAID: Final = ("flinched", "back_after", "rehearsed", "no_kind")
TICKED: Final = ("funny", "wants_echo")
_LISTS: Final = ("harms", "safe_habits")
_OF_A_DEBRIEF: Final = ("id", "nth", "arrived", "cleared", *AFTER, *SAID, *TICKED, *_LISTS)
_LATER: Final = ("still_stings", "round_and_round")
_RATINGS: Final = (*BEFORE, *AFTER, *_LATER)
_PLACES: Final = {str(kind): place for kind, place in PLACE.items()}

# What hangs on asks: the row of the ask for each, and its columns by name.
_Hung: TypeAlias = tuple[Ints, dict[str, Objects]]


@dataclass(frozen=True, slots=True)
class _Logged:
    """The asks that have an answer, the echoes of each by its id as they came, and how many have none yet."""

    asks: Columns
    echoes: Mapping[str, tuple[EchoRow, ...]]
    planned: int


def logged(person: Person) -> _Logged:
    """The asks of this person as they stand now."""
    asks = column_table(Ask.objects.of(person), "id", *_OF_AN_ASK)
    names: list[str] = asks["id"].tolist()
    row_of = {name: row for row, name in enumerate(names)}
    answered, answers = _came_of(hung(Answer.objects.of(person), row_of, *_OF_AN_ANSWER), len(names))
    echoes = _as_they_came(hung(Echo.objects.of(person), row_of, "id", "nth", "arrived", "day", *_LATER))
    debriefed = _told(hung(Debrief.objects.of(person), row_of, *_OF_A_DEBRIEF), len(names))
    about = _asked(asks)
    # What felt unfair says nothing about how somebody asks: it counts nowhere, and this is the one place that says so.
    about["counts"] &= ~debriefed["unfair"]
    columns = Columns(
        **about,
        **_rated(hung(Forecast.objects.of(person), row_of, *BEFORE), len(names)),
        **answers,
        **debriefed,
        **_rated(_backwards(echoes), len(names)),
    )
    return _Logged(
        asks=columns.where(_in_life(columns, answered)),
        echoes=_by_ask(echoes, names),
        planned=len(names) - int(answered.sum()),
    )


def hung(rows: FactQuerySet[Any], row_of: Mapping[str, int], *names: str) -> _Hung:
    """What hangs on these asks. A fact of an ask that came in between two readings waits for the next one."""
    columns = column_table(rows, "ask_id", *names)
    at = np.array([row_of.get(name, -1) for name in columns.pop("ask_id").tolist()], dtype=np.intp)
    return _chosen((at, columns), np.flatnonzero(at >= 0))


def _chosen(hung: _Hung, which: Bools | Ints) -> _Hung:
    """Some of it, or all in another order."""
    rows, columns = hung
    return rows[which], {name: column[which] for name, column in columns.items()}


def _as_they_came(hung: _Hung) -> _Hung:
    """In the order they were written, whatever the clock said."""
    return _chosen(hung, np.lexsort(_written(hung)))


def _written(hung: _Hung) -> tuple[Any, Any, Ints]:
    """What facts are ordered by, the last key first: their id, when they arrived, and their own place."""
    _, columns = hung
    return columns["id"].astype(np.str_), moments(columns["arrived"]), columns["nth"].astype(np.int64)


def _backwards(hung: _Hung) -> _Hung:
    """The last first: of several for one ask the first then counts."""
    return _chosen(hung, np.arange(len(hung[0]))[::-1])


def _asked(asks: Mapping[str, Objects]) -> dict[str, Any]:
    """What the ask itself says."""
    keys = asks["slug"].copy()
    unknown = np.flatnonzero(keys == "")
    own = zip(asks["own_id"][unknown].tolist(), asks["id"][unknown].tolist(), strict=True)
    keys[unknown] = [str(UUID(own or ask)) for own, ask in own]
    return {
        "id": asks["id"],
        "plan": asks["plan_id"],
        "key": keys,
        "place": asks["setting"],
        "channel": asks["channel"],
        "kind": asks["kind"],
        "counts": asks["counts"].astype(np.bool_),
        "pull": asks["pull"].astype(np.float64),
    }


def _came_of(hung: _Hung, size: int) -> tuple[Bools, dict[str, Any]]:
    """Which asks have an answer; what came first, with a mis-tap mended, and what counts: the latest."""
    rows, answers = hung
    places = np.array([_PLACES[kind] for kind in answers["kind"].tolist()], dtype=np.intp)
    id, arrived, nth = _written(hung)
    rows, answers = _chosen(hung, np.lexsort((id, places, arrived, nth, rows)))
    begins = np.diff(rows, prepend=-1) != 0
    turned = np.cumsum(~begins & (answers["kind"] != AnswerKind.SLIP))
    first = turned == np.maximum.accumulate(np.where(begins, turned, 0))  # no answer but slips since the ask's first

    def column(name: str, which: Bools | slice = slice(None), blank: Any = None) -> Objects:
        return laid(rows[which], answers[name][which], blank=blank, size=size)

    return np.bincount(rows, minlength=size) > 0, {
        "at": moments(column("at", begins)),
        "day": days(column("day", begins)),
        "week": _numbers(column("week", begins)),
        "sequence": _numbers(column("sequence", begins)),
        "first": column("outcome", first, blank=""),
        "outcome": column("outcome", blank=""),
        "too_much": np.asarray(column("reason") == NotAskedReason.TOO_MUCH),
        "answered_on": days(column("day")),
    }


def _rated(hung: _Hung, size: int) -> dict[str, Any]:
    """Ratings, of each the last that was said."""
    _, columns = hung
    return {name: _last_said(hung, name, None, size).astype(np.float64) for name in _RATINGS if name in columns}


def _told(hung: _Hung, size: int) -> dict[str, Any]:
    """What the debriefs of each ask say together: of each field the latest that was said."""
    debriefs = _as_they_came(hung)
    harms, habits = (_words_in(_last_said(debriefs, name, NO_LIST, size)) for name in _LISTS)
    return {
        **_rated(debriefs, size),
        **{name: _last_said(debriefs, name, "", size) for name in SAID},
        **{name: _last_said(debriefs, name, None, size).astype(np.bool_) for name in TICKED},
        "unfair": np.array([Harm.UNFAIR in harm for harm in harms], dtype=np.bool_),
        "unwelcome": np.array([Harm.UNCOMFORTABLE in harm for harm in harms], dtype=np.bool_),
        "safe_habits": as_objects(habits),
    }


def _words_in(lists: Objects) -> list[tuple[str, ...]]:
    """The words of each list. Few lists are told, and each of them often."""
    texts: list[str] = lists.tolist()
    words = {text: parse_choices(text) for text in set(texts)}
    return [words[text] for text in texts]


def _last_said(hung: _Hung, name: str, blank: Any, size: int) -> Objects:
    """A column of `size`: of each ask the last value that was given, or blank where it was emptied after that."""
    rows, columns = hung
    values = columns[name]
    said = np.asarray(values != blank, dtype=np.bool_)
    if "cleared" in columns:
        said |= np.array([name in words for words in _words_in(columns["cleared"])], dtype=np.bool_)
    return laid(rows[said], values[said], blank=blank, size=size)


def _numbers(column: Objects) -> Ints:
    """Whole numbers, 0 for none."""
    return np.array([value or 0 for value in column.tolist()], dtype=np.int64)


def _in_life(asks: Columns, answered: Bools) -> Ints:
    """The rows with an answer in the order (day, sequence, id); what has no day comes first, by its week."""
    rows = np.flatnonzero(answered)
    day = asks.day[rows]
    dated = ~np.isnat(day)
    when = np.where(dated, day.astype(np.int64), asks.week[rows])
    order = np.lexsort((asks.id[rows].astype(np.str_), asks.sequence[rows], when, dated))
    return rows[order]


def _by_ask(hung: _Hung, names: Sequence[str]) -> dict[str, tuple[EchoRow, ...]]:
    """The echoes of each ask, in the order they came."""
    rows, echoes = hung
    found: defaultdict[str, list[EchoRow]] = defaultdict(list)
    ratings = (echoes[name].tolist() for name in _LATER)
    for row, *echo in zip(rows.tolist(), days(echoes["day"]).tolist(), *ratings, strict=True):
        found[names[row]].append(EchoRow(*echo))
    return {name: tuple(of_ask) for name, of_ask in found.items()}
