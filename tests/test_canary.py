"""What is typed is in no file in the clear: not in the database, its log, the key file or what the program said."""

import re

import pytest

from tests.walks import begin, every_page

CANARY = "Zaunkönigsfeder"
TYPED = "input[type=text], input:not([type]), input[type=search], textarea"
FIELD = re.compile(r"<textarea|<input(?![^>]*type=.(hidden|radio|checkbox|file|date|time|number))", re.DOTALL)

TYPE = """(form, word) => {
  const typed = [...form.querySelectorAll("input[type=text], input:not([type]), input[type=search], textarea")];
  typed.filter((field) => field.name !== "zone").forEach((field, at) => { field.value = `${word} ${at}`; });
  form.querySelector("input[type=radio][required]")?.click();
  const buttons = [...form.querySelectorAll("button:not([type=button])")].filter((button) => !button.disabled);
  form.requestSubmit(buttons.find((button) => !button.name) ?? buttons[0]);
  return typed.length;
}"""


def type_everywhere(page) -> int:
    """Fill every text field of this page's first form that has one, and send it."""
    forms = page.locator("form[method=post]").filter(has=page.locator(TYPED))
    if forms.count() == 0:
        return 0
    with page.expect_navigation():
        filled: int = forms.first.evaluate(TYPE, CANARY)
    return filled


@pytest.fixture
def traces(live_anew):
    def search() -> list[str]:
        files = [file for file in live_anew.data.rglob("*") if file.is_file() and "static" not in file.parts]
        assert any(file.suffix == ".sqlite3" for file in files)
        forms = [CANARY.encode(encoding) for encoding in ("utf-8", "utf-16-le", "latin-1")]
        forms += [b"Zaunk\\u00f6nigsfeder", b"Zaunk%C3%B6nigsfeder"]
        return [file.name for file in [*files, live_anew.log] for form in forms if form in file.read_bytes()]

    return search


def test_a_canary_typed_everywhere_is_found_nowhere(page_anew, traces):
    begin(page_anew)
    filled = 0
    # The blank steps are for a worker alone; there is nowhere to send them to.
    for address in [one for one in every_page(page_anew) if not one.startswith("/offline/")]:
        # A page without a field isn't drawn: that takes longer than all else.
        if FIELD.search(page_anew.request.get(address).text()):
            page_anew.goto(address)
            filled += type_everywhere(page_anew)
            assert page_anew.locator("h1").count() == 1
    assert filled > 20
    page_anew.goto("/ideas/")
    page_anew.locator("[name=q]").fill(CANARY)
    page_anew.get_by_role("button", name="Search").click()
    page_anew.goto("/diary/")
    assert CANARY in page_anew.content()
    assert traces() == []
