import pytest
from django.test import Client

STRANGERS = [
    {"SERVER_NAME": "evil.example"},
    {"SERVER_NAME": "127.0.0.1", "HTTP_ORIGIN": "https://evil.example"},
    {"SERVER_NAME": "127.0.0.1", "HTTP_ORIGIN": "null"},
    {"SERVER_NAME": "127.0.0.1", "HTTP_ORIGIN": "http://127.0.0.1:9999"},
    {"SERVER_NAME": "127.0.0.1", "HTTP_SEC_FETCH_SITE": "cross-site"},
    {"SERVER_NAME": "127.0.0.1", "HTTP_SEC_FETCH_SITE": "same-site"},
]


@pytest.mark.parametrize("headers", STRANGERS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_request_of_another_site_is_refused(mira, headers, method):
    assert getattr(Client(**headers), method)("/you/").status_code in (400, 403)


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_the_own_page_and_a_bookmark_get_in(mira, site):
    assert Client(SERVER_NAME="127.0.0.1", HTTP_SEC_FETCH_SITE=site).get("/you/").status_code == 200


def test_a_form_without_its_token_is_refused(mira):
    client = Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True)
    assert client.post("/you/", {"zone": "UTC", "day_ends": 4, "silence_days": 14}).status_code == 403


def test_nobody_gets_in_where_nobody_lives(db):
    assert Client(SERVER_NAME="127.0.0.1").get("/you/").status_code == 403
