"""A small transformer (Vaswani et al. 2017) with two layers, run with NumPy.

It is the beginning of all-MiniLM-L6-v2 (Apache 2.0, see NOTICE), taught on the texts published in docs/care by
`make network`, which also writes `network.npz`. What a piece means is kept in 4 bits a number, the layers in 8 bits.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import as_file, files
from math import sqrt
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from meaning.pieces import BEGIN, END, numbers, pieces

FloatRows = NDArray[np.float32]

NETWORK_FILE: Final = "network.npz"
READ_MEANINGS: Final = ("crisis", "shaming")  # in the order of the network's answers
HEADS: Final = 12
LAYERS: Final = 2
PIECES_AT_ONCE: Final = 62  # pieces; more are read in several goes
_AGAIN: Final = 16  # pieces of one go that begin the next one as well
LARGEST_ODDS: Final = 2.0  # log odds; surer than that it is of texts it has learned, and of no others
NEARLY_NOTHING: Final = np.float32(1e-12)
FOUR_BITS: Final = 7.5  # the largest number that four bits hold, in steps of one from its negative


class _Dense(NamedTuple):
    """`weight` has a row for each number that comes in."""

    weight: FloatRows
    bias: FloatRows

    def __call__(self, x: FloatRows) -> FloatRows:
        return x @ self.weight + self.bias


class _Norm(NamedTuple):
    weight: FloatRows
    bias: FloatRows

    def __call__(self, x: FloatRows) -> FloatRows:
        centred = x - x.mean(-1, keepdims=True)
        even: FloatRows = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + NEARLY_NOTHING)
        return even * self.weight + self.bias


class _Layer(NamedTuple):
    query: _Dense
    key: _Dense
    value: _Dense
    together: _Dense
    after_looking: _Norm
    up: _Dense
    down: _Dense
    after_thinking: _Norm

    def __call__(self, x: FloatRows) -> FloatRows:
        """From one row a piece to one row a piece."""
        seen = self.after_looking(x + self.together(self.looked_around(x)))
        return self.after_thinking(seen + self.down(_gelu(self.up(seen))))

    def looked_around(self, x: FloatRows) -> FloatRows:
        """Each piece as a mean of all, by how much it has to do with them; in each head on its own."""
        query, key, value = (_by_head(part(x)) for part in (self.query, self.key, self.value))
        shares = _softmax(query @ key.transpose(0, 2, 1) / np.float32(sqrt(query.shape[-1])))
        return (shares @ value).transpose(1, 0, 2).reshape(x.shape)


class _Network(NamedTuple):
    """`meant` and `scales` are the vectors of the pieces: two numbers a byte, and a scale for each group of them.

    `middle` is the mean of all of them.
    """

    meant: NDArray[np.uint8]
    scales: NDArray[np.float16]
    places: FloatRows
    first: _Norm
    layers: Sequence[_Layer]
    last: _Dense
    middle: FloatRows

    def __call__(self, found: Sequence[int]) -> FloatRows:
        """The log odds of each meaning, for so many pieces as are read at once, with the signs of beginning and end."""
        x = self.first(unpacked(self.meant[found], self.scales[found]) + self.places[: len(found)])
        for layer in self.layers:
            x = layer(x)
        return self.last(np.concatenate([x.mean(0), x.max(0)]))


def log_odds(sentences: Sequence[str]) -> dict[str, float]:
    """How likely each meaning is, as log odds from -2 to 2, were both answers as common.

    The sentences are in lower case and plain letters. Where they are many, the part counts that
    speaks most clearly for a meaning.
    """
    known = pieces()
    around = ([known[BEGIN], *part, known[END]] for part in parts(numbers(sentences, known)))
    likeliest = np.max([network()(part) for part in around], axis=0).clip(-LARGEST_ODDS, LARGEST_ODDS)
    return dict(zip(READ_MEANINGS, likeliest.tolist(), strict=True))


def parts(found: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, max(len(found) - _AGAIN, 1), PIECES_AT_ONCE - _AGAIN):
        yield found[start : start + PIECES_AT_ONCE]


@cache
def network() -> _Network:
    """The network that ships, read once: when it is first wanted, never at start."""
    with as_file(files(__package__).joinpath(NETWORK_FILE)) as file, np.load(file) as data:
        return _of_arrays(data)


def _of_arrays(data: Any) -> _Network:
    """The network whose arrays have these names."""
    first, last = _Norm(data["first.weight"], data["first.bias"]), _Dense(data["last.weight"], data["last.bias"])
    layers = [_layer(data, number) for number in range(LAYERS)]
    places, middle = data["places"].astype(np.float32), data["middle"]
    return _Network(data["meant"], data["scales"], places, first, layers, last, middle)


def _layer(data: Any, number: int) -> _Layer:
    def dense(name: str) -> _Dense:
        path = f"{number}.{name}"
        return _Dense(data[f"{path}.weight"] * data[f"{path}.scale"], data[f"{path}.bias"])

    def norm(name: str) -> _Norm:
        return _Norm(data[f"{number}.{name}.weight"], data[f"{number}.{name}.bias"])

    looking = (dense("query"), dense("key"), dense("value"), dense("together"), norm("after_looking"))
    return _Layer(*looking, dense("up"), dense("down"), norm("after_thinking"))


def unpacked(packed: NDArray[np.uint8], scales: NDArray[np.float16]) -> FloatRows:
    """Rows of numbers from rows of bytes: the first half in the high bits, the second in the low ones."""
    levels = np.concatenate([packed >> 4, packed & 15], axis=-1).astype(np.float32) - np.float32(FOUR_BITS)
    return levels * np.repeat(scales.astype(np.float32), levels.shape[-1] // scales.shape[-1], axis=-1)


def _by_head(x: FloatRows) -> FloatRows:
    return x.reshape(len(x), HEADS, -1).transpose(1, 0, 2)


def _softmax(x: FloatRows) -> FloatRows:
    grown = np.exp(x - x.max(-1, keepdims=True))
    shares: FloatRows = grown / grown.sum(-1, keepdims=True)
    return shares


def _gelu(x: FloatRows) -> FloatRows:
    """By tanh, which is off by less than a thousandth (Hendrycks & Gimpel 2016)."""
    bent: FloatRows = (
        np.float32(0.5) * x * (1 + np.tanh(np.float32(sqrt(2 / np.pi)) * (x + np.float32(0.044715) * x * x * x)))
    )
    return bent
