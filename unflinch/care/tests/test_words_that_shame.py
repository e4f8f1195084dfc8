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
