"""How the small network of `meaning` learns: with Adam (Kingma & Ba 2015), both meanings side by side."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import jax
import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray

from meaning.network import HEADS, LAYERS, NEARLY_NOTHING, PIECES_AT_ONCE, READ_MEANINGS, unpacked
from meaning.pieces import BEGIN, END, FULL_STOP, HIDDEN

jax.config.update("jax_default_prng_impl", "rbg")  # many times as fast here

ROUNDS, A_BATCH, RATE = 2, 32, 1e-4
FASTER: Final = 20  # times the rate, for what starts from nothing
LEFT_OUT: Final = 0.1  # of the numbers inside, each time anew (Srivastava et al. 2014)
WORDS_HIDDEN: Final = 0.08
BESIDE_ANOTHER: Final = 0.15  # of the texts are read with a harmless one before or after them
LENGTHS: Final = (8, 12, 16, 20, 24, 32, 48, PIECES_AT_ONCE + 2)  # pieces; a batch is filled up to one of them
WARMING_UP: Final = 100  # steps

Arrays = dict[str, Any]  # by name; NumPy's or jax's
Ints = NDArray[np.int64]
Loss = Callable[[Arrays, tuple[Any, ...], Any], Any]
State = tuple[Arrays, Arrays, Arrays]  # what is learned, and the mean and mean square of its slopes
Step = Callable[[State, Any, Any, tuple[Any, ...], Any], State]


@dataclass(frozen=True, slots=True)
class Batch:
    """`found` and `there` have a row a text, filled up with nothing; `sought` and `tells` a column a meaning."""

    found: Ints
    there: NDArray[np.bool_]
    sought: NDArray[np.float32]
    tells: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Lessons:
    """The texts in pieces, what is sought in each, how much each tells, and which of them are harmless."""

    texts: Sequence[Sequence[int]]
    sought: NDArray[np.float32]
    tells: NDArray[np.float32]
    harmless: Ints
    known: Mapping[str, int]


def learned(fixed: Arrays, start: Arrays, texts: Lessons) -> Arrays:
    """The layers after so many rounds through the texts, the rate falling to nothing. The same texts give the same."""
    rng = np.random.default_rng(0)
    step = adam(loss_with(fixed))
    now: Arrays = {name: jnp.array(value) for name, value in start.items()}
    state: State = (now, nothing_like(now), nothing_like(now))
    steps = ROUNDS * -(-len(texts.texts) // A_BATCH)
    batches = (batch for _ in range(ROUNDS) for batch in shuffled(texts, rng))
    for number, batch in enumerate(batches, start=1):
        rate = RATE * min(number / WARMING_UP, 1) * (1 - number / (steps + 1))
        state = step(state, float(number), rate, values_of(batch), jax.random.key(number))
        if number % WARMING_UP == 0:
            print(f"{number} of {steps} steps", flush=True)
    return {name: np.asarray(value) for name, value in state[0].items()}


def nothing_like(arrays: Arrays) -> Arrays:
    return {name: jnp.zeros_like(value) for name, value in arrays.items()}


def values_of(batch: Batch) -> tuple[Any, ...]:
    return batch.found, batch.there, batch.sought, batch.tells


def shuffled(texts: Lessons, rng: np.random.Generator) -> Iterator[Batch]:
    """Every text once, those of about the same length side by side, the batches in any order."""
    order = rng.permutation(len(texts.texts))
    seen = [beside_another(texts, number, rng) for number in order]
    lengths = np.array([len(text) for text in seen]) + 3 * rng.random(len(seen))
    by_length = np.argsort(lengths, kind="stable")
    starts = range(0, len(order), A_BATCH)
    for start in rng.permutation(list(starts)):
        places = by_length[start : start + A_BATCH]
        yield filled_up(texts, [seen[place] for place in places], order[places], rng)


def beside_another(texts: Lessons, number: int, rng: np.random.Generator) -> Sequence[int]:
    """The text as it is, or now and then with a harmless one beside it where both have room."""
    text = list(texts.texts[number])
    if rng.random() >= BESIDE_ANOTHER:
        return text
    other = list(texts.texts[rng.choice(texts.harmless)])
    first, second = (text, other) if rng.random() < 1 / 2 else (other, text)
    both = [*first, texts.known[FULL_STOP], *second]
    return both if len(both) <= PIECES_AT_ONCE else text


def filled_up(texts: Lessons, seen: Sequence[Sequence[int]], places: Ints, rng: np.random.Generator) -> Batch:
    """Always as many rows, so that few shapes have to be compiled; a row that holds nothing tells nothing."""
    length = next(length for length in LENGTHS if length >= max(map(len, seen)) + 2)
    found, there = np.zeros((A_BATCH, length), np.int64), np.zeros((A_BATCH, length), np.bool_)
    sought, tells = (np.zeros((A_BATCH, len(READ_MEANINGS)), np.float32) for _ in range(2))
    there[:, 0] = True
    for row, text in enumerate(seen):
        hidden = np.where(rng.random(len(text)) < WORDS_HIDDEN, texts.known[HIDDEN], text)
        whole = [texts.known[BEGIN], *hidden, texts.known[END]]
        found[row, : len(whole)], there[row, : len(whole)] = whole, True
    sought[: len(seen)], tells[: len(seen)] = texts.sought[places], texts.tells[places]
    return Batch(found, there, sought, tells)


def loss_with(fixed: Arrays) -> Loss:
    meant, norm = jnp.array(unpacked(fixed["meant"], fixed["scales"])), (fixed["first.weight"], fixed["first.bias"])
    places = jnp.array(fixed["places"].astype(np.float32))

    def loss(now: Arrays, batch: tuple[Any, ...], key: Any) -> Any:
        found, there, sought, tells = batch
        keys = iter(jax.random.split(key, 2 * LAYERS + 1))
        x = some_left_out(normed(meant[found] + places[: found.shape[1]], *norm), next(keys))
        for number in range(LAYERS):
            x = one_layer(now, str(number), x, there, keys)
        odds = pooled(x, there[..., None]) @ now["last.weight"] + now["last.bias"]
        return (tells * (jnp.logaddexp(0, odds) - sought * odds)).sum() / tells.sum()

    return loss


def one_layer(now: Arrays, number: str, x: Any, there: Any, keys: Iterator[Any]) -> Any:
    """As the layers of `meaning.network`, for many texts at once, with some numbers left out."""

    def dense(name: str, x: Any) -> Any:
        return x @ now[f"{number}.{name}.weight"] + now[f"{number}.{name}.bias"]

    def norm(name: str, x: Any) -> Any:
        return normed(x, now[f"{number}.{name}.weight"], now[f"{number}.{name}.bias"])

    def by_head(name: str) -> Any:
        return dense(name, x).reshape(*x.shape[:2], HEADS, -1).transpose(0, 2, 1, 3)

    query, key, value = map(by_head, ("query", "key", "value"))
    nearness = query @ key.transpose(0, 1, 3, 2) / query.shape[-1] ** 0.5
    shares = jax.nn.softmax(jnp.where(there[:, None, None, :], nearness, -jnp.inf), -1)
    looked = (shares @ value).transpose(0, 2, 1, 3).reshape(x.shape)
    seen = norm("after_looking", x + some_left_out(dense("together", looked), next(keys)))
    thought = dense("down", jax.nn.gelu(dense("up", seen)))
    return norm("after_thinking", seen + some_left_out(thought, next(keys)))


def normed(x: Any, weight: Any, bias: Any) -> Any:
    centred = x - x.mean(-1, keepdims=True)
    return centred / jnp.sqrt((centred**2).mean(-1, keepdims=True) + NEARLY_NOTHING) * weight + bias


def some_left_out(x: Any, key: Any) -> Any:
    return x * jax.random.bernoulli(key, 1 - LEFT_OUT, x.shape) / (1 - LEFT_OUT)


def pooled(x: Any, there: Any) -> Any:
    """The mean and the most of the pieces that are there."""
    mean = (x * there).sum(1) / there.sum(1)
    return jnp.concatenate([mean, jnp.where(there, x, -jnp.inf).max(1)], -1)


def adam(loss: Loss) -> Step:
    def step(state: State, number: Any, rate: Any, batch: tuple[Any, ...], key: Any) -> State:
        now, mean, square = state
        slope = jax.grad(loss)(now, batch, key)
        mean = {name: 0.9 * mean[name] + 0.1 * slope[name] for name in now}
        square = {name: 0.999 * square[name] + 0.001 * slope[name] ** 2 for name in now}
        even = rate * jnp.sqrt(1 - 0.999**number) / (1 - 0.9**number)
        return {name: moved(name, now, mean, square, even) for name in now}, mean, square

    compiled: Step = jax.jit(step)
    return compiled


def moved(name: str, now: Arrays, mean: Arrays, square: Arrays, rate: Any) -> Any:
    faster = FASTER if name.startswith("last") else 1
    return now[name] - faster * rate * mean[name] / (jnp.sqrt(square[name]) + 1e-8)
