"""What `make library` says of the library that ships, and of one that is wrong."""

import pytest

from tests import library
from tests.alike import pairs_alike
from unflinch.challenges.catalogue import Challenges, catalogue
from unflinch.challenges.loading import library_files

EVERYTHING = catalogue().by_boldness


def test_nothing_is_missing_from_the_library_that_ships(capsys):
    assert library.main() == 0
    said = capsys.readouterr().out
    assert f"{len(EVERYTHING)} challenges" in said
    assert "0 things missing" in said


def test_every_cell_of_boldness_and_answer_is_filled():
    for cells in library.grid(EVERYTHING).values():
        assert min(cells) >= library.IN_EVERY_CELL


def test_what_is_missing_is_said():
    without_phone = Challenges(one for one in EVERYTHING if one.channel != "phone")
    assert "by phone: 0, wanted at least 50" in list(library.shortfalls(without_phone))
    few = Challenges(one for one in EVERYTHING if one.boldness != 3)
    assert "boldness 3, mostly even: 0, wanted at least 16" in list(library.shortfalls(few))


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("yes_rate", 1.2, "hello.toml: ask-the-way: yes_rate must be a number from 0.01 to 0.99"),
        ("needs", ["unicorn"], "hello.toml: ask-the-way: needs holds one that must be one of allergy, application"),
        ("bolder", "a-cloud", "hello.toml: ask-the-way: bolder is a-cloud, which is not in the library"),
        ("title", "Ask a stranger for a high five", "hello.toml: ask-the-way: title is there twice"),
    ],
)
def test_a_broken_card_is_named_by_file_slug_and_field(field, value, said, monkeypatch, capsys):
    broken = library_files()
    row = next(row for row in broken["hello.toml"]["challenge"] if row["slug"] == "ask-the-way")
    row[field] = value
    monkeypatch.setattr(library, "library_files", lambda: broken)
    assert library.main() == 1
    assert said in capsys.readouterr().out


def test_two_cards_of_one_meaning_stand_out():
    one = catalogue().challenges["phone-a-library-to-reserve-a-book"]
    twin = catalogue().challenges["ask-to-say-hello-to-a-dog"]
    assert pairs_alike([one, twin]) == []
    share, first, second = pairs_alike([one, one, twin])[0]
    assert (first, second) == (one, one)
    assert share >= library.ALIKE
