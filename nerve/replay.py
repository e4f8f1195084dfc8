"""What was told, as arrays: the only loop over a history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from operator import attrgetter
from typing import Final

import numpy as np

from nerve.arrays import Bools, Floats, Ints
from nerve.parameters import REMEMBERED, UNDATED_DAYS
from nerve.rep import AFTER, BEFORE, Ratings, Rep

_SCALES: Final = (*BEFORE, *AFTER)
_A_DAY: Final = timedelta(days=1)
_BEFORE_ALL: Final = datetime.min.replace(tzinfo=UTC)
_scales_of = attrgetter(*_SCALES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Observations(Ratings[Floats, None, None]):
    """The last asks in the order of life, one a row. Points run from 0 to 1, nan for "not given"; it has no words.

    `card` is a row of the library; `ago` are days, 0 where a clock ran backwards; `place` is a number for each place.
    """

    card: Ints
    ago: Floats
    place: Ints
    asked: Bools
    too_much: Bools
    yes: Bools
    no: Bools

    def __len__(self) -> int:
        return len(self.card)


def replay(row_of: Mapping[str, int], reps: Sequence[Rep], *, now: datetime) -> Observations:
    """Of the last asks those of cards that are still there, by their moments; those without one come first."""
    known = [rep for rep in sorted(reps, key=_moment_of)[-REMEMBERED:] if rep.key in row_of]
    scales = np.array([_scales_of(rep) for rep in known], dtype=np.float64).reshape(len(known), len(_SCALES))
    places: dict[str, int] = {}
    outcomes = [rep.outcome for rep in known]
    told = dict(zip(_SCALES, np.divide(scales.T, 100.0, order="C"), strict=True))
    return Observations(
        card=np.array([row_of[rep.key] for rep in known], dtype=np.intp),
        ago=np.maximum(0.0, [(now - rep.at) / _A_DAY if rep.at is not None else UNDATED_DAYS for rep in known]),
        place=np.array([places.setdefault(rep.place, len(places)) for rep in known], dtype=np.intp),
        asked=np.array([rep.made for rep in known], dtype=np.bool_),
        too_much=np.array([rep.too_much for rep in known], dtype=np.bool_),
        yes=np.array([outcome == "yes" for outcome in outcomes], dtype=np.bool_),
        no=np.array([outcome == "no" for outcome in outcomes], dtype=np.bool_),
        **told,
    )


def _moment_of(rep: Rep) -> datetime:
    return rep.at or _BEFORE_ALL
