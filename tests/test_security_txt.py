"""security.txt: whom to write to about a hole, for strangers too, and nothing else for them."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from tests.test_served import typed
from unflinch import env
from unflinch.env import Address

FILE = "/.well-known/security.txt"


@pytest.fixture(autouse=True)
def served(settings):
    settings.ADDRESS, settings.ALLOWED_HOSTS = Address("https", "unflinch.example", 443), ["unflinch.example"]
    settings.SECURE_COOKIES, settings.SECURITY_CONTACT = True, "mailto:security@unflinch.example"


def ask(**options):
    return Client(SERVER_NAME="unflinch.example").get(FILE, secure=True, **options)


def test_a_stranger_reads_whom_to_write_to(mira, settings):
    settings.SECURITY_POLICY = "https://unflinch.example/policy"
    answer = ask()
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/plain; charset=utf-8")
    lines = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    expires = datetime.fromisoformat(lines.pop("Expires"))
    now = datetime.now(expires.tzinfo)
    assert timedelta(days=89) < expires - now < timedelta(days=91)
    assert lines == {
        "Contact": "mailto:security@unflinch.example",
        "Preferred-Languages": "en",
        "Canonical": f"https://unflinch.example{FILE}",
        "Policy": "https://unflinch.example/policy",
    }
    assert not answer.cookies


def test_without_a_policy_the_line_is_left_out(mira):
    assert "Policy" not in ask().content.decode()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECURITY_CONTACT", ""),
        ("ADDRESS", Address("http", "unflinch.example", 80)),
        ("ADDRESS", None),
    ],
)
def test_without_a_contact_or_https_there_is_none(mira, settings, name, value):
    setattr(settings, name, value)
    answer = ask()
    assert (answer.status_code, answer.content) == (404, b"")


def test_it_is_read_and_nothing_is_sent_to_it(mira):
    assert Client(SERVER_NAME="unflinch.example").post(FILE, secure=True).status_code == 405


@pytest.mark.parametrize("value", ["mailto:me@unflinch.example", "https://unflinch.example/contact", "tel:+49-30-1234"])
def test_a_contact_is_an_address_of_one_of_three_kinds(monkeypatch, value):
    monkeypatch.setenv("UNFLINCH_SECURITY_CONTACT", value)
    assert env.contact("UNFLINCH_SECURITY_CONTACT") == value


@pytest.mark.parametrize(
    "value",
    [
        *("me@unflinch.example", "http://unflinch.example", "mailto:me", "tel:112", "javascript:alert(1)"),
        *("mailto:me@unflinch.example\nPolicy: https://elsewhere.example", "https://unflinch.example/ a"),
    ],
)
def test_anything_else_is_refused_by_name(monkeypatch, value):
    for variable, read in (("UNFLINCH_SECURITY_CONTACT", env.contact), ("UNFLINCH_SECURITY_POLICY", env.link)):
        monkeypatch.setenv(variable, value)
        with pytest.raises(ImproperlyConfigured, match=f"^{variable} must be like"):
            read(variable)


def test_a_wrong_contact_stops_the_start(tmp_path):
    there = {"UNFLINCH_ADDRESS": "https://unflinch.example", "UNFLINCH_SECURITY_CONTACT": "me@unflinch.example"}
    refused = typed(tmp_path / "data", "serve", **there)
    assert refused.returncode == 1
    assert "UNFLINCH_SECURITY_CONTACT must be like mailto:security@unflinch.example" in refused.stderr
