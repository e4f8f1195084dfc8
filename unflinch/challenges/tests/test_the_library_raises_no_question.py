"""What an own challenge may be asked about, our own library is hardly ever: its words keep the same rules."""

from unflinch.care.respect import questions_raised_by
from unflinch.care.words import level_of
from unflinch.challenges.catalogue import catalogue

SENTENCES = [
    sentence
    for challenge in catalogue().by_boldness
    for sentence in (challenge.title, challenge.line, challenge.exit_line, challenge.seated)
    if sentence
]
# The check is wrong about one good sentence in twelve; ours are worded so that it is wrong about one in fifty at most.
MOST = 0.02
# Whoever types a line like ours is led to help for nothing in one case of twenty at most.
MOST_HELP = 0.05


def test_our_own_words_raise_hardly_a_question():
    asked_about = [sentence for sentence in SENTENCES if questions_raised_by(sentence)]
    assert len(SENTENCES) > 1500
    assert len(asked_about) <= MOST * len(SENTENCES), asked_about


def test_a_bad_idea_would_be_noticed():
    assert questions_raised_by("Ask a stranger for a piggyback ride home") != ()


def test_our_own_lines_hardly_ever_call_for_help():
    lines = [challenge.line for challenge in catalogue().by_boldness if challenge.line]
    taken = [line for line in lines if level_of(line).level != "none"]
    assert len(taken) <= MOST_HELP * len(lines), taken
