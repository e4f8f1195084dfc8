"""Logged asks for tests, each said in one line: what is not said is as in a plain ask that got a no."""

from typing import Any
from uuid import uuid4

from unflinch.practice.history import LoggedAsk

PLAIN: dict[str, Any] = {
    **dict.fromkeys(("at", "day", "answered_on", "pull")),
    **dict.fromkeys(("funny", "wants_echo", "unfair", "unwelcome"), False),
    "key": "x",
    "place": "shop",
    "channel": "in_person",
    "kind": "ask",
    "counts": True,
    "week": 0,
    "sequence": 0,
    "first": "no",
    "outcome": "no",
    "no_kind": "",
    "echoes": (),
}


def asks(*said: dict[str, Any]) -> list[LoggedAsk]:
    """One ask for each, in this order."""
    return [LoggedAsk(**{**PLAIN, "id": uuid4(), "plan": uuid4(), **one}) for one in said]
