"""Entries to columns: what `nerve` measures from, one value an ask."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any, Final

import numpy as np

from nerve.log import WORDS, Log, habits_in, words
from nerve.timeline import as_columns
from unflinch.practice.habits import was_rated
from unflinch.practice.history import AFTER, BEFORE, Entry
from unflinch.practice.rows import EchoRow

OF_A_REP: Final = tuple(name for name in (*BEFORE, *AFTER) if name != "surprise")
OF_AN_ECHO: Final = ("still_stings", "round_and_round")
OF_AN_ENTRY: Final = ("flinched", "back_after", "rehearsed")
said_in = attrgetter(*OF_A_REP)


def log_of(entries: Sequence[Entry]) -> Log:
    """These asks in their order. Of several echoes the first that told counts."""
    reps = [entry.rep for entry in entries]
    stamps, days = as_columns([rep.at for rep in reps])
    rows = [said_in(rep) + first_told(entry.echoes) for rep, entry in zip(reps, entries, strict=True)]
    names = (*OF_A_REP, *OF_AN_ECHO)
    columns: dict[str, Any] = dict(zip(names, np.array(rows, np.float64).reshape(-1, len(names)).T, strict=True))
    columns |= {name: words([getattr(entry, name) for entry in entries], WORDS[name]) for name in OF_AN_ENTRY}
    return Log(
        seconds=stamps,
        day=days,
        outcome=words([rep.outcome for rep in reps], WORDS["outcome"]),
        **columns,
        habits=habits_in([entry.safe_habits for entry in entries]),
        habits_told=np.array([bool(entry.safe_habits) or was_rated(entry) for entry in entries], dtype=np.bool_),
    )


def first_told(echoes: Sequence[EchoRow]) -> tuple[float | None, ...]:
    """Of each rating of an echo the first that was given."""
    if not echoes:
        return (None,) * len(OF_AN_ECHO)
    given = ([getattr(echo, name) for echo in echoes] for name in OF_AN_ECHO)
    return tuple(next((value for value in values if value is not None), None) for values in given)
