"""Under a hard stop no page puts a challenge in front of a person, whatever they did before, and whenever they look."""

from datetime import UTC, datetime, timedelta
from itertools import chain
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hand import SLUG, Hand
from unflinch.accounts.models import Person
from unflinch.care.models import Pause
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.models import OwnChallenge
from unflinch.coach.next_step import offer_for

EVENING = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
PLAIN = "I want to kill myself"
DECK = catalogue().decks[0].slug
IDEAS = ("/ideas/", "/ideas/?q=coffee", f"/ideas/decks/{DECK}/", f"/ideas/{SLUG}/", "/ideas/own/")
CHALLENGES = (*IDEAS, "/ideas/arcs/phone-fear/", "/draw/", "/draw/?turn=7", "/first/")
PAPERS = ("/help/", "/you/", "/export/", "/rules/")
JOURNAL = ("/", "/diary/", "/log/", "/happened/", "/wishes/", "/weeks/", "/changes/", *PAPERS)
TITLES = [challenge.title for challenge in catalogue().by_boldness]

scales = st.none() | st.integers(0, 100)
logs = st.fixed_dictionaries(
    {"outcome": st.sampled_from(["yes", "no", "maybe", "no_reply"]), "sting": scales, "surprise": scales}
)
lives = st.lists(st.tuples(logs, st.integers(1, 60)), max_size=6)


def live(hand: Hand, clock, life) -> None:
    for told, hours in life:
        clock.shift(timedelta(hours=hours))
        hand.just_asked(**{name: value for name, value in told.items() if value is not None})


def challenges_seen(hand: Hand) -> list[str]:
    """The challenge pages that open, and the journal's that hold a challenge of the library or a button to take one."""
    opened = [address for address in CHALLENGES if hand.client.get(address).status_code == 200]
    journal = [(address, hand.see(address)) for address in JOURNAL]
    held = [address for address, page in journal if "/plans/" in page or any(title in page for title in TITLES)]
    taken = hand.client.post("/plans/", {"id": uuid4(), "slug": SLUG}).headers["Location"]
    return [*opened, *held, *([] if taken == "/pause/" else [taken])]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(life=lives, when=st.tuples(st.sampled_from(["debrief", "wish", "echo"]), st.integers(0, 8 * 60)))
def test_no_history_answer_or_time_brings_a_challenge(hand, mira, time_machine, life, when):
    answer, minutes = when
    time_machine.move_to(EVENING, tick=False)
    Pause.objects.all().delete()
    live(hand, time_machine, life)
    asked = hand.just_asked()
    planned = hand.choose()
    say = {
        "debrief": (f"{asked}debrief/", "lesson"),
        "wish": ("/wishes/", "words"),
        "echo": (f"{asked}echo/", "said_back"),
    }
    address, field = say[answer]
    hand.send(address, **{field: PLAIN})
    end = Pause.objects.get().until
    time_machine.shift(min(timedelta(minutes=minutes), end - datetime.now(UTC) - timedelta(seconds=1)))
    assert challenges_seen(hand) == []
    for grown in ("forecast/", "more/"):
        assert hand.client.get(f"{planned}{grown}").status_code == 302
    assert "“" not in hand.see(f"{planned}pocket/").split("<h1")[1].split("</h1>")[0]
    follower = {"id": uuid4(), "link": "another"}
    assert hand.client.post(f"{asked}follower/", follower).headers["Location"] == "/pause/"
    person = Person.objects.get(pk=mira.pk)
    assert offer_for(person, at=datetime.now(UTC), paused=True) is None


def test_the_same_pages_do_bring_one_without_a_stop(hand, time_machine):
    time_machine.move_to(EVENING, tick=False)
    assert set(chain(CHALLENGES, ["/"])) <= set(challenges_seen(hand))


@pytest.mark.parametrize("part", ["forecast/", "pocket/"])
def test_nobody_goes_out_before_the_two_questions_are_answered(hand, mira, part):
    planned = hand.choose()
    Person.objects.filter(pk=mira.pk).update(welcomed_at=None)
    assert hand.client.get(f"{planned}{part}").headers["Location"] == "/welcome/"


def test_a_hard_stop_holds_before_the_two_questions_as_well(hand, mira):
    Person.objects.filter(pk=mira.pk).update(welcomed_at=None)
    hand.send("/wishes/", words=PLAIN)
    closed = [hand.client.get(address).headers.get("Location") for address in ("/", *CHALLENGES)]
    assert set(closed) == {"/pause/"}
    assert hand.send("/first/", slug=SLUG) == "/pause/"


@pytest.mark.parametrize("line", ["title", "line"])
def test_what_was_typed_on_an_idea_is_kept_though_challenges_rest(hand, mira, line):
    hand.send("/pause/", days=1)
    typed = {"title": "Ask for a seat", "line": "May I?", "setting": "other", "channel": "in_person", "kind": "ask"}
    address = hand.send("/ideas/own/", **{**typed, line: "Ask about the moon"}, boldness=1, minutes=5)
    assert getattr(OwnChallenge.objects.get(), line) == "Ask about the moon"
    assert hand.client.get(address).headers["Location"] == "/pause/"
