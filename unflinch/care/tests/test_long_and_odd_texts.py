"""However long and odd a text is, reading it takes steps in proportion to its length."""

import pytest

from unflinch.care.words import level_of, reading
from unflinch.care.words.lexicon import spelling
from unflinch.care.words.text import LONGEST, LONGEST_SENTENCE, LONGEST_WORD, sentences

ODD = ["_", "a", "a*", 'a"', "a'", "- ", ", ", "i ", "my my ", "💔a", "ab. ", 'he said "a" ', "i want to "]


@pytest.mark.parametrize("part", ODD)
def test_no_word_and_no_sentence_is_longer_than_what_can_be_read(part):
    evened = sentences(part * LONGEST, spelling())
    words = [word for sentence in evened for word in sentence.split()]
    assert max(map(len, words), default=0) <= LONGEST_WORD
    assert max((len(sentence.split()) for sentence in evened), default=0) <= 2 * LONGEST_SENTENCE
    assert len(words) <= LONGEST


@pytest.mark.parametrize(
    "text",
    [
        "I WANT TO KILL MYSELF",
        "i wnat to kil myslef",
        "k i l l  m y s e l f tonight, I mean it",
        "i want to d🖤i🖤e",
        "i 💔 want 💔 to 💔 die",
        "I want to k.i.l.l. myself",
        "ｉ ｗａｎｔ ｔｏ ｄｉｅ",
        f"{'A quiet day and a walk. ' * 800}I want to die.",
        f"{'I asked for a pen and then ' * 700}I want to die",
    ],
)
def test_words_are_found_however_they_are_typed_and_wherever_they_stand(text):
    assert level_of(text).level == "explicit"


def test_a_long_quiet_text_is_read_by_its_words_alone(monkeypatch):
    read_for_meaning: list[object] = []
    monkeypatch.setattr(reading, "log_odds", read_for_meaning.append)
    assert level_of("A quiet day and a walk. " * 800).level == "none"
    assert read_for_meaning == []


@pytest.mark.parametrize(
    "text",
    ['In the song it goes "I want to die" and I sang along.', "水をください", "можно воды", "e.g. a. b. c.", "A B C"],
)
def test_other_scripts_songs_and_letters_are_left_alone(text):
    assert level_of(text).level == "none"


@pytest.mark.parametrize(
    "text",
    [
        "No quiero vivir más.",
        "Estoy pensando en quitarme la vida.",
        "Ich will nicht mehr leben.",
        "Ich denke oft an Selbstmord.",
        "Je veux mourir.",
        "Voglio morire.",
        "Quero morrer.",
        "хочу умереть",
        "死にたい",
    ],
)
def test_a_plain_sentence_in_another_language_is_understood(text):
    assert level_of(text).level == "explicit"


@pytest.mark.parametrize(
    "text",
    [
        "Quiero morir de risa.",
        "No me quiero morir.",
        "Ich will nicht sterben.",
        "Ich will nicht mehr leben in Berlin.",
        "Je suis mort de rire.",
        "Me corté el pelo.",
        "Ich sterbe vor Hunger.",
    ],
)
def test_what_only_sounds_like_it_in_another_language_is_left_alone(text):
    assert level_of(text).level == "none"
