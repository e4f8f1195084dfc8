"""Text that nobody expected: kept, or refused with a sentence; never a trace."""

from uuid import uuid4

import pytest

from unflinch.practice.models import Ask, Plan, Wish

KEPT = {
    "emoji": "Ask 👩‍👩‍👧‍👦 for 🧀",
    "right to left": "לבקש כיסא",
    "mixed directions": "Ask \u202bשלום\u202c twice",
    "markup": "<script>alert(1)</script> & {{ 7*7 }}",
    "quotes": "\"'`); DROP TABLE practice_ask; --",
    "a long German word": "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
    "combining": "e\u0301" * 40,
    "empty": "",
}
REFUSED = {
    "a hundred thousand letters": "x" * 100_000,
    "a NUL": "Ask\x00for a chair",
    "a bell": "Ask\x07for a chair",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_odd_text_is_kept_and_shown_as_it_is(browser_of_mira, mira, text):
    answer = browser_of_mira.post("/happened/", {"id": uuid4(), "outcome": "no", "title": text})
    assert answer.status_code == 302
    kept = Ask.objects.of(mira).get()
    assert kept.title == text.replace("e\u0301", "é")
    page = browser_of_mira.get(f"/asks/{kept.pk}/").content.decode()
    assert "<script>alert" not in page
    assert "49" not in page.split("{{ 7*7 }}")[0][-20:]


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
@pytest.mark.parametrize(("address", "field"), [("/happened/", "title"), ("/wishes/", "words"), ("/rules/", "words")])
def test_text_that_cannot_be_kept_is_refused_with_a_sentence(browser_of_mira, mira, address, field, text):
    body = {"id": uuid4(), "outcome": "no", "kind": "own", field: text}
    answer = browser_of_mira.post(address, body)
    assert answer.status_code == 422
    assert "errorlist" in answer.content.decode()
    assert (Ask.objects.count(), Wish.objects.count()) == (0, 0)


@pytest.mark.parametrize("value", ["101", "-1", "much", "1e9", "NaN", "٣٣٣"])
def test_a_scale_out_of_range_is_refused_with_a_sentence(browser_of_mira, mira, value):
    browser_of_mira.post("/happened/", {"id": uuid4(), "outcome": "no"})
    ask = Ask.objects.of(mira).get()
    answer = browser_of_mira.post(f"/asks/{ask.pk}/debrief/", {"id": uuid4(), "sting": value})
    assert answer.status_code == 422
    assert ask.debriefs.count() == 0


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("/happened/", {"outcome": "perhaps"}),
        ("/happened/", {}),
        ("/happened/", {"outcome": "no", "day": "2026-02-31"}),
        ("/happened/", {"outcome": "no", "company": "a dragon"}),
        ("/happened/", {"outcome": "no", "id": "not an id"}),
        ("/totals/", {}),
        ("/totals/", {"no": "-3"}),
        ("/programmes/", {"kind": "marathon"}),
        ("/programmes/", {"kind": "own", "pace_low": 5, "pace_high": 2}),
        ("/ideas/own/", {"title": ""}),
        ("/you/", {"zone": "UTC", "day_ends": 25, "silence_days": 14}),
    ],
)
def test_a_form_that_makes_no_sense_is_shown_again_with_a_sentence(browser_of_mira, mira, address, fields):
    answer = browser_of_mira.post(address, {"id": uuid4(), **fields})
    assert answer.status_code == 422
    assert "errorlist" in answer.content.decode()


ADDRESSES = [
    "answer",
    "debrief",
    "forecast",
    "settling",
    "not-this-time",
    "more",
    "about",
    "undo",
    "deletion",
    "follower",
    "",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_strangers_ask_is_nowhere(browser_of_mira, jonas, now, address):
    theirs = Plan.objects.choose(id=uuid4(), person=jonas, at=now, title="Mine")
    path = f"/asks/{theirs.pk}/{address}/".replace("//", "/")
    answers = [browser_of_mira.post(path, {"id": uuid4(), "outcome": "no"})]
    answers += [browser_of_mira.get(path)] if address not in ("undo", "follower") else []
    assert {answer.status_code for answer in answers} <= {404, 405}


POSTS = ["/plans/", "/energy/", "/asides/", "/reviews/", "/drafts/x/"]


@pytest.mark.parametrize("address", POSTS)
def test_what_writes_refuses_a_get(browser_of_mira, address):
    assert browser_of_mira.get(address).status_code == 405
