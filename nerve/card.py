"""A challenge, as the maths sees it."""

import math
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass
from typing import Final, Literal, get_args

from nerve.parameters import DAYS_APART

ChannelName = Literal["in_person", "phone", "written"]
CHANNELS: Final[tuple[ChannelName, ...]] = get_args(ChannelName)
_Kind = Literal["ask", "offer", "say_no"]
_KINDS: Final[tuple[_Kind, ...]] = get_args(_Kind)
_Addressee = Literal["anybody", "one_place", "one_person"]
_ADDRESSEES: Final[tuple[_Addressee, ...]] = get_args(_Addressee)
FACETS: Final = ("size", "oddness", "status", "audience", "disclosure", "distance")


_WORDS: Final[Mapping[str, tuple[str, ...]]] = {"channel": CHANNELS, "kind": _KINDS, "addressee": _ADDRESSEES}


@dataclass(frozen=True, slots=True)
class Card:
    """What can be asked: its facets (each 0 to 1; a missing one is unknown), channel and rate of yeses (0 to 1).

    Distance runs from 0 (somebody one lives with) to 1 (a stranger). `setting` is the kind of place where it happens,
    empty where that is unknown. It rests for `rest_days` after it was asked. A `warm_up` can't be refused. Raises
    ValueError, naming the field, for a facet or rate out of range or not a number, a rest below the shortest there is,
    or an unknown facet, channel, kind or addressee.
    """

    key: str
    facets: Mapping[str, float]
    channel: str
    yes_rate: float
    _: KW_ONLY
    kind: str = "ask"
    addressee: str = "anybody"
    setting: str = ""
    rest_days: int = DAYS_APART
    warm_up: bool = False

    def __post_init__(self) -> None:
        for name, words in _WORDS.items():
            if getattr(self, name) not in words:
                raise ValueError(f"{name}: {getattr(self, name)!r} is none of {', '.join(words)}")
        if self.rest_days < DAYS_APART:
            raise ValueError(f"rest_days: {self.rest_days!r} is less than {DAYS_APART}")
        if not (math.isfinite(self.yes_rate) and 0 <= self.yes_rate <= 1):
            raise ValueError(f"yes_rate: {self.yes_rate!r} is not a number from 0 to 1")
        for name, value in self.facets.items():
            if name not in FACETS:
                raise ValueError(f"facets: {name!r} is none of {', '.join(FACETS)}")
            if not (math.isfinite(value) and 0 <= value <= 1):
                raise ValueError(f"facets: {name} = {value!r} is not a number from 0 to 1")

    @property
    def refusable(self) -> bool:
        """Whether a no may be heard: not to a warm-up, and a no that one says oneself is something else."""
        return not self.warm_up and self.kind != "say_no"
