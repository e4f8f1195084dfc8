"""The first visit: six sentences above the fold, what is picked is saved, and two questions before going out."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import assert_accessible, assert_no_sideways_scroll
from tests.hand import SLUG
from unflinch.accounts.models import Person
from unflinch.care.stop_signs import first_visit
from unflinch.practice.models import Ask, Wish

SMALL_PHONE = (390, 664)
NARROW = (320, 664)
MOST_WORDS = 90
HARM = re.compile(r"suicid|ending your life|hurt|attack|psycho|crisis|therapy|threat", re.IGNORECASE)


@pytest.fixture
def newcomer(hand, mira):
    """Mira's hand before she was asked anything."""
    Person.objects.filter(pk=mira.pk).update(welcomed_at=None, zone="UTC")
    return hand


@pytest.mark.parametrize("size", [SMALL_PHONE])
def test_everything_to_pick_from_is_above_the_fold(page_anew, size):
    page_anew.goto("/")
    main = page_anew.get_by_role("main")
    expect(main.get_by_role("img", name="A duck on a pond")).to_be_visible()
    assert main.get_by_role("button").count() == 6
    ways = ("Something else I never asked…", "I’m just looking around")
    for way in (*main.get_by_role("button").all(), *(main.get_by_role("link", name=name) for name in ways)):
        box = way.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= size[1]
        assert box["height"] >= 44


def test_few_words_stand_before_the_first_sentence_and_one_line_speaks_of_harm(page_anew):
    page_anew.goto("/")
    text = page_anew.locator("body").inner_text()
    assert len(text.partition("Is this seat taken?")[0].split()) <= MOST_WORDS
    assert len(text.split()) <= MOST_WORDS
    assert [line for line in text.splitlines() if HARM.search(line)] == [
        "Adults only. Practice, not therapy. Help is always up there."
    ]


@pytest.mark.parametrize("javascript", [True, False])
def test_what_is_picked_is_saved_before_anything_is_asked(page_anew, javascript):
    page_anew.goto("/")
    page_anew.get_by_role("button", name="May I say hello to your dog?").click()
    expect(page_anew).to_have_url(re.compile("/welcome/$"))
    expect(page_anew.get_by_text("“May I say hello to your dog?” is saved.")).to_be_visible()
    page_anew.goto("/planned/")
    expect(page_anew.locator("ol.log li")).to_have_count(1)
    page_anew.goto("/")
    page_anew.get_by_role("link", name="Carry on with it").click()
    expect(page_anew).to_have_url(re.compile("/welcome/$"))


def test_help_of_where_one_is_stands_beside_the_two_questions(page_anew):
    page_anew.goto("/")
    page_anew.get_by_role("button", name="Is this seat taken?").click()
    talk = page_anew.get_by_role("region", name="Rather talk to somebody?")
    expect(talk.get_by_role("link", name="Call 0800 111 0 111")).to_be_visible()  # these browsers are in Germany
    expect(talk).to_contain_text("Emergency: 112")


@pytest.mark.parametrize("javascript", [False])
def test_where_nobody_knows_the_country_none_is_made_up(page_anew, javascript):
    page_anew.goto("/")
    page_anew.get_by_role("button", name="Is this seat taken?").click()
    page_anew.get_by_role("link", name="Find a helpline").click()
    expect(page_anew.get_by_label("Where are you?")).to_have_value("")


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("size", [NARROW])
def test_the_full_list_is_one_tap_away_and_both_answers_look_alike(page_anew, javascript, size):
    page_anew.goto("/welcome/")
    items = page_anew.get_by_role("listitem")
    expect(items).to_have_count(0)
    page_anew.get_by_text("What counts as a really hard time?").click()
    said = [sign.first_visit for sign in first_visit() if sign.code != "under_18"]
    expect(items).to_have_text([sentence[0].upper() + sentence[1:] for sentence in said])
    assert_no_sideways_scroll(page_anew)
    one, none = (
        page_anew.get_by_role("button", name=name) for name in ("One of these is true for me", "None of these")
    )
    look = (
        "element => { const { width, height } = element.getBoundingClientRect(), s = getComputedStyle(element);"
        "return [width, height, s.color, s.backgroundColor, s.border, s.fontWeight, s.fontSize] }"
    )
    assert one.evaluate(look) == none.evaluate(look)
    none.click()
    expect(page_anew.get_by_text("We need this one.")).to_be_visible()  # the age is a question of its own


