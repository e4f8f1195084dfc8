"""What every answer says of itself: its content type, and that no browser may guess another one."""

import pytest
from django.test import Client

ADDRESSES = ("/", "/help/", "/list/", "/nowhere/", "/you/", "/away/", "/.well-known/security.txt")


def answers(browser):
    yield from (browser.get(address) for address in ADDRESSES)
    yield browser.post("/happened/", {})
    yield Client(SERVER_NAME="elsewhere.example").get("/")
    yield browser.get("/", headers={"Sec-Fetch-Site": "cross-site"})


def test_no_browser_guesses_what_an_answer_is(browser_of_mira):
    for answer in answers(browser_of_mira):
        assert answer.headers["X-Content-Type-Options"] == "nosniff", answer


def test_every_answer_says_what_it_is(browser_of_mira):
    for answer in answers(browser_of_mira):
        assert answer.headers["Content-Type"] in ("text/html; charset=utf-8", "text/plain; charset=utf-8"), answer


@pytest.mark.parametrize("address", ["/", "/help/", "/you/", "/pair/"])
def test_trace_answers_nothing(browser_of_mira, address):
    answer = browser_of_mira.trace(address, headers={"X-Secret": "canary"})
    assert answer.status_code in (302, 404, 405)
    assert b"canary" not in answer.content
