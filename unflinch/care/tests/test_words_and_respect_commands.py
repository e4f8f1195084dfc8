import json

import pytest
from django.core.management import CommandError, call_command


@pytest.fixture
def lines(tmp_path, capsys):
    def run(command, content):
        file = tmp_path / "lines.txt"
        file.write_bytes(content)
        call_command(command, file)
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


def test_each_line_gets_its_level(lines):
    assert lines("words", "I want to die\nI’m an idiot\n\nI asked\n".encode()) == [
        {"text": "I want to die", "level": "explicit", "self_shaming": False},
        {"text": "I’m an idiot", "level": "none", "self_shaming": True},
        {"text": "", "level": "none", "self_shaming": False},
        {"text": "I asked", "level": "none", "self_shaming": False},
    ]


def test_each_idea_gets_its_questions(lines):
    assert lines("respect", b"pretend to faint\r\nask for a pen") == [
        {"idea": "pretend to faint", "asks": ["dishonest"]},
        {"idea": "ask for a pen", "asks": []},
    ]


def test_an_empty_file_says_nothing(lines):
    assert lines("words", b"") == []


@pytest.mark.parametrize("command", ["words", "respect"])
def test_what_is_no_text_is_one_plain_sentence(lines, command):
    with pytest.raises(CommandError, match="cannot be read as text"):
        lines(command, b"\xff\xfe\x00")


def test_the_figures_are_printed(capsys, tmp_path):
    sentences = ["kind,part,text", "crisis,held out,I want to die.", "crisis,held out,I asked for a pen."]
    (tmp_path / "sentences.csv").write_text("\n".join(sentences), "utf-8")
    (tmp_path / "ideas.csv").write_text("part,idea,problem\nheld out,Ask for a glass of water,none\n", "utf-8")
    call_command("care_figures", "--misread", folder=tmp_path)
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "crisis       held out     1 of    2   50.0%",
        "left alone   held out     1 of    1  100.0%",
        "crisis (held out): I asked for a pen.",
    ]


def test_without_the_published_texts_the_figures_say_so(tmp_path):
    with pytest.raises(CommandError, match="are not in"):
        call_command("care_figures", folder=tmp_path)
