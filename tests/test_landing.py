"""Where somebody lands after an ask: what the screen says, how the week stands, and what is offered next or not."""

from datetime import timedelta

import pytest
from django.utils.html import escape

from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import Kind
from unflinch.practice.models import Ask

SLUG = next(one.slug for one in catalogue().by_boldness if one.channel == "in_person" and one.kind == Kind.ASK)
OWN_NO = catalogue().by_boldness.of_kind(Kind.SAY_NO)[0].slug
WARM_UP = next(one.slug for one in catalogue().by_boldness if one.warm_up and one.kind != Kind.SAY_NO)
WRITTEN = next(one.slug for one in catalogue().by_boldness if one.channel == "email" and one.kind == Kind.ASK)
QUESTION = "What would you have to see to believe it next time?"
CONVINCED = "What would convince you?"
MORE, ANOTHER = "Ask for something bigger", "Ask somebody else"
UNMOVED = {"feared_before": 70, "feared_happened": 5, "feared_after": 70}


@pytest.fixture
def landed(hand):
    """The address of an ask with this forecast, answer and debrief."""

    def land(outcome="", *, slug=SLUG, feared_before=None, manner="", **told):
        ask = hand.choose(slug=slug)
        if feared_before is not None:
            hand.send(f"{ask}forecast/", feared="laugh", feared_before=feared_before)
        hand.send(f"{ask}answer/", outcome=outcome, manner=manner)
        if told:
            hand.send(f"{ask}debrief/", **told)
        return ask

    return land


SAID = [
    ({"outcome": "no"}, "You asked. That was the hard part.", "A no counts."),
    ({"outcome": "yes"}, "You asked, and they said yes.", "They could only say it because you asked."),
    ({"outcome": "maybe"}, "You asked. Now it’s up to them.", "Your part is done."),
    ({"outcome": "no_reply"}, "You asked. Now it’s up to them.", "Silence counts too."),
    ({"outcome": "no_reply", "slug": WRITTEN}, "Sent. That was the hard part.", "Silence counts too."),
    ({"manner": "counter_offer"}, "You asked, and they made an offer.", "without asking"),
    ({"manner": "passed_on"}, "You asked. They sent you elsewhere.", "Somebody else decides"),
    ({"manner": "granted_anyway"}, "They said no, then did it anyway.", "People are complicated."),
    ({"outcome": "yes", "slug": OWN_NO}, "You said no, and they took it.", "No excuse needed."),
    ({"outcome": "no", "slug": OWN_NO}, "You said no, and they pushed back.", "Saying it was the hard part."),
    ({"outcome": "maybe", "slug": OWN_NO}, "You said no. Now it’s up to them.", "this week"),
    ({"outcome": "went", "slug": WARM_UP}, "You went. That’s the whole thing.", "Going counts."),
]


@pytest.mark.parametrize(("told", "said", "below"), SAID)
def test_each_answer_is_praised_in_its_own_words_and_colour(hand, landed, told, said, below):
    page = hand.see(f"{landed(**told)}after/")
    assert said in page
    assert below in page
    assert "1 of 2–3 this week." in page
    outcome = Ask.objects.get().trail[-1].outcome
    assert f'<body class="landed is-{outcome}">' in page


@pytest.mark.parametrize("told", [told for told, _, _ in SAID])
def test_nobody_is_told_that_they_are_still_here_or_shown_a_percentage(hand, landed, told):
    page = hand.see(f"{landed(**told)}after/")
    assert "still here" not in page.lower()
    assert "%" not in page[page.index("<main") : page.index("<svg")]


def test_an_ask_that_was_let_go_is_no_failure_and_counts_for_nothing(hand):
    ask = hand.choose()
    page = hand.see(hand.send(f"{ask}not-this-time/", reason="too_tired"))
    assert "Not this time, and that’s all right." in page
    assert "this week." not in page


def test_what_came_later_is_told_as_that(hand):
    ask = hand.just_asked("maybe")
    assert "They came back with a yes." in hand.see(hand.send(f"{ask}settling/", outcome="yes"))


