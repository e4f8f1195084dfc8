"""Arrays and the logistic curve."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.intp]
Bools: TypeAlias = NDArray[np.bool_]


def logit(shares: Floats) -> Floats:
    """The logits of shares between 0 and 1, both left out."""
    return np.asarray(np.log(shares / (1.0 - shares)), dtype=np.float64)


def share(logits: Floats) -> Floats:
    """The share, 0 to 1, that so many logits stand for."""
    return np.asarray(1.0 / (1.0 + np.exp(-logits)), dtype=np.float64)


def within(values: Floats, low: float, high: float) -> Floats:
    """The values, none below `low` or above `high`; for few of them twice as fast as `np.clip`."""
    return np.asarray(np.minimum(high, np.maximum(low, values)), dtype=np.float64)
