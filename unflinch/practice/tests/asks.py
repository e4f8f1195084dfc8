"""Asks as columns for tests, each said in one line: what is not said is as in a plain ask that got a no."""

from dataclasses import fields
from typing import Any
from uuid import uuid4

import numpy as np

from unflinch.practice.columns import Columns
from unflinch.practice.stored import DAY, MOMENT, as_objects

PLAIN: dict[str, Any] = {
    **{field.name: np.nan for field in fields(Columns)},
    **dict.fromkeys(("id", "plan", "flinched", "back_after", "rehearsed", "no_kind"), ""),
    **dict.fromkeys(("too_much", "funny", "wants_echo", "unfair", "unwelcome"), False),
    **dict.fromkeys(("at", "day", "answered_on")),
    "key": "x",
    "place": "shop",
    "channel": "in_person",
    "kind": "ask",
    "counts": True,
    "week": 0,
    "sequence": 0,
    "first": "no",
    "outcome": "no",
    "safe_habits": (),
}
TYPES: dict[str, Any] = {"at": MOMENT, "day": DAY, "answered_on": DAY}


def asks(*said: dict[str, Any]) -> Columns:
    """One ask for each, in this order."""
    rows = [{**PLAIN, "id": uuid4().hex, "plan": uuid4().hex, **one} for one in said]
    return Columns(**{name: column([row[name] for row in rows], name) for name in PLAIN})


def column(values: list[Any], name: str) -> Any:
    plain = type(PLAIN[name])
    kind = TYPES.get(name, np.object_ if plain in (str, tuple) else plain)
    return as_objects(values) if kind == np.object_ else np.array(values, dtype=kind)
