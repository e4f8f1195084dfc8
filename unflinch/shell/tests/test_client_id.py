import re
from uuid import UUID

from unflinch.shell.forms import FactForm

KEPT = UUID("6a80b1c2-ae19-4dc7-ade9-77159ba98c20")


def drawn_id(form: FactForm) -> UUID:
    found = re.search(r'value="([^"]+)"', str(form["id"]))
    assert found is not None
    return UUID(found[1])


def test_every_page_opens_with_an_id_of_its_own():
    assert drawn_id(FactForm()) != drawn_id(FactForm())


def test_two_forms_on_a_page_do_not_share_an_html_id():
    assert " id=" not in str(FactForm()["id"])


def test_a_fresh_page_lets_the_browser_draw_a_new_one():
    assert "data-client-id" in str(FactForm()["id"])


def test_a_form_that_came_back_keeps_the_id_it_was_sent_with():
    form = FactForm({"id": str(KEPT)})
    assert drawn_id(form) == KEPT
    assert "data-client-id" not in str(form["id"])


def test_the_id_is_a_uuid():
    form = FactForm({"id": str(KEPT)})
    assert form.is_valid()
    assert form.cleaned_data["id"] == KEPT


def test_an_id_that_cannot_be_read_is_replaced_and_the_page_says_so():
    for data in ({"id": "not an id"}, {}):
        form = FactForm(data)
        assert not form.is_valid()
        assert "Please send it once more." in str(form["id"])
        assert drawn_id(form) != KEPT
