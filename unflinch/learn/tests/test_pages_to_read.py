import re
from html import unescape
from itertools import pairwise

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.urls import reverse

from unflinch.learn import views
from unflinch.learn.reading import articles, forerunners, html_of
from unflinch.learn.templatetags.help_link import with_help_at

ADDRESSES = ["/learn/", "/learn/credits/", *(f"/learn/{article.slug}/" for article in articles())]
EVERY = pytest.mark.parametrize("address", ADDRESSES)


def words(answer) -> str:
    return unescape(answer.content.decode())


@EVERY
def test_it_answers_and_is_there_to_read_only(browser_of_mira, address):
    assert browser_of_mira.get(address).status_code == 200
    assert browser_of_mira.head(address).status_code == 200
    assert browser_of_mira.post(address).status_code == 405


@EVERY
def test_every_link_to_a_page_of_ours_answers(browser_of_mira, address):
    links = set(re.findall(r'href="(/[^"]*)"', words(browser_of_mira.get(address))))
    pages = {link for link in links if not link.startswith(settings.STATIC_URL)}
    assert pages >= {"/learn/" if address != "/learn/" else "/learn/credits/", "/", "/away/"}
    answers = {link: browser_of_mira.get(link).status_code for link in pages}
    assert {link: code for link, code in answers.items() if code not in (200, 302)} == {}


@EVERY
def test_all_its_ways_to_help_are_the_one_that_works_without_a_signal(browser_of_mira, address):
    assert len(set(re.findall(r'<a [^>]*href="(/help/[^"]*)"', words(browser_of_mira.get(address))))) == 1


def test_a_link_to_help_within_a_text_is_led_there():
    html = html_of("Open [Help](/help/) and read [this](/learn/kind-lines/).")
    led = with_help_at(html, "/help/?country=fr")
    assert led == '<p>Open <a href="/help/?country=fr">Help</a> and read <a href="/learn/kind-lines/">this</a>.</p>\n'


@EVERY
def test_it_is_not_sent_twice(browser_of_mira, address):
    first = browser_of_mira.get(address)
    assert browser_of_mira.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_somebody_who_is_not_signed_in_gets_the_same_without_a_query():
    """Without the `db` fixture a query would be an error."""
    request = RequestFactory().get(reverse("learn:contents"))
    request.user = AnonymousUser()
    answer = views.contents(request)
    assert answer.status_code == 200
    assert "csrfmiddlewaretoken" not in words(answer)
    assert "private" in answer["Cache-Control"]


def test_what_changes_the_frame_is_another_page(browser_of_mira, mira):
    before = browser_of_mira.get("/learn/")["ETag"]
    mira.live_in("DE")
    assert browser_of_mira.get("/learn/")["ETag"] != before


def test_another_release_is_another_page(browser_of_mira, settings):
    before = browser_of_mira.get("/learn/")["ETag"]
    settings.RELEASE = "99"
    assert browser_of_mira.get("/learn/")["ETag"] != before


def test_the_contents_name_each_with_its_promise_its_minutes_and_its_grade(browser_of_mira):
    page = words(browser_of_mira.get("/learn/"))
    for article in articles():
        card = page.partition(f'href="/learn/{article.slug}/"')[2].partition("</li>")[0]
        assert article.title in card
        assert article.promise in card
        assert f"{article.minutes} minutes · {article.grade_words}" in card


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.slug)
def test_an_article_shows_its_grade_its_sources_and_its_day(browser_of_mira, article):
    page = words(browser_of_mira.get(f"/learn/{article.slug}/"))
    assert f"<b>{article.grade_words.capitalize()}</b>: {article.graded}" in page
    for source in article.sources:
        assert f'<a href="{source.link}" rel="noreferrer">{source.who} ({source.year}), {source.where}</a>' in page
        assert source.says in page
    assert f"Reviewed on {article.reviewed.day} {article.reviewed:%B %Y}." in page


def test_one_leads_to_the_next_and_back(browser_of_mira):
    path = [f"/learn/{article.slug}/" for article in articles()]
    for before, after in pairwise(path):
        assert f'rel="next" href="{after}"' in words(browser_of_mira.get(before))
        assert f'rel="prev" href="{before}"' in words(browser_of_mira.get(after))
    assert 'rel="prev"' not in words(browser_of_mira.get(path[0]))
    assert 'rel="next"' not in words(browser_of_mira.get(path[-1]))


def test_an_article_that_is_not_there_is_not_found(browser_of_mira):
    assert browser_of_mira.get("/learn/how-to-be-fearless/").status_code == 404


def test_the_credits_name_those_who_came_before(browser_of_mira):
    page = words(browser_of_mira.get("/learn/credits/"))
    for forerunner in forerunners():
        assert f'<a href="{forerunner.link}" rel="noreferrer">{forerunner.name}</a>: {forerunner.did}' in page
    for name in ("Jason Comely", "Jia Jiang", "Alice Draper"):
        assert name in page
