"""Taking an import back: it is named, what would go is shown, what was written since stays, and it is asked once."""

import io
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from tests.exports import live_fully, packed
from unflinch.accounts.models import Person
from unflinch.practice.models import Answer, Ask, Debrief, Echo, Forecast, Plan
from unflinch.takeout.models import Arrival, Import, KeptRow

DIARY = """week,activity,challenge,outcome,no_before,what_happened
1,1,Ask for a chair,maybe,50,They had to ask
1,2,Ask for a table,no,60,A shrug
1,2,Ask for a lamp,hmpf,60,A shrug
1,3,Ask for a bed,yes,70,Happy to
"""


@pytest.fixture
def said(mira, capsys):
    def said(*arguments, **options):
        call_command("import_diary", *arguments, **options)
        return capsys.readouterr().out

    return said


@pytest.fixture
def sheet(hand):
    """The address of an import of the diary above, brought in on the page."""
    body = {"id": uuid4(), "diary": SimpleUploadedFile("first.csv", DIARY.encode())}
    preview = hand.client.post("/import/", body).headers["Location"]
    return hand.client.post(f"{preview}bringing-in/").headers["Location"]


def ask_of(title) -> Ask:
    return next(ask for ask in Ask.objects.all() if ask.title == title)


def titles() -> set[str]:
    return {ask.title for ask in Ask.objects.all()}


def test_the_page_says_first_what_would_go_and_changes_nothing(hand, sheet):
    page = hand.see(f"{sheet}taking-back/")
    assert "“first.csv”, imported on" in page
    assert "3 asks would go" in page
    assert "would stay" not in page
    assert Ask.objects.count() == 3


def test_all_that_came_goes_and_what_was_there_stays(hand, sheet):
    hand.just_asked("no")
    hand.send(f"{sheet}taking-back/")
    assert titles() == {"Ask for a plaster"}
    assert not any(table.objects.exists() for table in (Import, KeptRow, Arrival, Forecast))
    assert Plan.objects.count() == 1


WRITTEN = {
    "a debrief": lambda hand, ask: hand.send(f"/asks/{ask}/debrief/", lesson="It passes"),
    "what came later": lambda hand, ask: hand.send(f"/asks/{ask}/settling/", outcome="yes"),
    "an echo": lambda hand, ask: hand.send(f"/asks/{ask}/echo/", still_stings=20),
    "somebody else who is asked": lambda hand, ask: hand.send(f"/asks/{ask}/follower/", link="another"),
    "asked for more": lambda hand, ask: hand.send(f"/asks/{ask}/more/", title="Ask for two chairs"),
    "a mended title": lambda hand, ask: hand.mend(f"/asks/{ask}/about/", title="Ask for the chair"),
}


@pytest.mark.parametrize("write", WRITTEN.values(), ids=WRITTEN)
def test_an_ask_that_was_written_on_since_stays_with_all_that_is_in_it(hand, sheet, write):
    """And no other one does, not even of the same activity."""
    ask = ask_of("Ask for a chair")
    write(hand, ask.pk)
    held = {table: set(table.objects.filter(ask=ask).values_list("pk", flat=True)) for table in (Answer, Debrief, Echo)}
    asks = set(Ask.objects.exclude(pk__in=[ask_of("Ask for a table").pk, ask_of("Ask for a bed").pk]))
    page = hand.see(f"{sheet}taking-back/")
    assert "2 asks would go" in page
    assert "1 ask would stay: you’ve added to it since." in page
    hand.send(f"{sheet}taking-back/")
    assert set(Ask.objects.all()) == asks
    for table, ids in held.items():
        assert set(table.objects.values_list("pk", flat=True)) >= ids
    hand.see(f"/asks/{ask.pk}/")
    hand.see("/diary/")


@pytest.mark.parametrize("mended", [{"title": "Ask for two chairs"}, {"day": "2026-11-01"}], ids=["a title", "a day"])
def test_an_ask_whose_title_or_day_was_mended_here_stays(hand, sheet, mended):
    ask = ask_of("Ask for a chair")
    hand.mend(f"/asks/{ask.pk}/about/", **mended)
    hand.send(f"{sheet}taking-back/")
    assert [(one.pk, len(one.trail)) for one in Ask.objects.all()] == [(ask.pk, 1)]


def test_the_same_file_brought_in_again_and_taken_back_leaves_what_stayed(hand, sheet, said, tmp_path):
    file = tmp_path / "first.csv"
    file.write_text(DIARY, encoding="utf-8")
    WRITTEN["a mended title"](hand, ask_of("Ask for a chair").pk)
    hand.send(f"{sheet}taking-back/")
    said(file=file)
    assert len(titles()) == 3
    said(file=file, undo=True, yes=True)
    assert titles() == {"Ask for the chair"}


