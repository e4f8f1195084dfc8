"""A day, page by page: the first visit, before, pocket, after, and what grows out of it."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from tests.hand import SLUG
from unflinch.accounts.models import Draft, Person
from unflinch.challenges.models import OwnChallenge
from unflinch.practice.models import Ask, Energy, Forecast, Plan, Wish


@pytest.fixture(autouse=True)
def evening(time_machine):
    time_machine.move_to(datetime(2026, 11, 23, 18, 0, tzinfo=UTC), tick=False)
    return time_machine


def test_a_first_visit_leads_from_the_welcome_to_a_first_ask(hand, mira):
    Person.objects.update(welcomed_at=None)
    assert hand.see("/").count('name="slug"') == 6
    forecast = hand.send("/first/", slug=SLUG, zone="Asia/Tokyo")
    assert Person.objects.get().zone == "Asia/Tokyo"
    assert hand.client.get(forecast).headers["Location"] == "/welcome/"
    assert hand.send("/welcome/", adult="yes", hard="no") == forecast
    assert "What are you afraid might happen?" in hand.see(forecast)


def test_a_zone_that_the_browser_invents_is_not_taken(hand, mira):
    Person.objects.update(welcomed_at=None)
    hand.send("/first/", slug=SLUG, zone="Atlantis/Harbour")
    hand.send("/welcome/", adult="yes", hard="no", zone="Atlantis/Harbour")
    assert Person.objects.get().zone == "Europe/Berlin"


def test_what_is_not_in_the_library_is_nowhere(browser_of_mira):
    for address in ("/ideas/no-such/", "/ideas/decks/no-such/", "/weeks/2026-11-02/"):
        assert browser_of_mira.get(address).status_code == 404
    for fields in ({"slug": "no-such"}, {"own": uuid4()}, {"slug": "not a slug"}):
        assert browser_of_mira.post("/plans/", {"id": uuid4(), **fields}).status_code == 404
    assert browser_of_mira.post("/first/", {"id": uuid4(), "slug": "no-such"}).status_code == 404


def test_a_forecast_is_kept_with_its_line_and_mended_until_the_answer(hand, mira):
    ask = hand.choose(slug=SLUG, pull=60)
    hand.mend(f"{ask}forecast/", feared="laugh", feared_before=70, no_before=40, line="Hello?", cue="At the bridge")
    hand.mend(f"{ask}forecast/", feared_before=60, line="Hello!")
    forecast, plan = Forecast.objects.get(), Plan.objects.get()
    assert (forecast.feared_before, plan.line, plan.cue, Ask.objects.get().pull) == (60, "Hello!", "At the bridge", 60)
    assert "Hello!" in hand.see(f"{ask}pocket/")
    hand.send(f"{ask}tension/", tension=80)
    assert Forecast.objects.get().tension_before == 80
    hand.send(f"{ask}answer/", outcome="no")
    hand.send(f"{ask}tension/", tension=20)
    assert Forecast.objects.get().tension_before == 80
    for page in ("forecast/", "pocket/"):
        assert hand.client.get(f"{ask}{page}").headers["Location"] == ask


def test_own_words_name_the_feared_thing_and_curiosity_rates_nothing(hand, mira):
    own = hand.choose()
    hand.send(f"{own}forecast/", feared="", feared_words="they sigh", feared_before=50)
    curious = hand.choose()
    hand.send(f"{curious}forecast/", feared="curious", feared_words="they sigh", feared_before=50)
    first, second = (Forecast.objects.get(ask_id=address.split("/")[2]) for address in (own, curious))
    assert (first.feared_thing, first.feared_before) == ("they sigh", 50)
    assert (second.feared_thing, second.feared_before, second.feared_words) == ("", None, "")


def test_a_form_half_filled_is_there_again_and_forgotten_once_saved(hand, mira):
    ask = hand.choose()
    kept = hand.client.post(
        f"/drafts/forecast/{ask.split('/')[2]}/", {"line": "Half a li", "feelings": ["warm", "proud"]}
    )
    assert kept.status_code == 204
    page = hand.see(f"{ask}forecast/")
    assert "Half a li" in page
    hand.mend(f"{ask}forecast/", line="A whole line")
    assert Draft.objects.count() == 0


def test_a_draft_is_no_place_to_store_a_novel(hand, mira):
    assert hand.client.post("/drafts/x/", {f"field{at}": "x" for at in range(100)}).status_code == 400
    assert hand.client.post(f"/drafts/{'x' * 200}/", {"a": "b"}).status_code == 400


def test_what_was_thought_stands_beside_what_happened(hand):
    ask = hand.choose()
    hand.send(f"{ask}forecast/", feared="laugh", feared_before=70)
    hand.send(f"{ask}answer/", outcome="no")
    hand.send(f"{ask}debrief/", feared_happened=5, feared_after=68, sting=20)
    page = hand.see(f"{ask}fear/")
    assert "You thought it was likely. It didn’t happen." in page
    assert "What would convince you?" in page
    assert "Ask somebody else" in hand.see(f"{ask}feelings/")


def test_a_step_that_was_too_much_is_said_kindly_and_the_next_is_smaller(hand, mira):
    ask = hand.choose(slug="ask-for-a-half-portion")
    assert hand.send(f"{ask}not-this-time/", reason="too_much") == f"{ask}after/"
    assert "The next one aims lower, or it’s a day off." in hand.see(f"{ask}after/")
    assert "“Ask for a half portion” was too much, so this one is gentler." in hand.see("/")


@pytest.mark.parametrize("reason", ["too_much", "no_chance", ""])
def test_a_card_that_was_let_go_does_not_come_again_on_that_day(hand, evening, reason):
    gone = set()
    for _ in range(4):
        card = hand.client.get("/").context["standing"].offer.choice.key
        ask = hand.choose(slug=card)
        hand.send(f"{ask}not-this-time/", reason=reason)
        gone.add(card)
        assert hand.client.get("/").context["standing"].offer.choice.key not in {*gone, None}
        evening.shift(timedelta(minutes=1))


def test_without_an_answer_there_is_no_after_and_no_debrief(hand):
    ask = hand.choose()
    assert hand.client.get(f"{ask}after/").headers["Location"] == f"{ask}forecast/"
    assert hand.client.get(f"{ask}debrief/").headers["Location"] == f"{ask}answer/"


def test_the_proof_pocket_holds_what_was_feared_once_and_did_not_come(hand):
    old = hand.choose()
    hand.send(f"{old}forecast/", feared="laugh", feared_before=80)
    hand.send(f"{old}answer/", outcome="no")
    hand.send(f"{old}debrief/", feared_happened=5, what_happened="A sweet idea, they said", back_after="minutes")
    page = hand.see(f"{hand.choose()}forecast/")
    assert "proof pocket" in page
    assert "A sweet idea, they said" in page


def test_energy_is_kept_and_shown(hand, mira):
    hand.send("/energy/", dots=2)
    hand.send("/energy/", dots=3)
    assert [energy.dots for energy in Energy.objects.order_by("arrived", "dots")] == [2, 3]
    page = hand.see("/")
    assert 'value="3" aria-pressed="true"' in page
    assert 'aria-labelledby="tank"' in page


def test_a_card_that_was_begun_is_gone_on_with_and_what_was_typed_is_there(hand):
    offer = hand.client.get("/").context["standing"].offer.challenge
    assert "I’ll try this" in hand.see("/")
    ask = hand.choose(slug=offer.slug)
    hand.mend(f"{ask}forecast/", line="Half past nine, then?")
    page = hand.see("/")
    assert (f'href="{ask}forecast/"' in page, "Carry on" in page, "I’ll try this" in page) == (True, True, False)
    assert "Half past nine, then?" in hand.see(f"{ask}forecast/")
    hand.send(f"{ask}not-this-time/", reason="no_chance")
    assert "Carry on" not in hand.see("/")


def test_a_rest_hides_the_offer_and_leaves_the_diary_and_help(hand):
    hand.send("/pause/", days=1)
    page = hand.see("/")
    assert "You’re resting" in page
    assert "I’ll try this" not in page
    for address in ("/diary/", "/help/", "/log/"):
        hand.see(address)


def test_an_ask_that_was_planned_keeps_while_one_rests(hand):
    ask = hand.choose()
    rest = hand.send("/pause/", days=1)
    assert hand.client.get(f"{ask}forecast/").headers["Location"] == rest
    assert "This ask can wait" in hand.see(hand.send(f"{ask}forecast/", feared_words="that they laugh"))
    assert "I asked" in hand.see(f"{ask}pocket/").split("This ask can wait")[1]


def test_a_wish_is_let_go(hand, mira):
    hand.send("/wishes/", words="whether I may sit")
    wish = Wish.objects.get()
    assert "whether I may sit" in hand.see("/wishes/")
    hand.send(f"/wishes/{wish.pk}/drop/")
    assert "whether I may sit" not in hand.see("/wishes/")


def test_a_wish_becomes_one_challenge_however_often_it_is_asked(hand, mira):
    hand.send("/wishes/", words="whether I may sit")
    wish = Wish.objects.get()
    for _ in range(2):
        address = hand.send(f"/wishes/{wish.pk}/challenge/")
    own = OwnChallenge.objects.get()
    assert "whether I may sit" in hand.see(address)
    assert hand.choose(own=own.pk)
    assert Ask.objects.get().own == own


@pytest.mark.parametrize("address", ["/", "/diary/", "/changes/", "/weeks/", "/log/", "/ideas/", "/you/", "/nowhere/"])
def test_the_browser_is_asked_to_store_no_page(hand, address):
    hand.just_asked()
    assert "no-store" in hand.client.get(address).headers["Cache-Control"]


def test_a_card_is_drawn_anew_with_each_turn_and_stays_that_day(hand):
    first, again, other = (hand.client.get(f"/draw/?turn={turn}").context["challenge"].slug for turn in (1, 1, 2))
    assert first == again != other
    hand.see("/draw/?turn=-3")


def test_an_ask_can_be_described_at_any_time(hand, mira, evening):
    ask = hand.just_asked()
    hand.mend(f"{ask}about/", title="Ask for two plasters", role="pharmacist", counts=None)
    evening.shift(timedelta(days=40))
    assert f'href="{ask}about/"' in hand.see(ask)
    hand.mend(f"{ask}about/", title="Ask for three plasters")
    kept = Ask.objects.get()
    assert (kept.title, kept.role, kept.counts) == ("Ask for three plasters", "pharmacist", False)


@pytest.mark.parametrize("page", ["more", "settling", "deletion", "not-this-time", "answer"])
def test_every_page_of_an_ask_opens(hand, page):
    ask = hand.choose() if page in ("not-this-time", "answer") else hand.just_asked("yes")
    hand.see(f"{ask}{page}/")


def test_a_follower_with_no_way_of_following_goes_back_to_the_ask(hand):
    ask = hand.just_asked()
    assert hand.send(f"{ask}follower/", link="more") == ask
    assert hand.send(f"{ask}slip/", outcome="dragon") == f"{ask}after/"
