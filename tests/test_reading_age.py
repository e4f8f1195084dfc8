"""What people read here asks for no more than seven years of school: a reading age of about twelve."""

import re
from statistics import fmean

import pytest

from tests.readability import grade, syllables, words_of
from unflinch.challenges.catalogue import catalogue
from unflinch.learn.reading import articles, plain_text

MOST = 7.5
SAID = {
    1: "no chair hurts asked hope hopes two their eyes played seen noes breathe whole league stopped tried rules can't",
    2: "people little wanted places being saying players something someone somewhere forecast question patient social "
    "tables handled every quiet client trial lion react likely careful evening rhythm million guideline doesn't café",
    3: "everyone idea area radio museum theatre recipe curious serious family promises usual rejection beautiful",
    4: "everybody anxiety actually reality society material experience situation",
    5: "individual association uncomfortable",
}
LEARNED = (
    "Participants demonstrating considerable improvement subsequently reported substantially diminished anticipatory "
    "apprehension, irrespective of individual differences in initial expectations concerning social evaluation."
)


@pytest.mark.parametrize(("count", "words"), SAID.items())
def test_syllables_are_counted(count, words):
    heard = {word: syllables(word) for line in words.split() for word in words_of(line)}
    assert heard == dict.fromkeys(heard, count)


def test_the_grade_follows_its_formula():
    """Six words of one syllable in one sentence; then the same words in two."""
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert grade("The cat sat. On the mat!") == pytest.approx(0.39 * 3 + 11.8 - 15.59)
    assert grade("Individual association") == pytest.approx(0.39 * 2 + 11.8 * 5 - 15.59)


def test_a_learned_sentence_is_too_hard():
    assert grade(LEARNED) > 2 * MOST


def test_a_text_without_words_has_no_grade():
    with pytest.raises(ValueError, match="without words"):
        grade("12, 13 …")


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.slug)
def test_an_article_can_be_read_at_twelve(article):
    assert grade(sentences_of(article.text)) <= MOST
    assert grade(f"{article.promise}\n\n{article.graded}") <= MOST


def test_the_lines_to_say_can_be_read_at_twelve():
    assert fmean(grade(challenge.line) for challenge in catalogue().by_boldness) <= MOST


def test_headings_are_left_out_and_each_item_of_a_list_is_a_sentence():
    """Otherwise short headings would make a text look easier, and long lists harder, than they are."""
    text = sentences_of("## Short\n\nTwo words\n\n- one\n- and two\n")
    assert words_of(text) == ["two", "words", "one", "and", "two"]
    assert grade(text) == pytest.approx(grade("Two words. One. And two."))


def sentences_of(text: str) -> str:
    """Markdown as running text: no headings, an empty line before each item of a list."""
    without_headings = re.sub(r"^#.*$", "", text, flags=re.MULTILINE)
    return plain_text(re.sub(r"^(?:-|\d+\.)\s", "\n", without_headings, flags=re.MULTILINE))
