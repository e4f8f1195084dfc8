"""How long a trial lasts, and where life takes people on which day."""

from typing import Final

import numpy as np

from lab.arrays import Ids, Indices
from lab.chance import Stream, uniform
from lab.deck import NEW_PLACE

PRACTICE_DAYS: Final = 60
FOLLOW_UP_DAYS: Final = 30
LAST_DAY: Final = PRACTICE_DAYS + FOLLOW_UP_DAYS


def place_of(seed: int, ids: Ids, day: int) -> Indices:
    """One of the practised places for each person, whatever they are offered."""
    return np.floor(uniform(seed, Stream.PLACE, ids, day) * NEW_PLACE).astype(np.int64)
