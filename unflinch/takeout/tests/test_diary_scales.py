"""Scales: nothing is stretched in silence."""

import pytest

from unflinch.takeout.diary.rows import read_diary, read_row


def read(heading: str, *ratings: str):
    return read_diary("\n".join([f"challenge,outcome,{heading}", *(f'x,no,"{rating}"' for rating in ratings)]).encode())


TELLING = [
    ("Sting (0-10)", "sting", "7", 70),
    ("Sting (1–10)", "sting", "7", 70),
    ("sting /10", "sting", "7", 70),
    ("Sting [out of 10]", "sting", "3,5", 35),
    ("Fear (0-10)", "tension_before", "7", 70),
    ("Anxiety 0 to 10", "tension_before", "0", 0),
    ("Chance of a no (%)", "no_before", "7", 7),
    ("surprise (0-100)", "surprise", "7", 7),
]


@pytest.mark.parametrize(("heading", "field", "rating", "meant"), TELLING)
def test_a_heading_tells_its_scale(heading, field, rating, meant):
    assert read(heading, rating).rows[0].values[field] == meant


def test_a_tank_of_four_dots_is_a_scale():
    diary = read_diary(b"date,challenge,outcome,energy (1-4)\n2026-11-02,x,no,3\n")
    assert diary.rows[0].values["energy"] == 75


def test_what_was_stretched_is_said_once():
    guesses = read("Sting (0-10)", "7", "3").guesses
    assert [str(guess) for guess in guesses] == [
        "Line 1, column Sting (0-10): read as sting, from 0 to 10: 10 is kept as 100, and 5 as 50"
    ]


def test_a_number_past_its_scale_is_a_note_that_is_said():
    diary = read("Sting (0-10)", "7", "70")
    assert [(row.values.get("sting"), row.notes) for row in diary.rows] == [(70, {}), (None, {"Sting (0-10)": "70"})]
    assert "“70” isn't understood here" in str(diary.guesses[-1])


def test_small_numbers_without_a_scale_are_left_as_they_are_and_said():
    diary = read("sting", "7", "3")
    assert [row.values["sting"] for row in diary.rows] == [7, 3]
    assert "name it “sting (0-10)”" in str(diary.guesses[0])


@pytest.mark.parametrize("ratings", [("7",), ("7", "30"), ("7%", "3%"), ("0", "0"), ("", "")])
def test_nothing_is_said_where_the_numbers_are_plain(ratings):
    assert read("sting", *ratings).guesses == ()


def test_a_mended_row_is_read_by_the_scale_of_its_column():
    choices = read("Sting (0-10)", "7").choices
    values = {"challenge": "x", "outcome": "no", "Sting (0-10)": "7"}
    assert read_row(choices, values, 3).rows[0].values["sting"] == 70


def test_a_scale_behind_words_is_no_scale():
    assert read("lesson (0-10)", "7").rows[0].notes == {"lesson (0-10)": "7"}
    assert read("feared", "they laugh").rows[0].values["feared"] == "they laugh"
