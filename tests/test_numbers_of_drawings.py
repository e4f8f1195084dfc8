"""Where a language writes 1,5 for one and a half, the numbers of a drawing keep their point, or nothing is drawn."""

import re
from datetime import UTC, date, datetime
from random import Random

import pytest
from django.utils import translation

from unflinch.insights.poster import Poster, drawing_of
from unflinch.takeout.made_up.keeping import keep

NOW = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)
DRAWN = re.compile(r'\b(?:x|y|x1|y1|cx|cy|d|r|rx|width|height|points|transform|viewBox)="([^"]*)"')
WITH_A_COMMA = re.compile(r"\d,\d")


def drawn_with_a_comma(page):
    return [numbers for numbers in DRAWN.findall(page) if WITH_A_COMMA.search(numbers)]


@pytest.mark.parametrize("address", ["/changes/", "/changes/numbers/", "/sheet/page/?parts=sting&parts=tension"])
def test_the_pictures_of_a_page_keep_their_points(hand, mira, settings, time_machine, address):
    time_machine.move_to(NOW, tick=False)
    keep(mira, asks=84, weeks=26, until=NOW, rng=Random(30))
    settings.LANGUAGE_CODE = "de"
    with translation.override("de"):
        page = hand.see(address)
    assert len(DRAWN.findall(page)) > 20
    assert re.search(r'="\d+\.\d', page)
    assert drawn_with_a_comma(page) == []


def test_a_picture_to_share_keeps_its_points():
    with translation.override("de"):
        svg = drawing_of(Poster(date(2026, 11, 2), date(2026, 11, 8), 5, ["no", "yes", "no", "yes", "maybe"]))
    assert re.search(r"scale\(\d+\.\d", svg)
    assert "scale(2,8" not in svg
    assert re.findall(r"translate\(\d+,\d", svg) == []
