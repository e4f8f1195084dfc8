"""What single pieces mean, as vectors: near ones stand for words that are used alike."""

from collections.abc import Sequence

import numpy as np

from meaning.network import FloatRows, network, unpacked


def directions(found: Sequence[int]) -> FloatRows:
    """A row of length 1 for each piece, measured from the middle of all pieces."""
    whole = network()
    from_middle = unpacked(whole.meant[found], whole.scales[found]) - whole.middle
    rows: FloatRows = from_middle / np.linalg.norm(from_middle, axis=1, keepdims=True)
    return rows
