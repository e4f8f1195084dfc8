import pytest

from unflinch.care.words import level_of


@pytest.mark.parametrize(
    ("text", "shames"),
    [
        ("I'm an idiot", True),
        ("I'm not an idiot", False),
        ("He called me an idiot", False),
        ("What an idiot that driver was", False),
        ("I used to think I was an idiot", False),
        ("My head said I was an idiot", False),
        ("I would never call a friend an idiot", False),
        ("What is wrong with me?", True),
        ("What is wrong with the door?", False),
        ("I'm not good enough", True),
        ("I'm good enough", False),
        ("I felt awkward", False),
        ("I'm terrible at chess", False),
        ("I'm a terrible person", True),
    ],
)
def test_only_ones_own_verdict_of_today_counts(text, shames):
    assert level_of(text).self_shaming is shames


def test_it_is_no_crisis():
    assert level_of("I'm such a loser").level == "none"


@pytest.mark.parametrize("text", ["I felt stupid for a second, and then proud", "I'm a clown for Halloween"])
def test_what_is_made_light_of_at_once_is_no_verdict(text):
    assert not level_of(text).self_shaming


@pytest.mark.parametrize(
    "text", ["Useless at everything.", "They deserve better than me", "I don't like myself", "i'm a f***ing idiot"]
)
def test_it_needs_no_whole_sentence_and_no_swear_word_spelled_out(text):
    assert level_of(text).self_shaming
