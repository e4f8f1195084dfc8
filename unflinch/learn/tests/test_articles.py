"""What every shipped article promises: a grade, sources, a day, and few enough words."""

import re

import pytest

from unflinch.learn.reading import Grade, articles, plain_text

FEWEST, MOST = 300, 500
EVERY = pytest.mark.parametrize("article", articles(), ids=lambda article: article.slug)


@EVERY
def test_it_says_how_well_its_claim_is_known(article):
    assert article.grade in Grade
    assert article.grade_words in {"well studied", "some good studies", "small studies", "opinion"}
    assert len(article.graded) > 20


@EVERY
def test_it_names_its_sources(article):
    for source in article.sources:
        assert re.fullmatch(r"https://[a-z0-9.-]+/\S+", source.link)
        assert 1990 <= source.year <= article.reviewed.year
        assert source.says.endswith(".")
        assert source.seen.label


@EVERY
def test_it_is_short(article):
    assert FEWEST <= article.words <= MOST
    assert article.minutes in (2, 3)
    assert len(article.promise) <= 90


@EVERY
def test_its_headings_stand_beneath_the_title_of_the_page(article):
    assert set(re.findall(r"<h(\d)", article.html)) == {"2"}


@EVERY
def test_it_sends_nobody_away_from_the_text(article):
    """Links in the text stay here; other places are named at the foot."""
    assert re.findall(r'href="(?!/)', article.html) == []


@EVERY
def test_no_tag_of_its_own_is_in_the_text(article):
    assert "&lt;" not in article.html


def test_each_has_an_address_of_its_own():
    slugs = [article.slug for article in articles()]
    assert len(set(slugs)) == len(slugs)


def test_they_are_read_once():
    assert articles() is articles()


def test_words_are_counted_without_their_marks():
    assert plain_text("## One *two*\n\n- [three](/help/) **four**").split() == ["One", "two", "three", "four"]
