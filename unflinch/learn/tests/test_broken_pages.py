"""A file that is not as it ought to be cannot ship: it stops the start and says what is wrong."""

import pytest

from unflinch.learn.reading import BrokenPage, Grade, article_of

NAME = "07-a-chair.md"
GOOD = """+++
title = "A chair"
promise = "It is only a chair."
grade = "L"
graded = "that chairs are for sitting on."
reviewed = 2026-11-23

[[source]]
who = "Mira"
year = 2026
where = "At the café"
link = "https://example.org/chair"
says = "One chair."
seen = "summary"
+++

You ask for a *chair*. <b>Really.</b>
"""


def test_a_good_file_becomes_an_article():
    article = article_of(NAME, GOOD)
    assert (article.slug, article.title, article.grade) == ("a-chair", "A chair", Grade.SMALL)
    assert [source.who for source in article.sources] == ["Mira"]
    assert article.html == "<p>You ask for a <em>chair</em>. &lt;b&gt;Really.&lt;/b&gt;</p>\n"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('title = "A chair"\n', "", "missing or unknown: title"),
        ('title = "A chair"', 'title = ""', "empty: title"),
        ('grade = "L"', 'grade = "A+"', "A[+] is not one of H, Mo, L, VL"),
        ('seen = "summary"', 'seen = "whole"', "whole is not one of summary"),
        ('where = "At the café"\n', "", "missing or unknown: where"),
        ("https://", "http://", "http://example.org/chair is no https link"),
        ("reviewed = 2026-11-23", "reviewed = soon", "Invalid value"),
        ('says = "One chair."', 'says = "One chair."\nprice = 4', "missing or unknown: price"),
        ("[[source]]", "[[sources]]", "names no source"),
        ("+++\n\nYou", "\n\nYou", "between two lines of"),
    ],
)
def test_a_broken_file_is_named_with_what_is_wrong(old, new, complaint):
    assert old in GOOD
    with pytest.raises(BrokenPage, match=rf"^{NAME}: .*{complaint}"):
        article_of(NAME, GOOD.replace(old, new, 1))


@pytest.mark.parametrize("name", ["a-chair.md", "7-a-chair.md", "07-A-Chair.md"])
def test_a_file_that_is_called_otherwise_is_refused(name):
    with pytest.raises(BrokenPage, match="NN-slug"):
        article_of(name, GOOD)