def test_a_row_mended_here_goes_with_its_file(hand, sheet):
    row = KeptRow.objects.get()
    cells = {f"cell_{at}": value for at, value in enumerate(row.values.values())}
    hand.client.post(f"/aside/{row.pk}/", {**cells, "cell_3": "no"})
    assert len(titles()) == 4
    hand.send(f"{sheet}taking-back/")
    assert titles() == set()


def test_an_import_from_before_there_was_such_a_record_goes_by_its_batch(hand, sheet):
    Arrival.objects.all().delete()
    WRITTEN["what came later"](hand, ask_of("Ask for a chair").pk)
    hand.send(f"{sheet}taking-back/")
    assert titles() == {"Ask for a chair"}


@pytest.fixture
def theirs(mira, now, tmp_path):
    """An export of somebody else, who is gone from here."""
    other = Person.objects.begin(at=now.replace(year=2027))
    live_fully(other, until=now)
    file = tmp_path / "theirs.zip"
    file.write_bytes(packed(other, now))
    other.delete()
    return file


def test_a_wrong_export_is_taken_back_and_never_ones_own_diary(said, theirs, tmp_path):
    own = tmp_path / "first-month.csv"
    own.write_text(DIARY, encoding="utf-8")
    said(file=own)
    before = titles()
    assert "It was made by a different Unflinch." in said(file=theirs, dry_run=True)
    assert titles() == before
    told = said(file=theirs)
    assert "10 asks" in told
    assert len(titles()) > len(before)
    told = said(undo=True, yes=True)
    assert "“theirs.zip”" in told
    assert "10 asks would go" in told
    assert titles() == before
    assert [one.name for one in Import.objects.all()] == ["first-month.csv"]


def test_the_file_names_its_own_import_and_no_other(said, theirs, tmp_path):
    own = tmp_path / "first-month.csv"
    own.write_text(DIARY, encoding="utf-8")
    said(file=theirs)
    said(file=own)
    said(file=theirs, undo=True, yes=True)
    assert titles() == {"Ask for a chair", "Ask for a table", "Ask for a bed"}
    with pytest.raises(CommandError, match="no such import"):
        said(file=theirs, undo=True, yes=True)


def test_it_asks_once_and_nobody_there_is_a_no(said, theirs, monkeypatch, capsys):
    said(file=theirs)
    for answer, is_gone in (("", False), ("n\n", False), ("y\n", True)):
        monkeypatch.setattr("sys.stdin", io.StringIO(answer))
        if is_gone:
            said(undo=True)
        else:
            with pytest.raises(CommandError, match="Nothing was taken back"):
                said(undo=True)
        assert "10 asks would go" in capsys.readouterr().out or is_gone
        assert Ask.objects.exists() is not is_gone


def test_what_was_written_on_an_export_since_stays(hand, said, theirs):
    said(file=theirs)
    ask = Ask.objects.get(pk=next(one.pk for one in Ask.objects.all() if one.title == "Ask for a lift"))
    hand.send(f"/asks/{ask.pk}/debrief/", lesson="It passes")
    told = said(undo=True, yes=True)
    assert "1 ask would stay: you’ve added to it since." in told
    assert set(Ask.objects.all()) == {ask}
    assert Debrief.objects.filter(ask=ask).count() == 2


def test_an_export_is_looked_at_first_and_then_taken(hand, theirs):
    body = {"id": uuid4(), "diary": SimpleUploadedFile("theirs.zip", theirs.read_bytes())}
    look = hand.client.post("/import/", body).headers["Location"]
    page = hand.see(look)
    assert "10 asks" in page
    assert "made by a different Unflinch" in page
    assert "Your settings here stay as they are." in page
    assert not Ask.objects.exists()
    here = hand.send(look)
    assert "It’s all here again." in hand.see(here)
    assert Ask.objects.count() == 10
    assert "theirs.zip, an export of Unflinch: 10 asks" in " ".join(hand.see("/import/").split())
    batch = UUID(here.split("/")[2])
    assert Import.objects.get(pk=batch).counts["practice.ask"] == 10
    hand.send(f"/imports/{batch}/taking-back/")
    assert not Ask.objects.exists()


def test_brought_in_twice_is_once(hand, said, theirs):
    said(file=theirs)
    before = Ask.objects.count(), Answer.objects.count(), Import.objects.count()
    assert "Nothing in it is new here." in said(file=theirs)
    assert (Ask.objects.count(), Answer.objects.count(), Import.objects.count()) == before


def test_what_was_deleted_since_comes_in_again_and_is_taken_back_by_itself(hand, said, theirs):
    said(file=theirs)
    hand.send(f"/asks/{Ask.objects.all()[0].pk}/deletion/")
    said(file=theirs)
    assert Ask.objects.count() == 10
    said(file=theirs, undo=True, yes=True)
    assert Ask.objects.count() == 9


def test_a_stranger_sees_no_import(hand, sheet, jonas):
    Import.objects.update(person=jonas)
    assert hand.client.get(f"{sheet}taking-back/").status_code == 404
    assert hand.client.post(f"{sheet}taking-back/").status_code == 404
