"""A help line or a sign that is not as it ought to be cannot ship: its place and its field are named."""

from importlib.resources import files

import pytest

from unflinch.care import help_lines, stop_signs
from unflinch.shell.data_files import BrokenFile


def broken(module, name, change, folder, monkeypatch):
    """Let the module read its file with one thing changed."""
    old, new = change
    text = files("unflinch.care").joinpath(name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(module, "files", lambda _: folder)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('number = "13 11 14"', 'number = "LIFELINE"', "country 1.line 1.number must be digits"),
        ('number = "13 11 14"', "", "country 1.line 1 needs a number for a call or a text"),
        (
            'link = "https://www.lifeline.org.au"',
            "",
            "country 1.line 3 needs a number .* and a link",
        ),
        (
            'by = "call"',
            'by = "pigeon"',
            "country 1.line 1.by must be one of call, text, chat, e-mail",
        ),
        ('kind = "crisis"', 'kind = "kind"', "country 1.line 1.kind must be one of crisis, advice"),
        ('hours = "day and night"', "", "country 1.line 1.hours is missing"),
        ('as_of = "2024-06"', 'as_of = "June"', "country 1.line 1.as_of must be a year or a month"),
        ('emergency = ["000"]', "emergency = []", "country 1.emergency must be a list of 1 or more"),
        (
            'emergency = ["000"]',
            "emergency = [0]",
            "country 1.emergency holds one that must be two to",
        ),
        ('name = "Australia"', 'nmae = "Australia"', "country 1.name is missing"),
        ("https://findahelpline.com", "http://findahelpline.com", "directory must be an https://"),
    ],
)
def test_a_broken_help_line_is_named_with_its_place(old, new, sentence, tmp_path, monkeypatch):
    broken(help_lines, "help_lines.toml", (old, new), tmp_path, monkeypatch)
    with pytest.raises(BrokenFile, match=rf"^help_lines[.]toml: {sentence}"):
        help_lines.help_lines.__wrapped__()


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'strength = "hard"',
            'strength = "harsh"',
            "sign 1.strength must be one of hard, soft, advice",
        ),
        ('source = "words"', 'sauce = "words"', "sign 1.source is missing"),
        ("[[sign]]", "[[sign]]\nlevel = 3", "sign 1.level is not known here"),
    ],
)
def test_a_broken_sign_is_named_with_its_place(old, new, sentence, tmp_path, monkeypatch):
    broken(stop_signs, "stop_signs.toml", (old, new), tmp_path, monkeypatch)
    with pytest.raises(BrokenFile, match=rf"^stop_signs[.]toml: {sentence}"):
        stop_signs.stop_signs.__wrapped__()
