"""The diary: totals where they belong, full stops once, and words found however they were written."""

import re
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from django.core.management import call_command

from unflinch.practice.models import Ask, Debrief, Echo, WeekReview
from unflinch.shell.templatetags.words import with_stop
from unflinch.takeout.made_up.keeping import keep


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
    assert "1 yes, 3 no, 0 maybe, 0 without an answer" in page
    assert "Thu 5 Nov</span>" in page


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
    assert "Your first line goes here." not in page


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
    ask = hand.send("/happened/", outcome="no", title="מה השעה?").removesuffix("after/")
    assert "<span>מה השעה?</span></h1>" in hand.see(ask).split('<h1 dir="auto">')[1]
    assert '<b dir="auto">מה השעה?</b>' in hand.see("/diary/")
    assert 'dir="auto"' in hand.see(f"{ask}about/").split('name="title"')[1].split(">")[0]


def test_the_diary_of_the_demo_shows_titles_feelings_and_lines(hand, mira, clock):
    clock.move_to(datetime(2026, 11, 29, 18, 0, tzinfo=UTC), tick=False)
    call_command("demo")
    page = hand.see("/diary/")
    assert "“Flaming cheeks”" in page
    assert '<span class="tag" dir="auto">amused</span>' in page
    assert "There’s a valve called Gerald." in page
    assert "%" not in page.split("<main")[1].split('<nav class="row"')[0].replace("%20", "")
    assert Debrief.objects.exclude(feelings=[]).count() > 40
    assert Echo.objects.count() > 5
    assert WeekReview.objects.count() == 25
    assert Ask.objects.count() > 50


def titled(hand, title, day, **more):
    """Log an ask on this day and give its week this title."""
    logged(hand, f"Ask of {day}", day)
    hand.mend_week(f"/weeks/{day}/", title=title, **more)


def test_weeks_stand_under_their_own_titles_newest_first(hand):
    titled(hand, "Flaming cheeks", "2026-11-09", takeaway="Red cheeks are not an emergency.")
    titled(hand, "Mildly mortifying", "2026-11-02")
    logged(hand, "Ask now", "2026-11-19")
    page = hand.see("/diary/")
    order = [page.index(words) for words in ("This week", "“Flaming cheeks”", "9–15 Nov", "“Mildly mortifying”")]
    assert order == sorted(order)
    assert "2026</span>" not in page
    assert "Red cheeks are not an emergency." in hand.see("/diary/?view=story")


def test_the_year_stands_only_where_it_is_another_one(hand):
    logged(hand, "Long ago", "2025-11-05")
    page = hand.see("/diary/")
    assert "3–9 Nov 2025" in page
    assert "Wed 5 Nov 2025" not in page


@pytest.mark.parametrize(("hour", "day", "offered"), [(12, 22, False), (18, 22, True), (18, 21, False)])
def test_this_week_can_be_named_on_its_last_evening(hand, clock, hour, day, offered):
    clock.move_to(datetime(2026, 11, day, hour, 0, tzinfo=UTC), tick=False)
    logged(hand, "Ask now", f"2026-11-{day}")
    assert ("Name it tonight" in hand.see("/diary/")) == offered
    assert ("/reviews/2026-11-16/" in hand.see("/weeks/2026-11-16/")) == offered


def test_a_row_has_the_feelings_the_line_and_the_weekday(hand):
    ask = hand.just_asked("no", what_happened="A flat no, and he kept walking.", feelings=["hurt", "amused"])
    page = hand.see("/diary/")
    row = page.split(f'href="{ask}"')[1].split("</a>")[0]
    for words in ("A flat no, and he kept walking.", ">hurt<", ">amused<", ">Fri<", "a no"):
        assert words in row
    assert "%" not in row


def test_a_feeling_finds_what_was_felt_as_it_stands_now(hand):
    hurt, proud = hand.just_asked("no", feelings=["hurt"]), hand.just_asked("yes", feelings=["proud"])
    assert [hurt in hand.see(f"/diary/?feeling={one}") for one in ("hurt", "proud")] == [True, False]
    hand.mend(f"{hurt}details/feelings/", feelings=["proud"])
    page = hand.see("/diary/?feeling=proud")
    assert hurt in page
    assert proud in page
    assert "Nothing like that yet." in hand.see("/diary/?feeling=hurt")


def test_what_is_looked_for_stands_in_no_address(hand):
    hand.just_asked("no", feelings=["hurt"])
    answer = hand.client.post("/diary/", {"feeling": "hurt"})
    assert "hurt" not in answer.headers["Location"]
    assert "1 found" in hand.client.get(answer.headers["Location"]).content.decode()


def test_the_story_is_made_of_what_was_said_and_of_nothing_else(hand):
    ask = hand.choose()
    hand.mend(f"{ask}about/", title="Ask a bookshop for a note")
    hand.mend(f"{ask}forecast/", feared="look_annoyed", no_before=90)
    hand.send(f"{ask}answer/", outcome="no")
    hand.mend(f"{ask}debrief/", feared_happened=10, what_happened="He called it a sweet idea")
    assert (
        "On Friday I asked a bookshop for a note. I was almost certain I’d hear a no. I was afraid they’d look annoyed."
        " That didn’t happen. The answer was no. He called it a sweet idea." in hand.see("/diary/?view=story")
    )


def test_an_empty_diary_is_a_kind_page_with_one_button(hand):
    page = hand.see("/diary/")
    assert "Your first line goes here." in page
    assert page.split("<main")[1].count('class="btn') == 1


def test_a_long_diary_asks_the_database_no_more_than_a_short_one(hand, mira, django_assert_max_num_queries):
    keep(mira, asks=600, weeks=200, until=datetime(2026, 11, 20, 18, 0, tzinfo=UTC), rng=Random(3))
    hand.see("/diary/")
    with django_assert_max_num_queries(16):
        page = hand.see("/diary/")
    assert page.count('<a class="entry"') <= 20
    with django_assert_max_num_queries(16):
        assert "Older weeks" in hand.see("/diary/?view=story&page=2")


def test_a_programme_is_offered_after_a_few_asks_and_only_to_who_has_none(hand):
    offer = "Want a gentle rhythm?"
    for _ in range(2):
        hand.just_asked()
    assert offer not in hand.see("/diary/")
    hand.just_asked()
    assert offer in hand.see("/diary/")
    hand.send("/programmes/", kind="four_weeks")
    assert offer not in hand.see("/diary/")
