"""What came back, first and later, in the words of real diaries; and what falls between two columns."""

import pytest

from unflinch.challenges.vocabulary import Channel
from unflinch.practice.vocabulary import Manner, Outcome
from unflinch.takeout.diary.choices import FileChoices
from unflinch.takeout.diary.outcomes import OUTCOME_WORDS
from unflinch.takeout.diary.rows import read_diary
from unflinch.takeout.diary.words import MEANT_WORDS


def read(header: str, row: str):
    return read_diary(f"{header}\n{row}\n".encode())


def answers(row: str):
    (read_as,) = read("challenge,outcome,reply_later", f"x,{row}").rows
    return tuple(read_as.values.get(name) or "" for name in ("outcome", "reply_later", "manner", "later_manner"))


ANSWERS = [
    ("maybe,no", ("maybe", "no", "", "")),
    ("counter-offer,", ("maybe", "", "counter_offer", "")),
    ("counter-offer,yes", ("maybe", "yes", "counter_offer", "")),
    ("yes,taken back", ("yes", "no", "", "taken_back")),
    ('"yes, then no",', ("yes", "no", "", "taken_back")),
    ("they took it back,", ("yes", "no", "", "taken_back")),
    ("no but did it anyway,", ("no", "", "granted_anyway", "")),
    ("Yes if,", ("yes", "", "condition", "")),
    (",no", ("no", "", "", "")),
    ("no answer,silence", ("no_reply", "", "", "")),
    ("ghosted,yes", ("no_reply", "yes", "", "")),
    ("chickened out,", ("not_asked", "", "", "")),
    ("✅,", ("yes", "", "", "")),
    (",", ("", "", "", "")),
]


@pytest.mark.parametrize(("row", "meant"), ANSWERS)
def test_answers_are_read_in_everyday_words(row, meant):
    assert answers(row) == meant


def test_no_word_means_two_outcomes_and_every_manner_can_be_said():
    words = [word for said in MEANT_WORDS.values() for word in said.split(", ")]
    assert len(words) == len(set(words))
    assert {told.manner for told in OUTCOME_WORDS.values()} >= set(Manner)
    # "Went" alone is a warm-up; "went for it" is no such thing, so it is no word among others.
    assert {told.outcome for told in OUTCOME_WORDS.values()} == set(Outcome) - {Outcome.WENT}


GUESSED = [
    (",no", "there is no first outcome"),
    (",", "kept as planned"),
    ("maybe,silence", "“silence” is taken as no later reply"),
    ("granted anyway,", "taken as no (they said no and did it anyway)"),
    ("yes,taken back", "taken as yes, later no (they took it back)"),
]


@pytest.mark.parametrize(("row", "said"), GUESSED)
def test_a_guess_is_said_with_its_line(row, said):
    (guess,) = read("challenge,outcome,reply_later", f"x,{row}").guesses
    assert said in str(guess)
    assert guess.line == 2


@pytest.mark.parametrize("row", ["x,not asked,yes", "x,yes,not asked"])
def test_a_reply_to_what_was_not_asked_is_kept_aside(row):
    (aside,) = read("challenge,outcome,reply_later", row).aside
    assert "nothing was asked" in str(aside.complaints[0])


def test_a_reason_is_of_our_list_or_a_note():
    assert read("challenge,outcome,reason", "x,not asked,too much").rows[0].values["reason"] == "too_much"
    for row in ("x,no,too busy", "x,no,too much", "x,not asked,rain"):
        told = read("challenge,outcome,reason", row).rows[0]
        assert (told.values.get("reason"), told.notes) == (None, {"reason": row.rpartition(",")[2]})


def test_what_has_no_place_in_a_row_becomes_a_note():
    assert read("challenge,outcome,energy", "x,no,50").rows[0].notes == {"energy": "50"}
    assert read("date,challenge,outcome,energy", "2026-11-02,x,no,50").rows[0].values["energy"] == 50
    assert read("challenge,outcome,manner", "x,,condition").rows[0].notes == {"manner": "condition"}
    assert read("challenge,outcome,noes,yeses", "x,no,3,").rows[0].notes == {"noes": "3"}


def test_a_total_is_a_total_and_keeps_all_its_words():
    plain = read("week,noes,yeses,what_happened", "2,3,1,Saturday at the market").rows[0]
    assert (plain.is_total, plain.values["noes"], plain.values["what_happened"]) == (True, 3, "Saturday at the market")
    diary = read("week,challenge,setting,noes,yeses,Moon", "2,For gum,market,3,1,full")
    assert diary.rows[0].is_total
    assert diary.rows[0].values["what_happened"] == "For gum\nsetting: market\nMoon: full"
    assert diary.rows[0].notes == {}
    assert "taken as a total" in str(diary.guesses[-1])


@pytest.mark.parametrize(("word", "channel"), [("Face to face", "in_person"), ("e-mail", "email"), ("SMS", "online")])
def test_a_channel_has_many_names(word, channel):
    assert read("challenge,outcome,How", f"x,no,{word}").rows[0].values["channel"] == Channel(channel)


def test_lists_are_read_by_code_and_by_the_words_on_the_screen():
    header = "challenge,outcome,safe_habits,no_kind,flinched,back_after,company,counts,harms"
    row = (
        "x,no,Rushed; over-apologised; rushed,not now,a bit,an hour,with friend,does not count,I felt treated unfairly"
    )
    values = read(header, row).rows[0].values
    assert values["safe_habits"] == ["rushed", "over_apologised"]
    assert (values["no_kind"], values["flinched"], values["back_after"]) == ("not_now", "a_bit", "hour")
    assert (values["company"], values["counts"], values["harms"]) == ("friend", False, ["felt_unfair"])


@pytest.mark.parametrize(("column", "cell"), [("noes", "a lot"), ("counts", "perhaps"), ("manner", "a hug")])
def test_what_is_of_no_list_is_a_note_of_its_column(column, cell):
    assert read(f"challenge,outcome,{column}", f"x,no,{cell}").rows[0].notes == {column: cell}


@pytest.mark.parametrize("word", ["?", "unknown", "N/A", "weiß nicht"])
def test_not_known_is_not_no_reply_and_is_asked_once_for_the_file(word):
    diary = read("challenge,outcome", f"x,{word}\ny,no\nz,{word}")
    assert [aside.line for aside in diary.aside] == [2, 4]
    assert "not the same as no reply" in str(diary.aside[0].complaints[0])
    asked = [one for one in diary.columns.of("outcome").words if one.outcome is None]
    assert [(one.word, one.count) for one in asked] == [(word, 2)]
    for meant, rows in (("no_reply", 3), ("", 3), ("left", 1)):
        told = FileChoices(words={"outcome": {asked[0].key: meant}})
        assert len(read_diary(f"challenge,outcome\nx,{word}\ny,no\nz,{word}".encode(), told).rows) == rows
