"""The marks of the word lists leave nothing out that a pattern would find."""

import re

from tests.marks import FILE, how_often, marks_of, texts
from unflinch.care.phrases import Patterns, marks_in, pattern_key
from unflinch.care.words import lexicon


def test_every_pattern_of_the_lists_has_its_row_or_needs_none():
    rows = {line.split(",")[0] for line in FILE.read_text("utf-8").splitlines()}
    assert rows == {pattern_key(text) for text in texts()} - {
        pattern_key(text) for text in texts() if pattern_key(text) not in lexicon.marks()
    }
    without = [text for text in texts() if pattern_key(text) not in rows]
    assert len(without) < 20


def test_a_sentence_in_which_a_pattern_is_found_holds_one_of_each_set_of_its_marks():
    often = how_often()
    for pattern, sentence in [
        ("kill(?:ing|ed)? myself", "i keep killing myself over it"),
        ("(?:end|stop) (?:it|my life)", "i will end my life"),
        ("(?:very )?sad(?:ly)?", "so sadly"),
        ("[ab]c{2,}def", "bccdef"),
    ]:
        sets = marks_of(pattern, often)
        assert re.search(pattern, sentence)
        assert sets
        assert not any(marks_in(sentence).isdisjoint(of) for of in sets)
    assert marks_of("(?:kill)?", often) == []


def test_patterns_without_marks_are_looked_for_all_the_same():
    assert [found.pattern for found in Patterns(["die", "live"], {}).within("i die")] == [r"(?<!\S)(?:die)(?!\w)"]