@pytest.mark.parametrize(
    "answers",
    [
        {"adult": "no", "hard": "no"},
        {"adult": "no"},
        {"hard": "yes"},
        {"adult": "yes", "hard": "yes"},
        {"adult": "yes", "listed": "one"},
        {"adult": "no", "listed": "none"},
    ],
)
def test_whoever_needs_a_person_meets_one_first_and_nothing_is_locked_for_ever(newcomer, answers):
    forecast = newcomer.send("/first/", slug=SLUG, zone="Europe/London")
    assert newcomer.send("/welcome/", **answers) == "/welcome/people/"
    page = newcomer.see("/welcome/people/")
    assert "A person first. Asks can wait." in page
    assert 'href="tel:116123"' in page
    assert "is saved for another time" in page
    assert newcomer.client.get(forecast).headers["Location"] == "/welcome/"
    assert newcomer.send("/welcome/", adult="yes", hard="no") == forecast
    assert newcomer.client.get(forecast).status_code == 200


@pytest.mark.parametrize("answers", [{"adult": "yes"}, {"hard": "no"}, {}, {"adult": "maybe", "hard": "no"}])
def test_an_answer_that_is_missing_is_asked_for_again(newcomer, answers):
    answer = newcomer.client.post("/welcome/", answers)
    assert answer.status_code == 422
    assert "Two quick things" in answer.content.decode()


def test_only_that_somebody_was_asked_is_saved(newcomer, mira):
    before = Person.objects.values().get(pk=mira.pk)
    newcomer.send("/welcome/", adult="no", hard="yes")
    assert Person.objects.values().get(pk=mira.pk) == before
    newcomer.send("/welcome/", adult="yes", hard="no", listed="none")
    after = Person.objects.values().get(pk=mira.pk)
    assert {name for name, value in after.items() if (name, value) not in before.items()} == {"welcomed_at", "facts"}


def test_the_browser_does_not_keep_the_answers_either(newcomer):
    assert '<form class="gate" method="post" autocomplete="off">' in newcomer.see("/welcome/")
    assert "no-store" in newcomer.client.get("/welcome/")["Cache-Control"]


def test_picked_twice_or_back_and_picked_again_is_one_ask_and_another_sentence_is_another(newcomer):
    page = newcomer.client.get("/").context
    first, second = (challenge.slug for challenge in page["challenges"][:2])
    form = {"id": page["id"]}
    for slug in (first, first, second):
        newcomer.send("/first/", slug=slug, **form)
    newcomer.send("/first/", slug=first)
    assert sorted(ask.slug for ask in Ask.objects.all()) == sorted([first, second])


def test_whoever_just_looks_around_meets_the_questions_before_going_out_and_not_before(newcomer):
    for address in ("/ideas/", f"/ideas/{SLUG}/", "/help/", "/learn/", "/wishes/", "/planned/"):
        assert newcomer.client.get(address).status_code == 200
    forecast = newcomer.send("/plans/", slug=SLUG)
    assert newcomer.client.get(forecast).headers["Location"] == "/welcome/"
    assert newcomer.send("/welcome/", adult="yes", hard="no") == forecast


def test_something_else_is_saved_as_a_wish_and_waits_behind_the_questions(newcomer):
    newcomer.send("/wishes/", words="Whether I can work from home on Fridays")
    assert Wish.objects.get().words == "Whether I can work from home on Fridays"
    assert newcomer.send("/welcome/", adult="yes", hard="no") == "/wishes/"


def test_who_was_asked_is_not_asked_again(hand, mira):
    assert hand.client.get("/welcome/").headers["Location"] == "/"


@pytest.mark.parametrize("colour_scheme", ["light", "dark"])
def test_every_page_of_arriving_keeps_the_rules_of_axe(page_anew, colour_scheme):
    page = page_anew
    page.goto("/")
    assert_accessible(page)
    page.get_by_role("button", name="Is this seat taken?").click()
    page.get_by_text("What counts as a really hard time?").click()
    assert_accessible(page)
    page.get_by_role("button", name="One of these is true for me").click()
    assert_accessible(page)
    page.get_by_role("link", name="I tapped the wrong answer").click()
    page.get_by_label("Yes", exact=True).check()
    page.get_by_role("button", name="No, just nervous").click()
    page.get_by_text("something else…").click()
    assert_accessible(page)
    page.get_by_role("button", name="Keep for later").click()
    page.get_by_role("button", name="09:00").click()
    page.get_by_text("Another day or time…").click()
    assert_accessible(page)
    page.goto("/planned/")
    assert_accessible(page)
    page.get_by_role("link", name="Begin").click()
    page.get_by_role("button", name="I’m ready").click()
    expect(page).to_have_url(re.compile("/pocket/$"))
    assert_accessible(page)
