"""Reads a golden history: a life of a few asks in TOML, and every number that `nerve` makes of it."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from math import isnan
from pathlib import Path
from typing import Any

from nerve.boldness import boldness_of
from nerve.forecast import by_channel, forecast_against_result
from nerve.going import going_of, unflinching
from nerve.measured import Measured
from nerve.missed import yeses_missed
from nerve.preparation import preparation_of
from nerve.pull import PullRating, pull_of
from nerve.recovery import recovery_of
from nerve.rep import Rep
from nerve.rounds import rounds_of
from nerve.safe_making import safe_making
from nerve.shift import learning_rates, shift_of, surprised_unmoved
from nerve.sting import fade, sting_of_noes

HISTORIES = Path(__file__).parent / "histories"
OF_A_REP = {field.name for field in fields(Rep)}


def lives() -> list[Path]:
    """Every history that expects numbers."""
    return [file for file in sorted(HISTORIES.glob("*.toml")) if "numbers" in read(file)]


def read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def numbers_of(life: Mapping[str, Any]) -> dict[str, Any]:
    """All the numbers of one life, by the names that the histories use."""
    asks = [{"key": f"ask-{turn}", "at": None, "place": "street", **ask} for turn, ask in enumerate(life["asks"], 1)]
    unknown = {name for ask in asks for name in ask} - OF_A_REP - {"channel", "pull", "step"}
    assert unknown == set(), "a history has a field that nothing reads"
    reps = [Rep(**only(ask, OF_A_REP)) for ask in asks]
    channels = [ask.get("channel", "") for ask in asks]
    return every_number(reps, channels) | {
        "pull": pull_of(
            PullRating(ask["key"], ask["at"], ask.get("pull"), ask["outcome"] != "not_asked") for ask in asks
        ),
        "boldness": boldness_of([ask.get("step") for ask in asks if ask["outcome"] != "not_asked"]),
    }


def every_number(reps: Sequence[Rep], channels: Sequence[str]) -> dict[str, Any]:
    """What each function of `nerve` makes of a history, by the names that the golden histories use."""
    return {
        "going": going_of(reps),
        "unflinching": unflinching(reps),
        "forecast": forecast_against_result(reps),
        "channels": by_channel(reps, channels),
        "shift": shift_of(reps),
        "learning_rates": [None if isnan(rate) else rate for rate in learning_rates(reps).tolist()],
        "lucky_escapes": [turn for turn, rep in enumerate(reps, 1) if surprised_unmoved(rep)],
        "sting": sting_of_noes(reps),
        "fade": fade(reps),
        "recovery": recovery_of(reps),
        "rounds": rounds_of(reps),
        "preparation": preparation_of(reps),
        "safe_making": {habit.name: habit for habit in safe_making(reps)},
        "missed": yeses_missed(reps),
    }


def only(ask: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: ask[name] for name in names if name in ask}


def measured_in(value: Any) -> Iterator[Measured]:
    """Every measured number inside of a result, however deep."""
    if isinstance(value, Measured):
        yield value
    elif isinstance(value, Mapping):
        yield from measured_in(list(value.values()))
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from measured_in(part)
    elif is_dataclass(value):
        yield from measured_in([getattr(value, field.name) for field in fields(value)])


def found(numbers: Mapping[str, Any], path: str) -> Any:
    """What stands at a dotted path, through names, keys and places in a list (from 0 on)."""
    at: Any = numbers
    for step in path.split("."):
        if isinstance(at, Mapping):
            at = at[step]
        elif isinstance(at, (list, tuple)):
            at = len(at) if step == "length" else at[int(step)]
        else:
            at = getattr(at, step)
    return at
