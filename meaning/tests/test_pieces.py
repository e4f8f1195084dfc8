"""Words are cut as the reference cuts them: `as_cut.csv` was written by Hugging Face's tokenizers 0.22."""

import csv
from pathlib import Path

import pytest

from meaning.pieces import UNKNOWN_PIECE, cut, numbers, pieces

ROWS = list(csv.DictReader((Path(__file__).parent / "as_cut.csv").read_text("utf-8").splitlines()))


def named(found):
    names = list(pieces())
    return [names[number] for number in found]


def test_every_text_is_cut_as_the_reference_cuts_it():
    assert len(ROWS) > 1000
    assert [row for row in ROWS if named(numbers([row["text"]], pieces())) != row["pieces"].split()] == []


def test_a_full_stop_stands_between_two_sentences():
    assert named(numbers(["i am here", "so are you"], pieces())) == ["i", "am", "here", ".", "so", "are", "you"]


@pytest.mark.parametrize("word", ["水", "a" * 101, "ßß"])
def test_what_cannot_be_cut_is_one_unknown_piece(word):
    assert named(cut(word, pieces())) == [UNKNOWN_PIECE]


def test_nothing_is_cut_into_nothing():
    assert numbers([], pieces()) == []
