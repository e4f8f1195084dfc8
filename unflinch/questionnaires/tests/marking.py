"""What Mira picks, in few words, and a small set of questions that a host might add."""

from datetime import date
from pathlib import Path
from uuid import uuid4

from unflinch.questionnaires.catalogue import instruments_in

# A scored set, made up: none that ships has a score, and a host may add one.
MADE_UP = Path(__file__).resolve().parent / "made_up"
SITUATIONS, ONS4 = (instruments_in(MADE_UP)[slug] for slug in ("situations", "ons4"))
GOING_WELL = {"satisfied": 8, "worthwhile": 7, "happy": 6, "anxious": 3}
SEEN = date(2026, 11, 23)


def nine(concern, acceptance, *, situations=9):
    """The same two marks in the first so many situations of the nine situations."""
    pairs = [item.questions for item in SITUATIONS.items[:situations]]
    return {question.name: mark for pair in pairs for question, mark in zip(pair, (concern, acceptance), strict=True)}


def fill_in(client, slug, marks, **fields):
    """Send the form; the address of the page that it leads to."""
    answer = client.post(f"/questionnaires/{slug}/", {"id": uuid4(), **marks, **fields})
    assert answer.status_code == 302, answer.content.decode()
    return answer.headers["Location"]


def see(client, address):
    """The page, with its white space told as one."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.content.decode().split())


def notice(**changes):
    return {"text": "By somebody kind.", "address": "https://example.org/", "seen": SEEN, **changes}


def question(name, **changes):
    return {"name": name, "text": f"How {name} was it?", "scale": "often", **changes}


def small(**changes):
    """Three questions with a sum from 0 to 9, as a host's file would have them once it is parsed."""
    return {
        "slug": "small",
        "version": 1,
        "permission": "granted",
        "title": "Small talk",
        "name": "A Small Scale",
        "about": "Three questions about small talk.",
        "introduction": "Think of the last week.",
        "window": "the last week",
        "minutes": 1,
        "every_days": 7,
        "means": "A higher number means more of it.",
        "means_not": "No mark.",
        "rule": "sum",
        "licence": notice(),
        "source": notice(),
        "score": {"needed": 2, "sd": 2.0, "reliability": 0.75, "source": notice()},
        "scales": {"often": {"low": 0, "words": ["Never", "Seldom", "Often", "Always"], "checked": SEEN}},
        "item": [{"checked": SEEN, "question": [question(name)]} for name in ("odd", "long", "warm")],
        **changes,
    }
