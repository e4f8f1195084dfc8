"""The small language that the rules of respect are written in."""

import pytest

from unflinch.care.respect.lexicon import Lexicon
from unflinch.care.respect.rulebook import Rulebook
from unflinch.care.respect.rules import Sentence, literals_in, rule_of

NAMES = {
    "PERSON": "stranger, @STAFF, they, them, her",
    "STAFF": "waiter, fire officer",
    "BODY": "hair, knee",
    "THEIR": "their, her",
    "SMALL": "a, the, tall",
    "KEPT": "evening",
    "HARMLESS": "hair salon, fire truck",
}
SAYINGS = {"PRESS": "until they, keep asking", "DANGER": "fire"}


def holds(rule, text):
    lexicon = Lexicon.written(NAMES, SAYINGS, literals_in([rule]))
    sentences = [Sentence.of(words) for words in lexicon.sentences(text)]
    return Rulebook.of({"code": [rule_of(rule, lexicon.base)]}).codes_of(sentences) == ("code",)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("touch PERSON", "touching a tall stranger"),
        ("touch .. BODY", "touch the stranger on both knees"),
        ("touch|pat BODY", "pat hair"),
        ("touch ?the ?wet BODY", "touch wet hair"),
        ("BODY & touch", "touch some hair"),
        ("touch .. THEIR BODY", "touch a stranger's hair"),
        ("touch .. THEIR BODY", "touch the strangers’ hair"),
        ("see THEIR BODY", "May I see your hair?"),
        ("touch your BODY", "Would they touch my hair"),
        ("^ touch", "Touch wood. Then go."),
        ("touch !your BODY", "touch hair"),
        ("not touch", "don't touch"),
        ("PRESS STAFF", "keep asking the waiter"),
        ("hold_up", "hold up the queue"),
        ("eat after 11", "eat after 11 p.m."),
    ],
)
def test_a_rule_holds(rule, text):
    assert holds(rule, text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("touch PERSON", "touch wood with a stranger"),
        ("touch .. BODY", "touch one two three four five six hair"),
        ("touch .. BODY", "Touch wood. Cut hair."),
        ("touch your BODY", "touch their hair"),
        ("^ touch", "go and touch"),
        ("touch !your BODY", "touch your hair"),
        ("BODY & touch", "touch wood"),
        ("touch BODY unless ask", "ask whether to touch hair"),
        ("BODY", "a hair salon"),
        ("DANGER", "ride in a fire truck"),
        ("even", "a good evening"),
    ],
)
def test_a_rule_does_not_hold(rule, text):
    assert not holds(rule, text)


def test_a_class_holds_the_words_of_another():
    assert holds("thank PERSON", "thank the fire officer")


def test_the_codes_come_in_the_order_of_the_list():
    lexicon = Lexicon.written({}, {}, ["one", "two"])
    book = Rulebook.of({code: [rule_of(word, lexicon.base)] for code, word in (("b", "one"), ("a", "two"))})
    sentences = [Sentence.of(words) for words in lexicon.sentences("two. one.")]
    assert book.codes_of(sentences) == ("b", "a")
