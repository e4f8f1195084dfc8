import pytest

from unflinch.care.words import Reading, level_of


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("I want to die", "explicit"),
        ("I don't want to die", "none"),
        ("I don't want to live", "explicit"),
        ("I don't think I want to live", "explicit"),
        ("I don't think I want to die", "none"),
        ("I can't stop thinking about killing myself", "explicit"),
        ("I never think about killing myself", "none"),
        ("I'm not okay. I want to kill myself", "explicit"),
        ("Nobody knows that I want to die", "explicit"),
        ("I can't promise that I won't kill myself", "explicit"),
    ],
)
def test_a_denial_counts_only_for_what_it_denies(text, level):
    assert level_of(text).level == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("I tried to kill myself last night", "explicit"),
        ("I tried to kill myself ten years ago", "none"),
        ("I used to think about suicide", "none"),
        ("I've been thinking about suicide again", "explicit"),
    ],
)
def test_last_night_is_now_and_years_ago_is_not(text, level):
    assert level_of(text).level == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("He wants to die laughing", "none"),
        ("She killed herself in the film", "none"),
        ('He shouted "I want to die" and bowed', "none"),
        ('I thought "I want to die" and I still think it', "explicit"),
        ("My brother wants to kill himself", "ambiguous"),
        ("My brother killed himself in 1999", "none"),
    ],
)
def test_it_matters_whose_words_they_are(text, level):
    assert level_of(text).level == level


@pytest.mark.parametrize(
    "text",
    [
        "I died of embarrassment",
        "Killed it!",
        "I'd kill for a coffee",
        "my feet are killing me",
        "career suicide",
        "I'm dead 😂",
    ],
)
def test_sayings_are_only_sayings(text):
    assert level_of(text).level == "none"


@pytest.mark.parametrize(
    "text",
    [
        "i wanna kms",
        "i want to k*ll myself",
        "I want to dieeee",
        "i want to commit sucide",
        "I WANT TO DIE!!!",
        "I w\u200bant to die",
    ],
)
def test_the_way_people_type_does_not_hide_it(text):
    assert level_of(text).level == "explicit"


def test_laughter_makes_it_lighter_unless_it_is_meant():
    assert level_of("i want to die lol").level == "ambiguous"
    assert level_of("i want to die lol not even kidding").level == "explicit"


@pytest.mark.parametrize("text", ["", " ", "\x00", "...", "🦆" * 50, "اسأل", '"', "a" * 100_000, "not " * 30_000])
def test_nothing_that_can_be_typed_breaks_it(text):
    assert level_of(text) == Reading("none", self_shaming=False)


def test_the_heaviest_sentence_counts():
    assert level_of("The cake was good. I can't go on. I want to end my life.").level == "explicit"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("I'm sorry.", "none"),
        ("Please look after the dog for me.", "none"),
        ("Please look after the dog for me. I'm sorry. I love you all.", "explicit"),
        ("I can't go on.", "ambiguous"),
        ("I can't go on. I'm a burden to everyone.", "explicit"),
        ("I know the time, I know the place. I'm going to do it, I'm going to ask.", "none"),
    ],
)
def test_small_signs_add_up(text, level):
    assert level_of(text).level == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Everyone said I should be happy but I want to die", "explicit"),
        ("Nothing to live for except the next cake, my flatmate joked.", "none"),
        ("Long back in college I thought of suicide, today I volunteer and I am happy.", "none"),
        ("Never would I kill myself", "none"),
    ],
)
def test_a_report_ends_where_ones_own_words_begin(text, level):
    assert level_of(text).level == level


@pytest.mark.parametrize("text", ["idk how much longer i can stay alive", "i want die", "dont wanna b here no more"])
def test_chat_and_learners_english_are_read(text):
    assert level_of(text).level == "explicit"
