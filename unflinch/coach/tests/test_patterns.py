"""Each reason is said where the log bears it out, and not where it doesn't."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest

from unflinch.accounts.models import Person
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import Kind
from unflinch.coach import patterns
from unflinch.coach.case import Case
from unflinch.coach.patterns import reason_for
from unflinch.practice.chosen_challenge import challenge_of
from unflinch.practice.tests.asks import asks

DAY = date(2026, 11, 30)
CAFE = "ask-for-a-glass-of-tap-water"
TITLE = catalogue().challenges[CAFE].title


def slug_where(**wanted):
    """The gentlest card of the library of which all this is true."""
    return next(
        card.slug
        for card in catalogue().by_boldness
        if all(getattr(card, name) == value for name, value in wanted.items())
    )


def asked(outcome="yes", *, key=CAFE, days=1, place="cafe", kind=Kind.ASK, **told):
    """An ask as the log holds it, so many days ago."""
    day = DAY - timedelta(days=days)
    at = datetime.combine(day, time(12), tzinfo=UTC)
    said = {"key": key, "at": at, "day": day, "place": place, "outcome": outcome, "first": outcome, "kind": kind}
    return asks({**said, **told})[0]


def case(*made, slug=CAFE, **told):
    challenge = challenge_of(Person(), slug=slug)
    assert challenge is not None
    return Case(
        challenge=challenge,
        asks=made,
        day=DAY,
        title_of=lambda entry: catalogue().title_of(entry.key),
        **told,
    )


BOLD = slug_where(boldness=4, kind=Kind.ASK)
GENTLE = slug_where(boldness=1, kind=Kind.ASK)
SHOP = slug_where(setting="shop", channel="in_person", kind=Kind.ASK)
PHONE = slug_where(channel="phone", kind=Kind.ASK)
SAY_NO = slug_where(kind=Kind.SAY_NO)
EASY = next(card.slug for card in catalogue().by_boldness if card.yes_rate >= 0.75 and card.kind == Kind.ASK)
HARD = next(card.slug for card in catalogue().by_boldness if card.yes_rate <= 0.4 and card.kind == Kind.ASK)
FAIR = next(card.slug for card in catalogue().by_boldness if 0.45 <= card.yes_rate <= 0.55 and card.kind == Kind.ASK)
BRACED = {"no_before": 70.0}

# A pattern, a log in which it is true with what is said then, and one in which it isn't.
ROWS = {
    "the first": ("_first", case(slug=EASY), "Most people say yes to this one.", case(asked(), slug=EASY)),
    "the first, likely a no": ("_first", case(slug=HARD), "Whatever they say, you’ll have asked.", case(asked())),
    "the first no of my own": ("_first", case(slug=SAY_NO), "Whatever they say, you’ll have said it.", case(asked())),
    "too much": (
        "_too_much",
        case(asked(), slug=GENTLE, too_much=BOLD, codes=frozenset({"smaller_step"})),
        f"“{catalogue().title_of(BOLD)}” was too much, so this one is gentler.",
        case(asked(), slug=BOLD, too_much=GENTLE, codes=frozenset({"smaller_step"})),
    ),
    "it stung": (
        "_after_a_sting",
        case(asked("no", key=BOLD, sting=80.0), slug=GENTLE, codes=frozenset({"softer_after_sting"})),
        f"“{catalogue().title_of(BOLD)}” stung, so this one is gentler.",
        case(asked("no", key=GENTLE, sting=80.0), slug=BOLD, codes=frozenset({"softer_after_sting"})),
    ),
    "little in the tank": (
        "_little_in_the_tank",
        case(asked(), slug=GENTLE, is_empty=True),
        "You’re low today, and this one’s small",
        case(asked(), slug=BOLD, is_empty=True),
    ),
    "a booster": (
        "_booster",
        case(asked(days=30), codes=frozenset({"booster"})),
        "It’s been a while since your programme. Time for one somewhere new.",
        case(asked(days=30)),
    ),
    "braced twice": (
        "_braced_twice",
        case(asked(place="gym", days=3, **BRACED), asked(**BRACED), slug=BOLD),
        "You braced for a no at the gym and in a café. Both said yes.",
        case(asked(place="gym", days=3, **BRACED), asked("no", **BRACED), slug=BOLD),
    ),
    "braced twice, of this size": (
        "_braced_twice",
        case(asked(place="gym", days=3, **BRACED), asked(**BRACED)),
        "Both said yes. This one is about that size.",
        case(asked(place="gym", days=3, no_before=40.0), asked(**BRACED)),
    ),
    "braced twice in one place": (
        "_braced_twice",
        case(asked(key=EASY, days=3, **BRACED), asked(**BRACED)),
        f"You braced for a no to “{catalogue().title_of(EASY)}” and “{TITLE}”. Both got a yes.",
        case(asked(days=3, **BRACED), asked(**BRACED)),
    ),
    "braced once": (
        "_braced_once",
        case(asked(**BRACED)),
        f"You braced for a no to “{TITLE}”, and got a yes.",
        case(asked(no_before=30.0)),
    ),
    "a yes there": (
        "_yes_there",
        case(asked()),
        f"You’ve asked in a café before: “{TITLE}” got a yes.",
        case(asked(days=5), asked("no")),
    ),
    "a new place": (
        "_new_place",
        case(asked(), asked(), asked(), slug=SHOP),
        "You haven’t asked anybody in a shop yet. New ground.",
        case(asked(), asked(), asked(place="shop"), slug=SHOP),
    ),
    "long since": (
        "_long_since",
        case(asked(days=20)),
        "It’s been 20 days since you asked somebody in a café.",
        case(asked(days=20), asked(days=3)),
    ),
    "away": (
        "_away",
        case(asked(days=9), slug=GENTLE),
        "It’s been 9 days since your last ask. This is a small one to get back in.",
        case(asked(days=9), slug=BOLD),
    ),
    "a mild no": (
        "_mild_no",
        case(asked("no", sting=10.0)),
        f"“{TITLE}” was a no, and it hardly stung.",
        case(asked("no", sting=10.0, days=4), asked("no")),
    ),
    "went anyway": (
        "_went_anyway",
        case(asked("no_reply", tension_before=70.0)),
        f"You were tense before “{TITLE}”, and you asked anyway.",
        case(asked("no_reply", tension_before=50.0)),
    ),
    "bolder after yeses": (
        "_bolder_after_yeses",
        case(asked(days=2), asked(), slug=BOLD),
        "Your last two asks both got a yes, so this one is a step bolder.",
        case(asked(days=2), asked(), slug=GENTLE),
    ),
    "gentler after a no": (
        "_gentler_after_a_no",
        case(asked("no", key=BOLD), slug=GENTLE),
        f"“{catalogue().title_of(BOLD)}” was a no. This one is gentler.",
        case(asked("no", key=GENTLE), slug=BOLD),
    ),
    "expected and heard": (
        "_expected_and_heard",
        case(*(asked(days=9 - nth, **BRACED) for nth in range(5)), asked("no", **BRACED)),
        "In 6 asks you braced for 6 noes, and heard 1.",
        case(*(asked("no", days=9 - nth, no_before=50.0) for nth in range(6))),
    ),
    "at home, by phone": (
        "_fits_where_one_is",
        case(slug=PHONE, place="home"),
        "You’re at home today, and this one takes a phone.",
        case(slug=PHONE),
    ),
    "out": (
        "_fits_where_one_is",
        case(slug=SHOP, place="out"),
        "You’re out today, and this one happens in a shop.",
        case(slug=SHOP, place="work"),
    ),
    "mostly a yes": ("_rate", case(slug=EASY), "Most people say yes to this one.", case(slug=SAY_NO)),
    "often a no": (
        "_rate",
        case(slug=HARD),
        "This one often gets a no. Hearing it is the practice.",
        case(slug=SAY_NO),
    ),
    "either way": ("_rate", case(slug=FAIR), "This one could go either way.", case(slug=SAY_NO)),
    "short": ("_short", case(slug=CAFE), "It takes about 1 minute.", case(slug=slug_where(minutes=30))),
}


@pytest.mark.parametrize(("pattern", "true", "says", "false"), ROWS.values(), ids=ROWS)
def test_a_reason_is_said_where_it_is_true_and_only_there(pattern, true, says, false):
    assert says in getattr(patterns, pattern)(true)
    assert says not in getattr(patterns, pattern)(false)


def test_every_pattern_has_a_row():
    told = {row[0] for row in ROWS.values()} | {"_own"}
    assert told == {one.__name__ for one in (*patterns._FIRST, *patterns._TOLD, *patterns._OF_THE_CARD)}


def test_on_the_first_day_nothing_is_claimed_about_anybody():
    for card in catalogue().by_boldness:
        for after in range(3):
            said = reason_for(replace(case(slug=card.slug), day=DAY + timedelta(days=after)))
            assert said
            assert not re.search(r"\d+ ?%|You braced|your last|You were|You’ve asked", said), said


@pytest.mark.parametrize("told", [(), (asked(),), (asked(**BRACED), asked("no", sting=10.0))])
def test_no_reason_holds_a_percentage_and_none_is_heard_two_days_running_where_another_is_true(told):
    days = [replace(case(*told), day=DAY + timedelta(days=after)) for after in range(2, 12)]
    said = [re.sub(r"\d+", "N", reason_for(one)) for one in days]
    assert all("%" not in sentence for sentence in said)
    assert all(one != other for one, other in pairwise(said))


def test_what_was_somebodys_own_no_says_nothing_about_asking():
    told = case(asked(kind=Kind.SAY_NO, key=SAY_NO, **BRACED))
    assert patterns._braced_once(told) == patterns._yes_there(told) == ""


def test_a_long_title_is_cut_between_words_and_ends_once():
    long = replace(case(asked("no", sting=10.0)), title_of=lambda _: f"{'Ask for a very long thing ' * 4}.")
    assert re.fullmatch(r"“Ask for [a-z A-Z]+ …” was a no, and it hardly stung\.", patterns._mild_no(long))
