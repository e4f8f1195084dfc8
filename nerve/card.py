"""A challenge, as the maths sees it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

ChannelName = Literal["in_person", "phone", "written"]
CHANNELS: Final[tuple[ChannelName, ...]] = get_args(ChannelName)
FACETS: Final = ("size", "oddness", "status", "audience", "disclosure", "distance")


@dataclass(frozen=True, slots=True)
class Card:
    """What can be asked: its facets (each 0 to 1; a missing one is unknown), channel and rate of yeses (0 to 1).

    Distance runs from 0 (somebody one lives with) to 1 (a stranger). Raises ValueError, naming the
    field, for a facet or rate out of range or not a number, an unknown facet or an unknown channel.
    """

    key: str
    facets: Mapping[str, float]
    channel: str
    yes_rate: float

    def __post_init__(self) -> None:
        if self.channel not in CHANNELS:
            raise ValueError(f"channel: {self.channel!r} is none of {', '.join(CHANNELS)}")
        if not (math.isfinite(self.yes_rate) and 0 <= self.yes_rate <= 1):
            raise ValueError(f"yes_rate: {self.yes_rate!r} is not a number from 0 to 1")
        for name, value in self.facets.items():
            if name not in FACETS:
                raise ValueError(f"facets: {name!r} is none of {', '.join(FACETS)}")
            if not (math.isfinite(value) and 0 <= value <= 1):
                raise ValueError(f"facets: {name} = {value!r} is not a number from 0 to 1")
