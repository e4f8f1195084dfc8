"""What the network gives for a text, whatever its length, and when it is read."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from itertools import pairwise

import numpy as np
import pytest

from meaning import LARGEST_ODDS, READ_MEANINGS, log_odds
from meaning.network import PIECES_AT_ONCE, network, parts, unpacked
from meaning.vectors import directions

PLAIN = "i asked for a second cup of coffee"
HEAVY = "there is no reason left for me to stay in this world"
HARSH = "i am such a useless lump"


@pytest.mark.parametrize(("text", "meaning"), [(HEAVY, "crisis"), (HARSH, "shaming")])
def test_each_meaning_is_likelier_where_it_is_meant(text, meaning):
    assert log_odds([text])[meaning] > 0 > log_odds([PLAIN])[meaning]


def test_a_heavy_part_of_a_long_quiet_text_is_found():
    quiet = [PLAIN] * 100
    assert log_odds([*quiet, *[HEAVY] * 6, *quiet])["crisis"] > 0 > log_odds(quiet)["crisis"]


@pytest.mark.parametrize("sentences", [[], [""], ["水"], ["a" * 500], ["i " * 5000], [HEAVY] * 50])
def test_every_text_has_an_answer_within_the_range(sentences):
    found = log_odds(sentences)
    assert tuple(found) == READ_MEANINGS
    assert all(-LARGEST_ODDS <= odds <= LARGEST_ODDS for odds in found.values())


def test_a_long_text_is_read_in_parts_that_overlap_and_leave_nothing_out():
    whole = list(range(300))
    cut = list(parts(whole))
    assert {number for part in cut for number in part} == set(whole)
    assert max(map(len, cut)) == PIECES_AT_ONCE
    assert all(set(first) & set(second) for first, second in pairwise(cut))


def test_two_numbers_stand_in_each_byte_with_a_scale_for_each_group():
    packed, scales = np.array([[0x0F, 0x78]], np.uint8), np.array([[2.0, 1.0]], np.float16)
    assert unpacked(packed, scales).tolist() == [[-15.0, -1.0, 7.5, 0.5]]


def test_it_is_read_when_it_is_first_wanted_and_not_before():
    started = "from unflinch.care.words import reading; from meaning.network import network"
    code = f"{started}; print(network.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout == "0\n"


def test_threads_that_want_it_first_at_once_get_one_answer():
    network.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(log_odds, [[HEAVY]] * 16))
    assert all(answer == answers[0] for answer in answers)


def test_what_ships_is_small_and_names_its_source():
    assert len(files("meaning").joinpath("network.npz").read_bytes()) < 6_500_000
    notice = files("meaning").joinpath("NOTICE").read_text("utf-8")
    assert "all-MiniLM-L6-v2" in notice
    assert "Apache License, Version 2.0" in notice


def test_a_direction_has_length_one_and_a_word_is_nearest_to_itself():
    found = directions(list(range(100, 400)))
    assert np.linalg.norm(found, axis=1) == pytest.approx(1, abs=1e-4)
    assert (found @ found.T).argmax(1).tolist() == list(range(300))
