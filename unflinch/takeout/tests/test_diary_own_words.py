"""Answers in a person's own words: likely ones are read and said, unclear ones are asked about once for the file."""

import pytest

from unflinch.takeout.diary.choices import FileChoices
from unflinch.takeout.diary.plausible import likely
from unflinch.takeout.diary.rows import read_diary

LIKELY = [
    (
        "yes",
        "went for it|got it in the first shop|she gave me two|he lent me his pen|no problem at all|let me in|acepted",
    ),
    ("yes", "they laughed but gave me one|hab ich bekommen|durfte ich|passt schon|me lo dieron|me dejó|ça a marché"),
    ("yes", "il m'a donné son stylo|YESSSS!!|she couldn't say no|they did|handed me the lot"),
    (
        "no",
        "shot down|turned me down flat|shook her head|wasn't allowed|didn't work out|NOOOO|rejcted|refusd|he wouldn't",
    ),
    ("no", "hat mich ausgelacht|leider nein|ging nicht|no quiso|me mandó a paseo|il n'a pas voulu|pas possible"),
    ("no", "sorry we're closed|no but offered me tea|she wasn't happy to|against their policy|computer says no"),
    ("maybe", "said they'd think about it|will get back to me|he has to ask his boss|settled for 20%|Negotiated"),
    ("maybe", "told to come next month|muss noch drüber nachdenken|se lo tiene que pensar|il va réfléchir|Y (sort of)"),
    ("no_reply", "left on read|crickets|nothing heard|still waiting|keine Reaktion|visto|vu sans réponse|en leído"),
    ("no_reply", "never got back to me|hat sich nie gemeldet, nichts gehört|no me contestaron|silence radio"),
    (
        "not_asked",
        "chickened out|I didn't ask|could not ask|couldn't bring myself to|walked past three times|kam ned, ned traut",
    ),
    ("not_asked", "no me atreví al final|pas osé du tout|lost my nerve|talked myself out of it"),
    ("", "idea|to be asked|haven't done it yet|noch nicht gefragt|à faire"),
]


@pytest.mark.parametrize(
    ("outcome", "words"), [(outcome, words) for outcome, many in LIKELY for words in many.split("|")]
)
def test_a_likely_answer_is_read(outcome, words):
    (row,) = read_diary(f'challenge,outcome\nA pen,"{words}"\n'.encode()).rows
    assert row.values["outcome"] == outcome


UNCLEAR = ["done", "hmpf", "said yes but then cancelled", "not rejected", "wanted", "a story", "delayed rejection"]


@pytest.mark.parametrize("words", UNCLEAR)
def test_an_unclear_answer_is_never_guessed(words):
    assert likely(words) is None


def test_an_answer_and_the_one_that_came_later():
    (row,) = read_diary(b'challenge,outcome\nA pen,"at first no, then she gave me one"\n').rows
    assert (row.values["outcome"], row.values["reply_later"]) == ("no", "yes")


def test_a_likely_word_is_said_once_for_the_file_and_can_be_changed():
    data = b"challenge,outcome\nA pen,shot down\nA cup,shot down\nA chair,yes\n"
    diary = read_diary(data)
    said = [guess.sentence for guess in diary.guesses if guess.code == "guessed_words"]
    assert said == ["“shot down” is taken as no"]
    changed = read_diary(data, FileChoices(words={"outcome": {"shot down": "maybe"}}))
    assert [row.values["outcome"] for row in changed.rows] == ["maybe", "maybe", "yes"]


def test_a_slip_of_a_word_of_its_own_column_means_the_same_and_a_mended_row_reads_it_so():
    diary = read_diary(b"challenge,outcome\na,refus\nb,refus\nc,refu\n")
    assert [row.values["outcome"] for row in diary.rows] == ["no", "no", "no"]
    assert [word.word for column in diary.columns.each for word in column.words if not word.certain] == ["refu"]
    assert diary.choices.words == {"outcome": {"refu": "no"}}


@pytest.mark.parametrize(("cell", "outcome"), [("Yes, he laughed", "no"), ("Yep", "no"), ("No!! she did it", "yes")])
def test_a_remark_behind_a_yes_under_rejected_changes_nothing(cell, outcome):
    diary = read_diary(f'challenge,Rejected?\na,"{cell}"\n'.encode())
    assert [row.values["outcome"] for row in diary.rows] == [outcome]
    assert [word.certain for column in diary.columns.each for word in column.words] == [False]


BESIDE = [("?", "never wrote back", "no_reply"), ("-", "emailed them. no answer yet", "no_reply"),
          ("", "chickened out", "not_asked"), ("", "she smiled", "")]  # fmt: skip


@pytest.mark.parametrize(("cell", "note", "outcome"), BESIDE)
def test_a_silence_or_an_ask_not_made_is_told_by_the_note_beside_it(cell, note, outcome):
    diary = read_diary(f"challenge,outcome,Notes\na,{cell},{note}\nb,no,\n".encode())
    assert [row.values["outcome"] for row in diary.rows] == [outcome, "no"]
    assert [guess.line for guess in diary.guesses if guess.code == "words_beside"] == ([2] if outcome else [])


def test_what_came_back_is_the_column_that_says_it_and_not_whether_one_would_do_it_again():
    data = b"What,What happened,Would I do it again?\na,Not a chance,yes\nb,Yes! Both of them,yes\nc,She said no,no\n"
    assert [row.values["outcome"] for row in read_diary(data).rows] == ["no", "yes", "no"]


def test_two_ticks_in_one_row_are_asked_about_once_for_the_file():
    data = b"Date,Challenge,Yes,No\n2026-03-03,a,x,x\n2026-03-04,b,x,\n2026-03-05,c,x,x\n"
    (column,) = (column for column in read_diary(data).columns.each if column.field == "outcome")
    assert [(word.word, word.count) for word in column.words if word.outcome is None] == [("Yes + No", 2)]
    said = FileChoices(words={column.key: {"yes + no": "maybe"}})
    assert [row.values["outcome"] for row in read_diary(data, said).rows] == ["maybe", "yes", "maybe"]
