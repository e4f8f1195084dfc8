"""What a column is, by its cells as much as by its heading; and what a person can say of a whole file."""

import json
from pathlib import Path

import pytest

from unflinch.takeout.diary.choices import FileChoices
from unflinch.takeout.diary.columns import UnknownColumns
from unflinch.takeout.diary.decoding import UnreadableFile
from unflinch.takeout.diary.rows import read_diary, read_row

SHAPES = Path(__file__).parents[3] / "tests" / "data" / "imports" / "shapes"


def shape(name: str, choices: FileChoices | None = None):
    return read_diary(next(SHAPES.glob(f"{name}_*")).read_bytes(), choices)


def values(diary, field):
    return [row.values.get(field) for row in diary.rows]


def said(diary, code):
    return [guess.column for guess in diary.guesses if guess.code == code]


PLACED = [
    ("a01", "challenge", ["Borrow a pen", "Free refill", "Sit in the cockpit"]),  # numbers are no titles
    ("a03", "outcome", ["yes", "no"]),  # a yes under Rejected? is a no
    ("a04", "outcome", ["yes", "no"]),
    ("a05", "asked_whom", [None, None]),  # yes and no are nobody's role
    ("a06", "feared", [None, None]),  # a number is no feared thing
    ("a06", "tension_before", [70, 40]),
    ("a07", "tension_before", [70, 10]),
    ("a09", "outcome", ["yes", "no"]),
    ("a10", "outcome", ["no", "yes", "no_reply"]),
    ("a10", "asked_whom", ["waiter", "student", "professor"]),
    ("b04", "challenge", ["Borrow a pen", "Free refill", "Free hug"]),
    ("b06", "week", [1, 1, 2, 2, 3, 3, 14, 14, 14, 1, 1, 4, 5, 5, 6, 7]),
    ("b07", "day", [1, 2, 3, 4, 5, 6, 7, None, 9, 10, None]),
    ("c08", "week", [1, 1, 2]),
    ("c10", "week", [1, 1, 1, 2, 2]),
    ("c18", "outcome", ["yes", "no", "no"]),
    ("c24", "outcome", ["no", "yes", "no", "yes", "no", "no"]),
    ("e03", "outcome", ["yes", "no"]),
    ("e04", "sting", [70, 80, 60]),
    ("e04", "tension_before", [70, 8, 55]),
    ("e05", "sting", [70, 80, 60]),
    ("e06", "sting", [100, 29]),
    ("e07", "tension_before", [75, 25, 60, None, None, 70]),
    ("e11", "outcome", ["yes", "no"]),
    ("e12", "outcome", ["yes", "no"]),
    ("e13", "reply_later", ["", "yes", "yes"]),
    ("l01", "outcome", ["no", "yes"]),
    ("l03", "no_before", [70, 35, 100]),
    ("l03b", "no_before", [70, 35]),
    ("l04", "sting", [70, 75, 80, 20]),
    ("l09", "yeses", [7, 0]),
]


@pytest.mark.parametrize(("name", "field", "meant"), PLACED, ids=[f"{name} {field}" for name, field, _ in PLACED])
def test_columns_are_what_their_cells_say(name, field, meant):
    assert [value or None for value in values(shape(name), field)] == [value or None for value in meant]


def test_a_title_above_and_two_lines_of_headings_are_passed_by_and_said():
    assert len(shape("c01").rows) == 3
    assert len(shape("c02").rows) == 2
    assert [guess.line for guess in shape("c01").guesses if guess.code == "skipped"] == [1]


def test_a_person_says_which_line_holds_the_headings():
    diary = read_diary(b"a,b,c\nAsk,Result,Note\na pen,no,y\n", FileChoices(header_line=2))
    assert values(diary, "challenge") == ["a pen"]
    assert read_diary(b"a pen,no\na cup,yes\n", FileChoices(header_line=0)).columns.names == ("column 1", "column 2")
    with pytest.raises(UnreadableFile, match="Line 9 holds nothing"):
        read_diary(b"a,b\n", FileChoices(header_line=9))


def test_merged_cells_are_filled_from_above_and_a_person_can_say_no():
    assert [row.when for row in shape("c09").rows] == ["2026-03-03"] * 3 + ["2026-03-04"] * 2
    assert said(shape("c09"), "fill_down") == ["Date"]
    apart = shape("c09", FileChoices(fill_down=frozenset()))
    assert [row.when for row in apart.rows].count("some time") == 3
    assert said(apart, "undated") == ["all"]


