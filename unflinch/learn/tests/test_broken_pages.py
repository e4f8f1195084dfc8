"""A file that is not as it ought to be cannot ship: it stops the start and says what is wrong."""

import pytest

from unflinch.learn import reading
from unflinch.learn.reading import Grade, article_of, forerunners
from unflinch.shell.data_files import BrokenFile

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
        ('title = "A chair"\n', "", "title is missing"),
        ('title = "A chair"', 'title = ""', "title must be text of 1 to 80 signs"),
        ('grade = "L"', 'grade = "A+"', "grade must be one of H, Mo, L, VL"),
        ('seen = "summary"', 'seen = "whole"', "source 1[.]seen must be one of summary"),
        ('where = "At the café"\n', "", "source 1[.]where is missing"),
        ("https://", "http://", "source 1[.]link must be an https:// address"),
        ("reviewed = 2026-11-23", "reviewed = soon", "Invalid value"),
        ('says = "One chair."', 'says = "One chair."\nprice = 4', "source 1[.]price is not known here"),
        ("[[source]]", "[[sources]]", "source is missing"),
        ("+++\n\nYou", "\n\nYou", "between two lines of"),
    ],
)
def test_a_broken_file_is_named_with_what_is_wrong(old, new, complaint):
    assert old in GOOD
    with pytest.raises(BrokenFile, match=rf"^{NAME}: .*{complaint}"):
        article_of(NAME, GOOD.replace(old, new, 1))


@pytest.mark.parametrize("name", ["a-chair.md", "7-a-chair.md", "07-A-Chair.md"])
def test_a_file_that_is_called_otherwise_is_refused(name):
    with pytest.raises(BrokenFile, match="NN-slug"):
        article_of(name, GOOD)


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ('name = "Jia Jiang"\ngroup = "Those who asked"\ndid = "Asked."', "forerunner 1[.]link is missing"),
        ('name = ""\ngroup = "a"\ndid = "b"\nlink = "https://example.org/"', "forerunner 1[.]name must be text of 1"),
        ('name = "c"\ngroup = "a"\ndid = "b"\nlink = "ftp://example.org/"', "forerunner 1[.]link must be an https://"),
    ],
)
def test_a_broken_thank_you_is_named_with_its_place(row, complaint, tmp_path, monkeypatch):
    (tmp_path / "credits.toml").write_text(f"[[forerunner]]\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(reading, "files", lambda _: tmp_path)
    with pytest.raises(BrokenFile, match=rf"^credits[.]toml: {complaint}"):
        forerunners.__wrapped__()