def test_the_pond_holds_the_week_and_the_places_that_are_left(hand):
    for outcome, ducks, free in (("no", ["no"], 2), ("yes", ["no", "yes"], 1), ("maybe", ["no", "yes", "maybe"], 0)):
        page = hand.see(f"{hand.just_asked(outcome)}after/")
        scene = page[page.index('<svg class="scene"') :]
        assert sorted(name for name in ("no", "yes", "maybe") if f'class="duck {name}"' in scene) == sorted(ducks)
        assert scene.count('class="free"') == free
    assert "3 of 2–3 this week." in page
    assert "4 this week." in hand.see(f"{hand.just_asked('no')}after/")


def test_an_ask_of_an_earlier_week_says_its_day_and_counts_there(hand, mira):
    page = hand.see(hand.send("/happened/", outcome="no", title="Ask for a plaster", day="2026-10-20"))
    assert "Saved for Tuesday, 20 October." in page
    assert "this week." not in page


def test_the_way_goes_from_the_praise_to_the_fear_to_the_feelings(hand, landed):
    ask = landed("no", feared_before=70)
    assert f'href="{ask}fear/"' in hand.see(f"{ask}after/")
    assert f'href="{ask}feelings/"' in hand.see(f"{ask}fear/")
    plain = landed("no")
    assert f'href="{plain}feelings/"' in hand.see(f"{plain}after/")
    assert hand.client.get(f"{plain}fear/").headers["Location"] == f"{plain}feelings/"


WAYS = [
    ({"outcome": "no"}, [ANOTHER]),
    ({"outcome": "yes"}, [MORE, ANOTHER]),
    ({"outcome": "maybe"}, [ANOTHER]),
    ({"outcome": "no_reply", "slug": WRITTEN}, ["Write the next one"]),
    ({"manner": "counter_offer"}, []),
    ({"outcome": "went", "slug": WARM_UP}, []),
    ({"outcome": "yes", "slug": OWN_NO}, []),
    ({"outcome": "no", "slug": OWN_NO}, []),
    # The lucky escape: the same with somebody else may tell, and nothing bolder.
    ({"outcome": "yes", **UNMOVED}, [ANOTHER]),
    *[({"outcome": "no", "harms": [harm]}, []) for harm in ("they_uncomfortable", "felt_unfair", "against_my_rules")],
    *[({"outcome": "yes", "harms": [harm]}, []) for harm in ("they_uncomfortable", "felt_unfair", "against_my_rules")],
]


@pytest.mark.parametrize(("told", "ways"), WAYS)
def test_the_buttons_fit_the_answer(hand, landed, told, ways):
    page = hand.see(f"{landed(**told)}feelings/")
    assert [way for way in (MORE, ANOTHER, "Write the next one") if way in page] == ways
    assert "Done for now" in page


def test_while_somebody_rests_nothing_more_is_offered(hand, landed):
    ask = landed("yes")
    hand.send("/pause/", days=1)
    page = hand.see(f"{ask}feelings/")
    assert (MORE in page, ANOTHER in page, "Done for now" in page) == (False, False, True)
    assert hand.send(f"{ask}feelings/", next="another") == "/"
    assert Ask.objects.count() == 1


def test_what_one_would_have_to_see_can_be_written_where_the_page_leads_and_stands_on_the_ask(hand, landed):
    ask = landed("no", **UNMOVED)
    assert CONVINCED in hand.see(f"{ask}fear/")
    assert f'href="{ask}debrief/#id_believe_next"' in hand.see(f"{ask}fear/")
    assert 'id="id_believe_next"' in hand.see(f"{ask}debrief/")
    hand.send(f"{ask}debrief/", feared_happened=5, feared_after=70, believe_next="Three who only smile")
    assert "Three who only smile" in hand.see(ask)


@pytest.mark.parametrize(
    "told",
    [
        {"feared_before": 70, "feared_happened": 5, "feared_after": 60},
        {"feared_before": 70, "feared_happened": 5, "feared_after": 70, "surprise": 20},
        {"feared_before": 10, "feared_happened": 90, "feared_after": 10},
        {"feared_before": 70},
    ],
    ids=["moved", "no surprise to them", "worse than feared", "not rated"],
)
def test_otherwise_nobody_is_asked_what_would_make_it_believable(hand, landed, told):
    ask = landed("yes", **told)
    assert CONVINCED not in hand.see(f"{ask}fear/")
    assert QUESTION not in hand.see(f"{ask}debrief/")
    assert MORE in hand.see(f"{ask}feelings/")


