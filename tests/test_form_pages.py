"""Every page with a form is shown, refused and read by the same rules; and what those rules are is said once."""

import re
from pathlib import Path

import pytest
from django.urls import resolve

ROOT = Path(__file__).resolve().parent.parent
VIEWS = [*ROOT.glob("unflinch/**/*views.py"), *ROOT.glob("unflinch/**/views/*.py")]
SAID_ONCE = (
    ("status=422 if form", "form_response"),
    ('request.POST if request.method == "POST"', "posted"),
    ("form.is_bound and form.is_valid()", "form.is_valid()"),
    ("get_object_or_404(Ask.objects", "ask_or_404"),
)
OF_AN_ASK = (
    *("settling", "feelings", "debrief", "more", "others", "passed-on", "echo", "about", "deletion"),
    *("details", "details/sting", "beforehand/line"),
)
ALONE = (
    "/first/",
    "/happened/",
    "/wishes/",
    "/totals/",
    "/ideas/own/",
    "/programmes/",
    "/rules/",
    "/pause/",
    "/help/place/",
)
OTHERS = ("/you/", "/lock/", "/nudges/", "/import/", "/export/", "/erasure/", "/questionnaires/ons4/")
# The gate stands before the first going out, and whoever is past it is led on; so does the app lock, where one is set.
BEFORE_ANYTHING = {"welcome", "unlock", "removal"}
AFTER_AN_IMPORT = {"preview", "restoring", "taking_back", "kept_row", "result_deletion"}
REFUSED = ("/happened/", "/wishes/", "/totals/", "/ideas/own/", "/programmes/", "/rules/", "/pause/", "/import/")


@pytest.fixture
def pages(hand):
    """The address of every page with a form that needs no file, on an ask with its no and on one without."""
    asked, planned, feared = hand.just_asked("no"), hand.choose(), hand.choose()
    hand.send(f"{feared}forecast/", feared="laugh", feared_before=70)
    hand.send(f"{feared}answer/", outcome="no")
    programme = hand.send("/programmes/", kind="four_weeks")
    own = hand.send(
        "/ideas/own/", title="Ask for a seat", setting="other", channel="in_person", kind="ask", boldness=1, minutes=5
    )
    of_asks = [f"{asked}{part}/" for part in OF_AN_ASK]
    week = hand.see("/weeks/").split('href="/weeks/')[1].split('"')[0]
    before = [f"{planned}{part}/" for part in ("forecast", "answer", "not-this-time", "time")]
    return [*of_asks, f"{feared}fear/", *before, programme, own, f"/reviews/{week}", *ALONE, *OTHERS]


def test_a_page_with_a_form_is_fetched_anew_and_answers_whoever_asks_for_its_head(hand, pages):
    for address in pages:
        shown, head = hand.client.get(address), hand.client.head(address)
        assert (address, shown.status_code, head.status_code) == (address, 200, 200)
        assert "no-cache" in shown["Cache-Control"] or "no-store" in shown["Cache-Control"], address
        assert hand.client.delete(address).status_code == 405


@pytest.mark.parametrize("address", REFUSED)
def test_what_cannot_be_saved_comes_back_on_the_same_page(hand, address):
    shown, refused = hand.client.get(address), hand.client.post(address, {})
    assert refused.status_code == 422
    assert refused.templates[0].name == shown.templates[0].name
    assert 'aria-invalid="true"' in refused.content.decode() or "errorlist" in refused.content.decode()


def test_no_form_page_is_forgotten_above(pages):
    written = {
        name for file in VIEWS for name in re.findall(r"@form_page\n(?:@.+\n)*def (\w+)", file.read_text("utf-8"))
    }
    assert written - {resolve(address).func.__name__ for address in pages} == AFTER_AN_IMPORT | BEFORE_ANYTHING


@pytest.mark.parametrize(("spelt_out", "helper"), SAID_ONCE)
def test_no_view_spells_out_what_a_helper_says(spelt_out, helper):
    assert VIEWS != []
    found = [str(file) for file in VIEWS if spelt_out in file.read_text("utf-8") and file.name != "fetch.py"]
    assert found == [], f"{helper} says it"


@pytest.mark.parametrize(
    ("page", "draft", "field", "rest"),
    [
        ("/happened/", "happened", "title", {"outcome": "no"}),
        ("/wishes/", "wishes", "words", {}),
        ("/ideas/own/", "own", "title", {"setting": "other", "channel": "in_person", "kind": "ask", "boldness": 1}),
    ],
)
def test_what_was_typed_so_far_stands_in_the_form_until_it_is_sent(hand, page, draft, field, rest):
    assert f'data-draft="/drafts/{draft}/"' in hand.see(page)
    assert hand.client.post(f"/drafts/{draft}/", {field: "a seat"}).status_code == 204
    assert hand.held_by(page)[field] == "a seat"
    hand.send(page, **{field: "a seat", "minutes": 5, **rest})
    assert field not in hand.held_by(page)
