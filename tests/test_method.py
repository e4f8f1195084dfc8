"""What may be feared fits the ask, a way out can be left off later, and after the hardest ones there is rest first."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest

from unflinch.accounts.models import Person
from unflinch.care.models import Pause
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import CHANNEL_OF, Channel
from unflinch.coach.next_step import NOT_OFFERED_IN, choice_for, not_offered_to
from unflinch.practice.models import Ask
from unflinch.practice.way_out import way_out_of, without_way_out

OWN = ("I go red", "my voice shakes", "I lose my words")
FITS = {
    "in_person": ((*OWN, "they think I’m weird", "they stare at me"), ("they leave me on read",)),
    "phone": (("my voice shakes", "they reply coldly"), ("they stare at me", "they laugh at me", "I go red")),
    "written": (("they leave me on read", "they think I’m a nuisance"), (*OWN, "they stare at me", "they laugh at me")),
}


def of_channel(channel):
    return next(one for one in catalogue().by_boldness if CHANNEL_OF[Channel(one.channel)] == channel)


@pytest.mark.parametrize("channel", FITS)
def test_what_may_be_feared_can_happen_over_that_channel(hand, channel):
    page = hand.see(f"{hand.choose(slug=of_channel(channel).slug)}forecast/")
    there, absent = FITS[channel]
    assert [words for words in there if words not in page] == []
    assert [words for words in absent if words in page] == []


def test_ones_own_body_may_be_feared_and_is_asked_about_afterwards(hand):
    ask = hand.choose()
    hand.send(f"{ask}forecast/", feared="voice_shakes", feared_before=80)
    hand.send(f"{ask}answer/", outcome="yes")
    assert "You were afraid your voice would shake. Did it?" in hand.see(f"{ask}fear/")
    assert "“My voice shakes”: did it happen?" in hand.see(f"{ask}debrief/")


def test_what_was_chosen_before_stays_on_offer(hand):
    ask = hand.choose(slug=of_channel("written").slug)
    hand.send(f"{ask}forecast/", feared="stare", feared_before=50)
    assert "stare at me" in hand.see(f"{ask}forecast/")


with_way_out = next(one for one in catalogue().by_boldness if way_out_of(one.line) and one.kind == "ask")


def test_the_way_out_may_be_left_off_after_ten_asks_and_not_before(hand):
    offered = f"This time without “{way_out_of(with_way_out.line)}”"
    for _ in range(9):
        hand.just_asked("yes")
    assert offered not in hand.see(f"{hand.choose(slug=with_way_out.slug)}forecast/")
    hand.just_asked("no")
    ask = hand.choose(slug=with_way_out.slug)
    page = hand.see(f"{ask}forecast/")
    assert offered in page
    opened = re.findall(r'name="opened" value="([^"]*)"', page)
    pocket = hand.see(
        hand.send(f"{ask}forecast/", line=with_way_out.line, leave_off="on", opened=[unescape(one) for one in opened])
    )
    assert way_out_of(with_way_out.line) not in pocket
    assert without_way_out(with_way_out.line) in pocket


@pytest.mark.parametrize(
    ("line", "way_out"),
    [
        ("May I pet your dog? No worries if not.", "No worries if not."),
        ("Could I have a half? No worries if the kitchen doesn’t do halves.",
         "No worries if the kitchen doesn’t do halves."),
        ("May I sit in on one lesson? A no is fine.", "A no is fine."),
        ("Can I grab one end? Or have you got it?", "Or have you got it?"),
        ("Could we make it the afternoon? If not, I’ll be there at nine.", "If not, I’ll be there at nine."),
        ("Could I see it? I won’t touch. Only if nobody’s waiting.", "Only if nobody’s waiting."),
        ("What was the best bit? “Nothing yet” is a fine answer.", "“Nothing yet” is a fine answer."),
        ("Do you need anybody? I’m only asking round, so no is fine.", "I’m only asking round, so no is fine."),
        ("Is this one free? If it is, could I sit here?", ""),
        ("I’d love the blue one. If not, the green.", ""),
        ("No worries if not.", ""),
        ("No worries at all, may I pass?", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_only_a_way_out_at_the_end_is_one(line, way_out):
    assert way_out_of(line) == way_out
    assert without_way_out(line) == (line.removesuffix(way_out).strip() if way_out else line)


def test_most_asks_of_the_library_end_in_a_way_out_that_can_be_left_off():
    lines = [challenge.line for challenge in catalogue().by_boldness if challenge.kind == "ask"]
    assert sum(way_out_of(line) != "" for line in lines) > len(lines) / 2
    assert all(without_way_out(line) for line in lines)


@pytest.mark.parametrize("outcome", ["yes", "no"])
def test_after_a_tension_of_a_hundred_that_is_said_before_anything_more(hand, outcome):
    ask = hand.choose()
    hand.send(f"{ask}tension/", tension=100)
    hand.send(f"{ask}answer/", outcome=outcome)
    page = hand.see(f"{ask}after/")
    assert "Your heart was pounding, and you went." in page
    assert page.index("You can stop here for today.") < page.index("Continue")
    other = hand.choose()
    hand.send(f"{other}tension/", tension=80)
    hand.send(f"{other}answer/", outcome=outcome)
    assert "Your heart was pounding" not in hand.see(f"{other}after/")


def test_a_hard_one_is_rested_from_in_one_tap(hand, mira):
    page = hand.see(f"{hand.just_asked('no', sting=80)}soft-landing/")
    assert 'action="/pause/"' in page
    assert 'name="days" value="1"' in page
    hand.send("/pause/", days=1)
    assert Pause.objects.of(mira).in_force(datetime.now(UTC)).count() == 1
    assert "You’re resting" in hand.see("/")


def test_what_a_country_rules_out_is_not_offered_there_by_itself(hand, mira):
    slugs = {one.slug for one in catalogue().by_boldness}
    assert all(ruled_out <= slugs for ruled_out in NOT_OFFERED_IN.values())
    person = Person.objects.get(pk=mira.pk)
    person.live_in("de")
    pitch = "pitch-your-work-by-e-mail"
    assert pitch in not_offered_to(person)
    now = datetime(2026, 11, 3, 12, tzinfo=UTC)
    choices = [choice_for(person, at=now + timedelta(days=day))[0] for day in range(10)]
    assert pitch not in {key for choice in choices for key in (choice.key, choice.gentler, choice.bolder)}
    for turn in range(1, 60):
        assert "Pitch your services" not in hand.see(f"/draw/?turn={turn}")
    assert "In Germany" in hand.see(f"/ideas/{pitch}/")
    person.live_in("gb")
    assert pitch not in not_offered_to(person)
    assert Ask.objects.count() == 0
