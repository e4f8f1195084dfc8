"""Sheets as people keep them: what is right as they are, and after what a person can say of a whole file."""

import codecs
import csv
import io
import json
import random
from pathlib import Path

import pytest

from unflinch.takeout.diary.choices import FileChoices
from unflinch.takeout.diary.complaints import ALL
from unflinch.takeout.diary.decoding import UnreadableFile
from unflinch.takeout.diary.rows import Diary, read_diary, read_row

DATA = Path(__file__).parents[3] / "tests" / "data" / "imports"
SHAPES = sorted((DATA / "shapes").iterdir())
TRIED = [path for folder in ("sheets", "trial", "second", "third") for path in sorted((DATA / folder).glob("*.?sv"))]
FILES = [*SHAPES, *TRIED]
# What a person says on the page or the command line, where the file doesn't tell it.
SAID = {
    "s4_approach_merged.csv": FileChoices(words={"Type": {"delayed rejection": "no_reply"}}),
    "uma.csv": FileChoices(words={"Their reply": {"they'd have to check": "maybe"}}),
}


def truth_of(folder: str) -> dict[str, list[dict[str, object]]]:
    told: dict[str, list[dict[str, object]]] = json.loads((DATA / folder / "truth.json").read_text("utf-8"))
    return told


def answers(diary: Diary) -> list[tuple[object, ...]]:
    """Title, last answer, and the day or else the week or the day's number of every row, as they stand in the file."""
    told = sorted(diary.rows, key=lambda row: row.line)
    return [
        (
            row.values.get("challenge"),
            row.values.get("reply_later") or row.values.get("outcome"),
            row.day.isoformat() if row.day else row.values.get("week") or row.values.get("day"),
        )
        for row in told
    ]


def marks(diary: Diary, truth) -> tuple[int, int]:
    """How many rows are right, and how many are wrong."""
    wanted = [(row["title"], row["outcome"], row["when"]) for row in truth]
    right = wrong = 0
    for row in answers(diary):
        found = next((one for one in wanted if row[:2] == one[:2] and one[2] in (None, row[2])), None)
        if found:
            wanted.remove(found)
        right, wrong = right + (found is not None), wrong + (found is None)
    return right, wrong


@pytest.mark.parametrize("folder", ["sheets", "trial", "second", "third"])
def test_of_the_rows_as_they_are_nine_of_ten_are_right_and_none_is_wrong(folder):
    truth = truth_of(folder)
    told = {name: marks(read_diary((DATA / folder / name).read_bytes()), rows) for name, rows in truth.items()}
    rows = sum(map(len, truth.values()))
    assert sum(right for right, _ in told.values()) >= 0.9 * rows, told
    assert sum(wrong for _, wrong in told.values()) <= 0.01 * rows, told


FOLDERS = ("sheets", "trial", "second", "third")


@pytest.mark.parametrize(("folder", "name"), [(folder, name) for folder in FOLDERS for name in truth_of(folder)])
def test_after_what_a_person_can_say_of_the_whole_file_every_row_is_right(folder, name):
    truth = truth_of(folder)[name]
    diary = read_diary((DATA / folder / name).read_bytes(), SAID.get(name))
    assert (marks(diary, truth), diary.aside) == ((len(truth), 0), ())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_column_that_is_not_used_is_named(path):
    try:
        diary = read_diary(path.read_bytes())
    except UnreadableFile:
        return
    named = {guess.column for guess in diary.guesses if guess.code in ("unused", "rival")}
    assert {column.key for column in diary.columns.unused() if column.samples} <= named


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_a_file_settled_reads_it_again_and_reads_each_row_alone(path):
    try:
        diary = read_diary(path.read_bytes())
    except UnreadableFile:
        return
    again = read_diary(path.read_bytes(), FileChoices.from_json(diary.choices.to_json()))
    assert (again.rows, again.aside) == (diary.rows, diary.aside)
    for row in diary.rows:
        (alone,) = read_row(diary.choices, {**row.cells, **row.given}, row.line).rows
        assert (alone.when, alone.moment, alone.values) == (row.when, row.moment, row.values)


VARIANTS = ("reversed", "shuffled columns", "half doubled", "UTF-16", "cut")


def variant(data: bytes, kind: str) -> bytes:
    """The same file as it may come another time."""
    if kind == "cut":
        return data[: len(data) * 2 // 3]
    try:
        text = data.decode("utf-16" if data.startswith(codecs.BOM_UTF16_LE) else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if kind == "UTF-16":
        return text.encode("utf-16")
    mark = max(",;\t|", key=text.partition("\n")[0].count)
    header, *rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    if kind == "reversed":
        rows.reverse()
    elif kind == "half doubled":
        rows = [*rows, *rows[::2]]
    else:
        width = max(len(row) for row in [header, *rows])
        order = random.Random(5).sample(range(width), width)
        header, *rows = [[[*row, *[""] * width][at] for at in order] for row in [header, *rows]]
    out = io.StringIO()
    csv.writer(out).writerows([header, *rows])
    return out.getvalue().encode()


def said_of(diary: Diary) -> bool:
    """Whether the file says anything to the person beyond its rows."""
    return bool(diary.aside or any(guess.column == ALL or guess.code for guess in diary.guesses))


@pytest.mark.parametrize("kind", VARIANTS)
@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.name)
def test_the_same_file_in_another_shape_is_met_with_rows_or_a_sentence(path, kind):
    data = path.read_bytes()
    try:
        diary = read_diary(variant(data, kind))
        plain = read_diary(data)
    except UnreadableFile as sentence:
        assert str(sentence).endswith((".", "?"))  # noqa: PT017  # a refusal is as good as rows
        return
    if kind in ("reversed", "shuffled columns", "half doubled", "UTF-16"):
        fresh = set(answers(diary)) - set(answers(plain))
        assert not fresh or said_of(diary), fresh


@pytest.mark.parametrize("kind", ["reversed", "shuffled columns", "UTF-16"])
@pytest.mark.parametrize("name", [*truth_of("sheets"), *truth_of("trial")])
def test_a_sheet_says_the_same_from_the_bottom_up_and_with_its_columns_shuffled(name, kind):
    folder = "sheets" if name in truth_of("sheets") else "trial"
    if kind == "reversed" and name in ("s4_approach_merged.csv", "mats.csv", "ines.csv", "farid.csv", "kim.csv"):
        kind = "UTF-16"  # what stands under another row can't be turned over
    truth = {**truth_of("sheets"), **truth_of("trial")}[name]
    right, wrong = marks(read_diary(variant((DATA / folder / name).read_bytes(), kind)), truth)
    assert wrong <= 0.01 * len(truth)
    assert right >= 0.8 * len(truth)
