"""Warm-ups in an export of an earlier release, which had no word for them and called them a yes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db import models

from unflinch.practice.models import Answer, Ask
from unflinch.practice.vocabulary import Outcome
from unflinch.practice.warm_ups import is_warm_up
from unflinch.takeout.archive import Archive
from unflinch.takeout.everything import name_of

# Beside these an answer was heard, and the ask says what it said.
_NO_ANSWER: Final = frozenset({Outcome.YES, Outcome.WENT, Outcome.NOT_ASKED})


@dataclass(frozen=True, slots=True)
class _WarmUps:
    """The ids of the asks of an export that were warm-ups and nothing more, as they are written there."""

    asks: frozenset[str]

    def as_done(self, table: type[models.Model], values: dict[str, Any]) -> dict[str, Any]:
        """The values of a row; a yes to one of these asks is that it was done."""
        if table is Answer and values.get("outcome") == Outcome.YES and str(values.get("ask_id")) in self.asks:
            return {**values, "outcome": str(Outcome.WENT)}
        return values


def warm_ups_in(archive: Archive) -> _WarmUps:
    """The warm-ups of this export that have no answer but having been done. Raises Malformed."""
    asks, answered = set[str](), set[str]()
    for name, row in archive.rows(only=(name_of(Ask), name_of(Answer))):
        if name == name_of(Ask) and is_warm_up(str(row.get("slug"))):
            asks.add(str(row.get("id")))
        elif name == name_of(Answer) and _is_answer(row):
            answered.add(str(row.get("ask_id")))
    return _WarmUps(frozenset(asks - answered))


def _is_answer(row: Mapping[str, Any]) -> bool:
    return str(row.get("outcome")) not in _NO_ANSWER or bool(row.get("manner"))