def test_a_file_that_runs_backwards_is_read_in_the_order_of_life():
    data = b"#,Ask,Result\n3,c,no\n2,b,yes\n1,a,no\n"
    assert values(read_diary(data), "challenge") == ["a", "b", "c"]
    assert [row.line for row in read_diary(data).rows] == [4, 3, 2]
    assert [row.order for row in read_diary(data).rows] == [1, 2, 3]
    assert said(read_diary(data), "newest_first") == ["all"]
    assert values(read_diary(data, FileChoices(newest_first=False)), "challenge") == ["c", "b", "a"]


def test_a_word_is_answered_once_for_the_whole_file():
    data = b"Ask,Result\na,zilch\nb,no\nc,Zilch!\n"
    (column,) = (column for column in read_diary(data).columns.each if column.field == "outcome")
    asked = [(word.word, word.key, word.count) for word in column.words if word.outcome is None]
    assert asked == [("zilch", "zilch", 2)]
    told = FileChoices(words={"Result": {"zilch": "no_reply"}})
    assert values(read_diary(data, told), "outcome") == ["no_reply", "no", "no_reply"]


def test_a_scale_is_said_for_the_whole_column():
    data = b"Ask,Result,Sting\na,no,2\nb,no,5\n"
    assert values(read_diary(data, FileChoices(scales={"Sting": 5})), "sting") == [40, 100]


def test_an_optional_cell_goes_to_the_notes_and_is_said_once():
    diary = shape("e07")
    assert (len(diary.rows), diary.aside) == (6, ())
    assert diary.rows[4].notes == {"Anxiety": "6-7", "Channel": "phone/email"}
    assert said(diary, "noted") == ["Anxiety", "Channel"]


def test_a_name_is_said_kindly_and_comes_in():
    assert values(shape("l07"), "asked_whom") == ["Anna Schmidt"]
    assert said(shape("l07"), "name") == ["Who"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_a_title_of_several_lines_is_its_first_line_and_keeps_the_others(end):
    (row,) = read_diary(f'Ask,Result,Notes\n"A pen{end}the blue one",no,fine\n'.encode()).rows
    assert row.values["challenge"] == "A pen"
    assert row.values["what_happened"] == f"A pen{end}the blue one\nfine"


def test_a_missing_column_of_answers_is_said_once():
    assert said(shape("e10"), "no_outcome") == ["all"]
    assert said(shape("e10"), "planned") == []


def test_a_long_title_keeps_all_its_words():
    title = "Ask " + "very " * 40 + "nicely"
    (row,) = read_diary(f"Ask,Result,Notes\n{title},no,fine\n".encode()).rows
    assert len(row.values["challenge"]) <= 120
    assert row.values["what_happened"] == f"{title}\nfine"


def test_a_mended_row_is_read_by_what_its_file_settled():
    diary = read_diary(b"Date,Ask,Result,Sting\n1/9/2026,a,zilch,7\n1/20/2026,b,no,3\n")
    (aside,) = diary.aside
    (row,) = read_row(diary.choices, {**aside.cells, **aside.given, "Result": "no"}, aside.line).rows
    assert (row.when, row.values["sting"], row.values["outcome"]) == ("2026-01-09", 70, "no")


def test_choices_are_stored_as_text():
    told = FileChoices(
        columns={"b": "note", "a": "challenge"}, header_line=0, date_order="day first", words={"a": {"": "no"}},
        scales={"b": 7}, fill_down=frozenset({"a", "b"}), newest_first=False, year=2026,
    )  # fmt: skip
    assert FileChoices.from_json(told.to_json()) == told
    assert list(FileChoices.from_json(told.to_json()).columns) == ["b", "a"]
    assert FileChoices.from_json("") == FileChoices()
    assert json.loads(FileChoices().to_json())["fill_down"] is None


OTHERS = [
    (b'{"metadata":{"version":"1.0"},"entries":[]}', "a JSON file"),
    (
        b"Today I asked a stranger for a pen and she smiled at me.\nThen I went home and slept long.\n",
        "plain text",
    ),
    (b"Date,2026-03-03,2026-03-04\nChallenge,Borrow a pen,Free refill\nResult,Yes,No\n", "runs sideways"),
]


@pytest.mark.parametrize(("data", "sentence"), OTHERS)
def test_what_is_no_table_is_met_with_a_kind_sentence(data, sentence):
    with pytest.raises(UnreadableFile, match=sentence):
        read_diary(data)


def test_unknown_columns_show_their_cells():
    with pytest.raises(UnknownColumns) as told:
        read_diary(b"name,price\nbread,2\nmilk,3\n")
    assert [(column.key, column.samples) for column in told.value.columns.each] == [
        ("name", ("bread", "milk")),
        ("price", ("2", "3")),
    ]
