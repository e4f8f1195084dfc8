"""Columns for what people rate and choose."""

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final, Protocol, TypeVar

from django.core.validators import MaxValueValidator
from django.db import models

_HIGHEST = 100


class Rating(models.PositiveSmallIntegerField):  # type: ignore[type-arg]  # generic in the stubs only
    """A scale of 0 to 100; None means that it was left untouched."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"null": True, "validators": [MaxValueValidator(_HIGHEST)], **options})


class Nth(models.PositiveIntegerField):  # type: ignore[type-arg]  # generic in the stubs only
    """Where a fact stands among those it is read with, from 1, given when it is written.

    Rows from before there was such a number, and rows of an import, have 0: they come first, by when they arrived.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"default": 0, **options})


AS_WRITTEN: Final = ("nth", "arrived", "id")
LATEST_FIRST: Final = ("-nth", "-arrived", "-id")


class Placed(Protocol):
    """A fact that knows its place among others."""

    nth: Any
    arrived: Any
    pk: Any


_P = TypeVar("_P", bound=Placed)


def as_written(facts: Iterable[_P]) -> list[_P]:
    """The facts in the order they were written, whatever the clock said."""
    return sorted(facts, key=lambda fact: (fact.nth, fact.arrived, fact.pk))


class ChoiceField(models.CharField):  # type: ignore[type-arg]  # generic in the stubs only
    """One word of a fixed list, in the clear; empty where nothing was chosen, unless it is `needed`."""

    def __init__(self, *, needed: bool = False, **options: Any) -> None:
        super().__init__(**{"max_length": 20, "blank": True, "default": "", **options})
        self.needed = needed


class ChoiceListField(models.JSONField):
    """Some words of a fixed list, in the clear. The same few lists come again and again, and are parsed once."""

    def __init__(self, *, known: Iterable[str] | None = None, **options: Any) -> None:
        super().__init__(**{"default": list, "blank": True, **options})
        self.known = None if known is None else frozenset(map(str, known))

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return list(_parse_choices(value)) if isinstance(value, str) else value


@lru_cache(maxsize=4096)
def _parse_choices(text: str) -> tuple[str, ...]:
    """The words that this stands for."""
    return tuple(json.loads(text) or ())


def range_constraints(*names: str) -> list[models.BaseConstraint]:
    """The constraints that hold these columns on their scale, whoever writes them."""
    return [
        models.CheckConstraint(condition=models.Q(**{f"{name}__lte": _HIGHEST}), name=f"%(class)s_{name}_on_scale")
        for name in names
    ]
