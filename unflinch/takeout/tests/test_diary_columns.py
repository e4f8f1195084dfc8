"""Columns: by our names, by everyday names, by the person's word; and none of them is lost."""

import pytest

from unflinch.takeout.diary.choices import FileChoices
from unflinch.takeout.diary.columns import UnknownColumns
from unflinch.takeout.diary.decoding import UnreadableFile
from unflinch.takeout.diary.rows import read_diary


def read(header: str, *rows: str, mapping=None):
    return read_diary("\n".join([header, *rows]).encode(), FileChoices(columns=mapping or {}))


ASKED = ("date", "challenge", "asked_whom", "setting", "channel", "outcome")
EVERYDAY = [
    ("When,Request,Who,Where,How,Result", ASKED),
    ("DATUM;Frage;Wen;Ort;Wie;Ergebnis", ASKED),
    ("Fecha|Petición|Quién|Dónde|Canal|Resultado", ASKED),
    ("Week Number,  What I asked ,asked-whom,NOTES:", ("week", "challenge", "asked_whom", "what_happened")),
    ("Kind of no,Fact,Why not asked,What happened?", ("no_kind", "fact_line", "reason", "what_happened")),
]


@pytest.mark.parametrize(("header", "fields"), EVERYDAY)
def test_columns_with_everyday_names_are_known(header, fields):
    mark = next(mark for mark in ",;|" if mark in header)
    assert read(f"{header}{mark}outcome (once more){mark}Answer").columns.fields[: len(fields)] == fields


def test_an_unknown_column_becomes_a_note_or_is_left_as_the_person_chooses():
    assert read("challenge,outcome,Moon", "x,no,full").rows[0].notes == {"Moon": "full"}
    left = read("challenge,outcome,Moon,setting", "x,no,full,gym", mapping={"Moon": "left", "setting": "left"}).rows[0]
    assert (left.notes, left.values.get("setting"), left.cells["Moon"]) == ({}, None, "full")


def test_the_persons_word_comes_before_every_name():
    row = read("challenge,outcome,Moon", "x,no,full", mapping={" moon": "lesson"}).rows[0]
    assert (row.values["lesson"], row.notes) == ("full", {})
    row = read("challenge,outcome,setting", "x,no,gym", mapping={"setting": "note"}).rows[0]
    assert (row.values.get("setting"), row.notes) == (None, {"setting": "gym"})


CANNOT_BE_MEANT = [
    ({"Sun": "lesson"}, "There is no column “Sun”"),
    ({"Moon": "cheese"}, "“cheese” isn’t a field we know"),
    ({"Moon": "lesson", "sting": "lesson"}, "only one can be"),
]


@pytest.mark.parametrize(("mapping", "said"), CANNOT_BE_MEANT)
def test_a_mapping_that_cannot_be_meant_is_refused(mapping, said):
    with pytest.raises(UnreadableFile, match=said):
        read("challenge,outcome,sting,Moon", "x,no,1,full", mapping=mapping)


def test_our_own_name_comes_before_an_everyday_one_and_the_other_is_a_note_that_is_said():
    diary = read("Ask,Challenge,outcome", "a,b,no")
    assert (diary.rows[0].values["challenge"], diary.rows[0].notes) == ("b", {"Ask": "a"})
    assert "column Ask: it means the same as “Challenge”" in str(diary.guesses[0])


def test_columns_of_one_name_are_told_apart():
    diary = read("challenge,outcome,Moon,moon,,", "x,no,full,half,dog,")
    assert diary.rows[0].notes == {"Moon": "full", "moon (2)": "half", "column 5": "dog"}
    assert read("outcome,Outcome", "yes,no").rows[0].notes == {"Outcome (2)": "no"}


def test_a_name_without_end_is_shortened():
    (name,) = read("challenge,outcome," + "M" * 10_000, "x,no,y").rows[0].notes
    assert len(name) == 81


def test_a_first_line_that_names_nothing_leaves_the_choice_to_the_person():
    with pytest.raises(UnknownColumns, match="which is which") as told:
        read("Wk,Aye,Nay", "1,2,3")
    assert told.value.columns.names == ("Wk", "Aye", "Nay")
    assert read("Wk,Aye,Nay", "1,2,3", mapping={"Aye": "yeses", "Nay": "noes"}).rows[0].values["noes"] == 3