HARD = [
    ({"sting": 60}, "Ouch. That was a hard one."),
    ({"no_kind": "rude"}, "about them and their day"),
    ({"harms": ["felt_unfair"]}, "we believe you"),
    ({"harms": ["they_uncomfortable"]}, "rests for thirty days"),
    ({"harms": ["against_my_rules"]}, "Noticing it is worth something."),
]


@pytest.mark.parametrize(("told", "said"), HARD)
def test_a_hard_one_lands_softly_with_a_rest_somebody_to_talk_to_and_nothing_more(hand, told, said):
    ask = hand.just_asked("no")
    landing = hand.send(f"{ask}debrief/", **told)
    assert landing == f"{ask}soft-landing/"
    page = hand.see(landing)
    assert said in page
    for held_out in (ANOTHER, MORE, "/ideas/", "I asked somebody else too"):
        assert held_out not in page
    for offered in ("Rest until tomorrow", "Somebody to talk to", "I’m fine"):
        assert offered in page
    assert "you know the rule" not in page


@pytest.mark.parametrize("button", ["another", "bigger", "details", "done", ""])
def test_after_a_lot_of_sting_every_button_leads_to_the_quiet_page(hand, button):
    ask = hand.just_asked("no")
    assert hand.send(f"{ask}feelings/", sting=80, next=button) == f"{ask}soft-landing/"
    assert Ask.objects.count() == 1


def test_rest_is_one_tap_that_rests_and_today_is_quiet_then(hand):
    ask = hand.just_asked("no")
    page = hand.see(hand.send(f"{ask}feelings/", sting=80))
    assert 'action="/pause/"' in page
    assert 'name="next" value="/"' in page
    assert hand.send("/pause/", days=1, next="/") == "/"
    today = hand.see("/")
    assert "resting" in today.lower()
    assert "I’ll try this" not in today


def test_a_rest_leads_to_no_other_site(hand):
    assert hand.send("/pause/", days=1, next="https://example.com/") == "/pause/"


@pytest.mark.parametrize(("told", "rests"), [({"sting": 60}, True), ({"no_kind": "rude", "sting": 10}, False)])
def test_details_rest_on_the_entry_only_after_a_sting(hand, landed, told, rests):
    ask = landed("no", **told)
    assert ("details rest until tomorrow" in hand.see(ask)) == rests


def test_the_smaller_step_is_promised_for_when_it_comes(hand, time_machine, now):
    time_machine.move_to(now, tick=False)
    ask = hand.choose(slug="ask-for-a-half-portion")
    time_machine.shift(timedelta(minutes=1))
    hand.send(f"{ask}not-this-time/", reason="too_much")
    assert "The next one aims lower, or it’s a day off." in hand.see(f"{ask}after/")
    assert "was too much, so this one is gentler." in hand.see("/")


def test_what_felt_unfair_moves_no_forecast(hand):
    ask = hand.choose()
    hand.send(f"{ask}forecast/", feared="laugh", feared_before=90)
    hand.send(f"{ask}answer/", outcome="no")
    page = hand.see(hand.send(f"{ask}debrief/", feared_happened=10, feared_after=30, harms=["felt_unfair"]))
    assert "counts nowhere else" in page
    assert "lower than before" not in hand.see(f"{ask}fear/")


def test_a_card_of_ours_is_never_taken_for_harsh_words_of_theirs(hand):
    for card in catalogue().by_boldness[:40]:
        ask = hand.choose(slug=card.slug)
        hand.send(f"{ask}answer/", outcome="went" if card.warm_up else "no")
        assert hand.send(f"{ask}feelings/", feelings=["relieved"]) == "/", card.line


def test_a_long_title_and_one_that_runs_from_right_to_left_are_shown_as_they_are(hand):
    for title in ("x" * 120, "<b>bold</b>", "מה השעה?", "Donaudampfschifffahrtsgesellschaftskapitän fragen"):
        ask = hand.send("/happened/", outcome="no", title=title).removesuffix("after/")
        assert escape(title) in hand.see(f"{ask}others/")
        hand.see(f"{ask}after/")
