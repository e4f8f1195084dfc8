"""WCAG 2.2, 1.4.3 and 1.4.11: text at least 4.5 to 1 on whatever it may stand on, marks at least 3 to 1."""

import re
from pathlib import Path

import pytest

import unflinch.shell

TOKENS = (Path(unflinch.shell.__file__).parent / "static/shell/css/tokens.css").read_text(encoding="utf-8")
SCHEMES = dict(
    zip(
        ("light", "dark", "pocket"),
        (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in re.findall(r"{([^{}]*)}", TOKENS)),
        strict=True,
    )
)
GROUNDS = ("paper", "card", "accent-wash", "no-wash", "yes-wash", "maybe-wash", "silent-wash")
TEXTS = ("ink", "soft", "accent", "no", "yes", "maybe", "silent")


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, by the formula of WCAG 2.2."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_the_greatest_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read_on_every_ground(scheme, text, ground):
    assert contrast(SCHEMES[scheme][text], SCHEMES[scheme][ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_button_can_be_read(scheme):
    assert contrast(SCHEMES[scheme]["accent-ink"], SCHEMES[scheme]["accent"]) >= 4.5


@pytest.mark.parametrize("ground", ["paper", "card"])
@pytest.mark.parametrize("mark", ["edge", "duck"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_edge_of_what_can_be_filled_or_tapped_is_seen(scheme, mark, ground):
    assert contrast(SCHEMES[scheme][mark], SCHEMES[scheme][ground]) >= 3


def test_the_pocket_is_as_dark_as_the_dark_scheme():
    assert SCHEMES["pocket"] == SCHEMES["dark"]
    assert SCHEMES["dark"].keys() == SCHEMES["light"].keys()
