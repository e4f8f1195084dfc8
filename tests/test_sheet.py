"""The sheet: just the days and parts that were ticked, on a page, as a PDF, and behind a link that ends."""

import re
import subprocess
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import expect

from tests.live import UNFLINCH, like_a_person
from unflinch.insights.models import SheetLink
from unflinch.insights.sheet.parts import Part
from unflinch.practice.models import Ask
from unflinch.questionnaires.catalogue import instruments
from unflinch.questionnaires.tests.marking import MADE_UP
from unflinch.takeout.made_up.keeping import keep

MONDAY = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)
ALL = "&".join(f"parts={part}" for part in Part.values)


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(MONDAY, tick=False)
    return time_machine


@pytest.fixture
def month(hand, clock):
    """One ask on each of three days: 2, 9 and 16 November."""
    for outcome, lesson in (("no", "It was only a no"), ("yes", "She liked it"), ("no", "I can ask")):
        hand.just_asked(outcome, sting=40, lesson=lesson)
        clock.shift(timedelta(days=7))


@pytest.fixture
def stranger():
    """Somebody with nothing but a link."""
    return Client(SERVER_NAME="127.0.0.1")


def link_of(hand, **what):
    hand.send("/sheet/links/", **{"parts": ["going"], "days": 14, **what})
    return f"/s/{SheetLink.objects.newest_first()[0].token}/"


def test_only_what_was_ticked_is_on_it(hand, month):
    page = hand.see("/sheet/page/?parts=going&parts=lessons")
    assert "3 asks made" in page
    assert "I can ask" in page
    assert "How much a no stings" not in page
    assert "It was only a no" not in hand.see("/sheet/page/?parts=going")


def test_only_the_days_that_were_chosen_are_on_it(hand, month):
    page = hand.see("/sheet/page/?parts=going&parts=lessons&first=2026-11-09&last=2026-11-15")
    assert "1 ask made, on 1 outing." in page
    assert "She liked it" in page
    assert "I can ask" not in page
    assert "9 November 2026 to 15 November 2026" in page


@pytest.mark.parametrize(
    "query", ["", "parts=moon", "parts=going&first=2026-02-31", "parts=going&first=2026-11-09&last=2026-11-02"]
)
@pytest.mark.parametrize("address", ["/sheet/page/", "/sheet/file.pdf"])
def test_what_cannot_be_meant_is_asked_again(hand, address, query):
    assert hand.client.get(f"{address}?{query}").status_code == 422


@pytest.mark.parametrize("address", ["/sheet/page/", "/sheet/file.pdf"])
def test_nothing_logged_is_answered_too(hand, address):
    assert hand.client.get(f"{address}?{ALL}").status_code == 200


@pytest.mark.parametrize(("paper", "width"), [("a4", "595"), ("us-letter", "612"), ("", "595")])
def test_the_pdf_is_one_tagged_page_of_its_paper(hand, mira, paper, width):
    keep(mira, asks=400, weeks=52, until=MONDAY, rng=Random(7))
    answer = hand.client.get(f"/sheet/file.pdf?{ALL}&paper={paper}")
    assert answer["Content-Type"] == "application/pdf"
    text = answer.content.decode("latin-1")
    assert text.startswith("%PDF-")
    assert re.search(rf"/MediaBox ?\[0 0 {width}", text)
    assert len(re.findall(r"/Type\s*/Page\b", text)) == 1
    assert "/Marked true" in text
    assert "/StructTreeRoot" in text


def test_what_was_typed_is_never_read_as_markup(hand):
    hand.just_asked("no", sting=10, lesson="#panic() $x$ \\ `raw` <tag> שלום 🐶 =cmd")
    assert hand.client.get(f"/sheet/file.pdf?{ALL}").status_code == 200
    assert "&lt;tag&gt;" in hand.see("/sheet/page/?parts=lessons")


def test_days_without_an_ask_say_so_without_a_row_of_zeros(hand, month):
    page = hand.see("/sheet/page/?parts=going&parts=ladder&first=2020-01-01&last=2020-02-01")
    assert page.count("Nothing was asked in these days.") == 2
    assert "<td>0</td>" not in page


def test_a_range_of_days_says_that_it_leaves_out_what_has_none(hand, month):
    diary = SimpleUploadedFile("diary.csv", b"week,challenge,outcome\n1,Ask for a chair,no\n2,Ask for a chair,yes\n")
    preview = hand.send("/import/", diary=diary)
    hand.send(f"{preview}bringing-in/")
    assert "2 asks with no known day are left out." in hand.see("/sheet/page/?parts=going&first=2026-11-01")
    assert "left out" not in hand.see("/sheet/page/?parts=going")


def test_it_speaks_to_who_reads_it_and_calls_nobody_you(hand, mira):
    keep(mira, asks=120, weeks=20, until=MONDAY, rng=Random(3))
    parts = "&".join(f"parts={part.value}" for part in Part if part != Part.LESSONS)
    page = hand.see(f"/sheet/page/?{parts}").split('<div class="parts">')[1]
    words = re.sub(r"“[^”]*”", "", page).lower()
    assert re.findall(r"\b(?:you|your|yourself)\b", words) == []
    assert "logged by the person doing it" in page


def test_what_it_still_needs_calls_nobody_you_either(hand):
    hand.just_asked("no")
    parts = "&".join(f"parts={part.value}" for part in Part if part not in (Part.LESSONS, Part.WORSE))
    page = hand.see(f"/sheet/page/?{parts}").split('<div class="parts">')[1]
    assert page.count("too few to") >= 4
    assert re.findall(r"\b(?:you|your|yourself)\b", page.lower()) == []


