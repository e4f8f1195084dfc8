"""Lives that are hard to count: every page answers, no number is NaN, and no sentence is absurd."""

import csv
import io
import json
import math
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from unflinch.accounts.models import Person
from unflinch.insights.sheet.parts import Part

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
PARTS = "&".join(f"parts={part}" for part in Part.values)
RATED = (
    "feared_before",
    "no_before",
    "cost_before",
    "tension_before",
    "feared_happened",
    "sting",
    "feared_after",
    "surprise",
)
PAGES = (
    "/",
    "/changes/",
    "/changes/?span=month",
    "/changes/?span=programme",
    "/changes/numbers/",
    "/changes/numbers/?span=month",
    "/weeks/",
    "/diary/",
    "/diary/?outcome=no",
)
SHEETS = (f"/sheet/page/?{PARTS}", f"/sheet/page/?{PARTS}&first=2026-11-01&last=2026-11-02", f"/sheet/file.pdf?{PARTS}")
ABSURD = re.compile(r"\b(NaN|nan|inf|Infinity|None|null)\b|(?<![\d.])[-−]0(?![\d.])|\b0 of 0\b")


def asks(*outcomes, first=date(2026, 9, 1), step=1, **scales):
    rows = [{"date": first + timedelta(days=step * at), "outcome": outcome} for at, outcome in enumerate(outcomes)]
    return [{"challenge": "Ask for a chair", "activity": str(at), **row, **scales} for at, row in enumerate(rows)]


LIVES = {
    "none at all": [],
    "one ask": asks("no"),
    "one ask with everything": asks("no", **dict.fromkeys(RATED, 50)),
    "all yes": asks(*["yes"] * 40, **dict.fromkeys(RATED, 30)),
    "all no": asks(*["no"] * 40, **dict.fromkeys(RATED, 70)),
    "all silent": asks(*["no_reply"] * 40, no_before=50),
    "none done": asks(*["not_asked"] * 30, **dict.fromkeys(("feared_before", "no_before"), 90)),
    "a year on one day": asks(*["yes", "no"] * 180, step=0, **dict.fromkeys(RATED, 40)),
    "every scale at nothing": asks(*["yes", "no", "maybe"] * 10, **dict.fromkeys(RATED, 0)),
    "every scale at the top": asks(*["yes", "no", "maybe"] * 10, **dict.fromkeys(RATED, 100)),
    "clocks that ran backwards": asks(*["no", "yes"] * 15, first=date(2026, 11, 20), step=-3, sting=60, no_before=60),
    "far in the past": asks(*["no"] * 10, first=date(1990, 1, 1), step=300, sting=20),
    "only weeks": [
        {"week": at // 3 + 1, "activity": str(at), "challenge": "Ask", "outcome": "no", "sting": 50} for at in range(30)
    ],
}


def as_csv(rows) -> bytes:
    text = io.StringIO()
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(text, names)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


@pytest.fixture(autouse=True)
def evening(time_machine):
    time_machine.move_to(NOW, tick=False)
    return time_machine


def bring(client, rows):
    if rows:
        body = {"id": "0c5e6d7c-54cb-4b3e-9c8b-0d6b7a6f0a11", "diary": SimpleUploadedFile("diary.csv", as_csv(rows))}
        preview = client.post("/import/", body).headers["Location"]
        client.post(f"{preview}bringing-in/")


def words_of(page: str) -> str:
    """What a person reads of a page, and what its pictures are drawn with."""
    shapes = " ".join(re.findall(r'\s(?:d|x|y|cx|cy|width|height|aria-label)="([^"]*)"', page))
    return re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<(script|head).*?</\1>", " ", page)) + shapes


def assert_sane(hand):
    weeks = set(re.findall(r'href="(/weeks/[^"]+/)"', hand.see("/weeks/")))
    for address in (*PAGES, *sorted(weeks)[:3], *SHEETS[:2]):
        found = ABSURD.search(words_of(hand.see(address)))
        assert found is None, (address, found)
    assert hand.client.get(SHEETS[2]).content.startswith(b"%PDF")


def finite(value) -> bool:
    if isinstance(value, dict):
        return all(map(finite, value.values()))
    if isinstance(value, list):
        return all(map(finite, value))
    return not isinstance(value, float) or math.isfinite(value)


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_every_page_answers(hand, life, capsys):
    bring(hand.client, life)
    assert_sane(hand)
    call_command("summary", json=True)
    assert finite(json.loads(capsys.readouterr().out))


def test_somebody_who_crossed_the_date_line_twice(hand, mira, evening):
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Pacific/Kiritimati"):
        person = Person.objects.get(pk=mira.pk)
        person.set_clock(zone=zone, day_ends=4, silence_days=14)
        for outcome in ("no", "yes"):
            hand.just_asked(outcome, sting=50, wants_echo="on")
            evening.shift(timedelta(hours=1))
    assert_sane(hand)
    assert len(set(re.findall(r"\d\d? Nov 2026", hand.see("/diary/")))) <= 2


def test_a_clock_that_was_set_back_a_year(hand, evening):
    hand.just_asked("no", sting=50)
    evening.shift(timedelta(days=-365))
    hand.just_asked("no", sting=40)
    assert_sane(hand)
