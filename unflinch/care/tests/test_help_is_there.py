import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.urls import reverse

from unflinch.care import views
from unflinch.care.help_lines import help_lines


@pytest.fixture
def page():
    """The page for somebody who is not signed in; without the `db` fixture, a query would be an error."""

    def get(**query):
        request = RequestFactory().get(reverse("care:help"), query)
        request.user = AnonymousUser()
        return views.help(request)

    return get


def test_everybody_gets_it_without_a_query(page):
    assert page().status_code == 200


@pytest.mark.parametrize("country", help_lines().countries, ids=lambda country: country.code)
def test_the_chosen_country_comes_first(page, country):
    text = page(country=country.code).content.decode()
    first = text[: text.index("<form")]
    assert country.name in first
    for number, address in country.calls:
        assert f'<a href="{address}"><b>{number}</b></a>' in first
    for line in country.lines:
        assert f'href="{line.address}"' in first
        assert f"<b>{line.target}</b>" in first
        assert line.operator in first


@pytest.mark.parametrize("code", ["", "xx", "GB", "<script>"])
def test_an_unknown_country_is_no_error(page, code):
    assert page(country=code).status_code == 200


def test_all_countries_are_on_the_page_for_a_phone_without_signal(page):
    text = page().content.decode()
    assert all(f'id="{country.code}"' in text for country in help_lines().countries)


def test_the_browser_may_keep_it_because_nothing_on_it_is_personal(page):
    answer = page()
    assert "max-age" in answer["Cache-Control"]
    assert "csrfmiddlewaretoken" not in answer.content.decode()


def test_what_nobody_checked_is_said_once_and_above_the_list(page):
    text = page().content.decode()
    assert text.count("We haven’t rung them") == 1
    assert text.index("We haven’t rung them") < text.index('id="places"')
    assert "hecked" not in text
    assert "Found at lifeinmind.org.au on 29 November 2026." in " ".join(text.split())


def test_without_a_place_none_is_picked_by_the_alphabet(page):
    assert '<option value="">Choose a place</option>' in page().content.decode()
    assert "Choose a place" not in page(country="gb").content.decode()


def test_it_loads_nothing_from_another_host(page):
    text = page().content.decode()
    assert not re.search(r"<(script|img|iframe|link|form|source)[^>]+https?:", text)


def test_it_says_that_nobody_reads_and_claims_nothing(page):
    text = page().content.decode()
    assert "Nobody reads what you write here, and we can’t get help for you" in text
    assert "not therapy" in text


def test_posting_is_refused(browser_of_mira):
    assert browser_of_mira.post("/help/").status_code == 405
