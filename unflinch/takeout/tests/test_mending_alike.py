"""Rows kept aside for the same reason are settled by one word; what was said of their file is remembered."""

from unflinch.practice.models import Answer, Ask
from unflinch.takeout.aside_views import GROUPS_A_PAGE
from unflinch.takeout.models import Import

SHEET = (
    "Date,Challenge,Result\n1/20/2026,A pen,Yes\n1/9/2026,A refill,zonk\n1/10/2026,A dog,zonk\n1/11/2026,A seat,blorp\n"
)


def test_one_word_settles_all_rows_that_say_the_same(desk, mira):
    desk.bring(SHEET)
    keys = desk.groups()
    assert len(keys) == 2
    desk.post(f"{desk.imported}aside/{keys[0]}/", **{f"{keys[0]}-cell": "no"})
    told = {answer.ask.title: (answer.outcome, str(answer.day)) for answer in Answer.objects.all()}
    assert told["A refill"] == ("no", "2026-01-09")
    assert told["A dog"] == ("no", "2026-01-10")
    assert [row.line for row in desk.aside] == [5]


def test_the_mended_file_brings_no_row_twice(desk, mira):
    desk.bring(SHEET)
    keys = desk.groups()
    desk.post(f"{desk.imported}aside/{keys[0]}/", **{f"{keys[0]}-cell": "no"})
    desk.bring(SHEET.replace("zonk", "no"))
    assert Ask.objects.count() == 3


def test_an_answer_that_is_none_marks_the_field_and_changes_nothing(desk, mira):
    desk.bring(SHEET)
    keys = desk.groups()
    page = desk.post(f"{desk.imported}aside/{keys[0]}/", status=422, **{f"{keys[0]}-cell": ""}).content.decode()
    assert 'aria-invalid="true"' in page
    assert desk.aside.count() == 3


def test_one_row_marks_what_is_wrong_in_it(desk, mira):
    desk.bring(SHEET)
    row = desk.aside.get(line=5)
    page = desk.see(f"/aside/{row.pk}/")
    field = page.split('name="cell_2"')[1].split(">")[0]
    assert 'aria-invalid="true"' in field
    assert "autofocus" in field
    assert 'aria-describedby="id_cell_2_helptext"' in field
    desk.post(f"/aside/{row.pk}/", cell_0="1/11/2026", cell_1="A seat", cell_2="no")
    assert "2026-01-11" in {str(answer.day) for answer in Answer.objects.all()}


def test_all_can_be_let_go_at_once(desk, mira):
    desk.bring(SHEET)
    desk.post(f"{desk.imported}aside/letting-go/")
    assert not desk.aside.exists()
    desk.bring(SHEET)
    assert (Ask.objects.count(), desk.aside.count()) == (1, 0)


def test_all_rows_can_be_reached_page_by_page(desk, mira):
    rows = "".join(f"2026-01-05,Ask {n},zonk number {n}x\n" for n in range(GROUPS_A_PAGE + 5))
    desk.bring(f"Date,Challenge,Result\n2026-01-04,A pen,no\n{rows}")
    assert len(desk.groups()) == GROUPS_A_PAGE
    assert desk.see(f"{desk.imported}aside/?page=2").count('id="group_') == 5


def test_a_stranger_finds_no_group(desk, mira, jonas):
    desk.bring(SHEET)
    key, *_ = desk.groups()
    Import.objects.update(person=jonas)
    for address in ("", f"{key}/", f"{key}/letting-go/", f"{key}/replacing/", "letting-go/"):
        assert desk.client.post(f"{desk.imported}aside/{address}").status_code in (404, 405)
    assert desk.client.get(f"{desk.imported}aside/").status_code == 404
    assert desk.aside.count() == 3
