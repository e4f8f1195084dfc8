"""The arrays of the lab: one row a person."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from nerve.arrays import Bools, Floats

__all__ = ["Bools", "Floats", "Ids", "Indices", "safe_logit", "safe_share"]

Indices: TypeAlias = NDArray[np.int64]
Ids: TypeAlias = NDArray[np.uint64]


def safe_share(logit: Floats) -> Floats:
    """The share, 0 to 1, that a number of logits stands for."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logit, -500.0, 500.0))), dtype=np.float64)


def safe_logit(value: float | Floats) -> Floats:
    """The logits of a share between 0 and 1, both left out."""
    return np.asarray(np.log(value) - np.log1p(-np.asarray(value)), dtype=np.float64)
