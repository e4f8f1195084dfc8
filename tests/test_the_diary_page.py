"""The diary: totals where they belong, full stops once, and words found however they were written."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from unflinch.shell.templatetags.words import with_stop


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(datetime(2026, 11, 20, 18, 0, tzinfo=UTC), tick=False)
    return time_machine


def logged(hand, title, day):
    hand.send("/happened/", outcome="no", title=title, day=day)


def test_a_total_has_a_day_and_stands_there(hand):
    logged(hand, "The earlier ask", "2026-11-02")
    logged(hand, "The later ask", "2026-11-10")
    hand.send("/totals/", yes=1, no=3, words="At the market", day="2026-11-05")
    page = hand.see("/diary/")
    assert page.index("The later ask") < page.index("At the market") < page.index("The earlier ask")
    assert "Thu 5 Nov 2026 · 1 yes, 3 no, 0 maybe, 0 silent" in page


def test_each_total_is_on_one_page_of_a_long_diary(hand):
    for number in range(35):
        logged(hand, f"Ask {number:02}", f"2026-10-{1 + number % 28:02}")
    for day in (1, 9, 28):
        hand.send("/totals/", yes=1, words=f"Total of the {day}th", day=f"2026-10-{day:02}")
    first, second = hand.see("/diary/"), hand.see("/diary/?page=2")
    for day in (1, 9, 28):
        assert (f"Total of the {day}th" in first) + (f"Total of the {day}th" in second) == 1
    assert "Total of the 28th" in first
    assert "Total of the 1th" in second


def test_a_diary_of_totals_alone_is_not_empty(hand):
    hand.send("/totals/", no=3, words="At the market")
    page = hand.see("/diary/")
    assert "At the market" in page
    assert "Still empty" not in page


@pytest.mark.parametrize(
    ("written", "looked_for"),
    [
        ("It’s the Wi‑Fi", "it's"),
        ("It's the wi-fi", "It’s"),
        ("The Wi‑Fi", "wi-fi"),
        ("wi-fi", "wi‑fi"),
        ("“Sure”", '"sure"'),
    ],
)
def test_marks_that_phones_write_are_found_as_keyboards_write_them(hand, written, looked_for):
    hand.send("/happened/", outcome="no", title=written)
    answer = hand.client.get("/diary/", {"q": looked_for})
    assert "1 found" in answer.content.decode()


def test_the_answers_that_wait_are_shown_and_no_other(hand, mira):
    for outcome in ("maybe", "no_reply", "no", "yes"):
        hand.send("/happened/", outcome=outcome, title=f"Ask that got {outcome}")
    hand.send("/happened/", outcome="no_reply", title="A silence long closed", day="2026-10-01")
    assert re.search(r'href="/diary/\?outcome=waiting">.*?2 answers may still come', hand.see("/waiting/"), re.DOTALL)
    assert "/waiting/" in hand.see("/")
    page = hand.see("/diary/?outcome=waiting")
    assert "2 found" in page
    assert "Ask that got maybe" in page
    assert "Ask that got no_reply" in page
    assert "A silence long closed" not in page


def test_a_programme_that_is_over_says_so(hand, clock):
    hand.send("/programmes/", kind="four_weeks")
    clock.shift(timedelta(days=28))
    page = hand.see("/")
    assert "the 4 weeks are over" in page
    assert "week 5 of 4" not in page


@pytest.mark.parametrize(
    ("words", "ended"),
    [
        ("They sigh", "They sigh."),
        ("They sighed.", "They sighed."),
        ("Really?", "Really?"),
        ("“No.”", "“No.”"),
        ("", ""),
    ],
)
def test_a_sentence_ends_once(words, ended):
    assert with_stop(words) == ended


def test_the_proof_pocket_ends_its_sentences_once(hand):
    first = hand.choose()
    hand.mend(f"{first}forecast/", feared_words="they sigh.", feared_before=60)
    hand.send(f"{first}answer/", outcome="no")
    hand.mend(f"{first}debrief/", feared_happened=0, what_happened="They said no.")
    page = hand.see(f"{hand.choose()}forecast/")
    assert "They said no.</b>" in page
    assert "they sigh.</i>" in page
    assert ".." not in page.split("proof pocket")[1].split("</section>")[0]


def test_typed_words_show_in_the_direction_they_are_written_in(hand):
    ask = hand.send("/happened/", outcome="no", title="מה השעה?").removesuffix("debrief/")
    assert '<h1 dir="auto">מה השעה?</h1>' in hand.see(ask)
    assert '<b dir="auto">מה השעה?</b>' in hand.see("/diary/")
    assert 'dir="auto"' in hand.see(f"{ask}about/").split('name="title"')[1].split(">")[0]
