"""The sign that is named has a sentence for either way, and nothing is named by chance or out of kindness."""

from typing import get_args, get_type_hints

from nerve.sign import Moved
from unflinch.insights.numbers import measure
from unflinch.insights.signs import MOVED, of_sign
from unflinch.practice.tests.asks import asks


def test_each_sign_has_a_sentence_for_either_way():
    ways = get_args(get_type_hints(Moved)["way"])
    assert set(MOVED) == {(sign.name, way) for sign in measure(asks()).signs for way in ways}


def test_without_a_history_it_is_too_early_to_say():
    assert measure(asks()).sign is None
    assert of_sign(None).startswith("Too early to say")


def test_the_page_names_one_sign_or_says_that_it_is_too_early(browser_of_mira):
    browser_of_mira.post("/happened/", {"id": "0c5e6d7c-54cb-4b3e-9c8b-0d6b7a6f0a11", "outcome": "no"})
    page = browser_of_mira.get("/changes/").content.decode()
    said = [sentence for sentence in (*map(str, MOVED.values()), of_sign(None)) if sentence in page]
    assert said == [of_sign(None)]
