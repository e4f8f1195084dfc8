"""What an own challenge may be asked about, our own library is not: its titles and lines keep the same rules."""

import pytest

from unflinch.care.respect import asks_of
from unflinch.challenges.catalogue import catalogue

SENTENCES = [
    sentence
    for challenge in catalogue().by_boldness
    for sentence in (challenge.title, challenge.line, challenge.exit_line, challenge.seated)
    if sentence
]


def test_there_is_something_to_read():
    assert len(SENTENCES) > 300


@pytest.mark.parametrize("sentence", SENTENCES)
def test_our_own_words_raise_no_question(sentence):
    assert asks_of(sentence) == ()


def test_a_bad_idea_would_be_noticed():
    assert asks_of("Ask a stranger for a piggyback ride home") != ()