def test_it_holds_what_somebody_who_accompanies_looks_for(hand, month):
    hand.send("/asides/", key="ask-the-time", reason="too_much")
    hand.send(f"{hand.choose()}not-this-time/", reason="too_tired")
    hand.choose()
    hand.just_asked("no", safe_habits=["phone"], sting=20)
    hand.just_asked("no", harms=["felt_unfair"])
    hand.send("/reviews/", day="2026-11-02", worse="yes")
    parts = "&".join(f"parts={part.value}" for part in Part)
    page = hand.see(f"/sheet/page/?{parts}")
    for said in (
        "put aside: too much", "let go: too tired", "chosen, and still without an answer", "Tension before asks",
        "The forecast before the next ask of a kind", "Going round in the head", "Safety behaviours",
        "Yes for 1 of 1 weeks.", "Felt unfair, and in no number here: 1 ask.",
    ):  # fmt: skip
        assert said in page, said


def test_no_paper_can_be_rather_not_said(hand):
    assert "rather not say" not in hand.see("/sheet/")


def test_a_hard_lesson_of_today_rests(hand):
    hand.just_asked("no", sting=80, lesson="Never again")
    assert "Never again" not in hand.see("/sheet/page/?parts=lessons")


def test_a_link_shows_just_that_and_counts_who_pressed_the_button(hand, month, stranger):
    address = link_of(hand)
    for _ in range(3):
        assert "Open the sheet" in stranger.get(address).content.decode()
    assert SheetLink.objects.get().openings == 0
    page = stranger.post(address).content.decode()
    assert "3 asks made" in page
    assert "I can ask" not in page
    assert "/sheet/file.pdf" not in page
    assert SheetLink.objects.get().openings == 1
    assert "Opened 1 time" in hand.see("/sheet/")


def test_no_search_engine_keeps_what_is_behind_a_link(hand, month, stranger):
    address = link_of(hand)
    for answer in (stranger.get(address), stranger.post(address), stranger.get("/s/none/")):
        assert answer["X-Robots-Tag"] == "noindex, nofollow"


def test_a_link_ends_by_itself(hand, stranger, clock):
    address = link_of(hand, days=7)
    clock.shift(timedelta(days=7))
    assert (stranger.get(address).status_code, stranger.post(address).status_code) == (404, 404)
    assert address not in hand.see("/sheet/")


def test_a_link_can_be_ended(hand, stranger):
    address = link_of(hand)
    hand.send(f"/sheet/links/{SheetLink.objects.get().pk}/revocation/")
    assert stranger.post(address).status_code == 404
    assert SheetLink.objects.get().openings == 0


def test_the_same_form_twice_is_one_link(hand):
    form = {"id": uuid4(), "parts": ["going"], "days": 14}
    tokens = [hand.client.post("/sheet/links/", form) and SheetLink.objects.get().token for _ in range(2)]
    assert tokens[0] == tokens[1]


def test_the_same_form_with_other_days_is_asked_about(hand):
    form = {"id": uuid4(), "parts": ["going"], "days": 14}
    hand.client.post("/sheet/links/", form)
    assert hand.client.post("/sheet/links/", form | {"days": 7}).status_code == 409
    link = SheetLink.objects.get()
    assert (link.until - link.arrived).days == 14


@pytest.mark.parametrize("token", ["nothing", "x" * 500, "..%2F"])
def test_a_made_up_link_shows_nothing(stranger, mira, token):
    assert stranger.get(f"/s/{token}/").status_code == 404


def test_the_database_does_not_hold_the_key_to_a_link(hand, month):
    token = link_of(hand).split("/")[2]
    row = SheetLink.objects.values("digest", "token").get()
    assert token not in row["digest"]
    assert token.encode() not in bytes(row["token"])


def test_what_was_filled_in_is_on_it_with_its_interval(hand, settings):
    settings.QUESTIONNAIRES = MADE_UP
    assert "Nothing was filled in" in hand.see("/sheet/page/?parts=questions")
    everything = dict.fromkeys(instruments()["situations"].questions, 3)
    hand.send("/questionnaires/situations/", **everything)
    page = hand.see("/sheet/page/?parts=questions")
    assert re.search(r"12\.0 \(8\.4 to 15\.6\)", page)
    assert "Nothing was filled in" in hand.see("/sheet/page/?parts=questions&last=2026-11-01")


def test_a_sheet_writes_nothing(hand, month):
    before = list(Ask.objects.values())
    hand.see(f"/sheet/page/?{ALL}")
    assert list(Ask.objects.values()) == before


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_page_to_print_is_one_sheet_of_paper(page_anew, live_anew, paper):
    subprocess.run(
        [str(UNFLINCH), "--data", str(live_anew.data), "demo"], check=True, env=like_a_person(), capture_output=True
    )
    page_anew.goto(f"/sheet/page/?{ALL}")
    text = page_anew.pdf(format=paper, prefer_css_page_size=False).decode("latin-1")
    assert len(re.findall(r"/Type\s*/Page\b", text)) == 1


@pytest.mark.parametrize("javascript", [True, False])
def test_the_address_of_a_sheet_holds_no_token_and_a_link_can_still_be_made(page_anew):
    page_anew.goto("/sheet/")
    page_anew.get_by_text("A link that expires").click()
    page_anew.get_by_role("button", name="Make a link").click()
    expect(page_anew.get_by_text("Opened 0 times.")).to_be_visible()
    page_anew.get_by_role("button", name="Page to print").click()
    expect(page_anew).to_have_url(re.compile("/sheet/page/"))
    assert "csrf" not in page_anew.url
