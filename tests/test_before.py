"""Before an ask and in the pocket: what fits the channel, whose words they are, and ways back."""

import re
from uuid import UUID

import pytest

from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import CHANNEL_OF, Channel
from unflinch.practice.models import Ask, Forecast, Plan
from unflinch.practice.vocabulary import FEARED_FIRST, UNFIT, Feared

MEDIA = ("in_person", "phone", "written")
MOST_AT_FIRST = 8
SAID_AFTERWARDS = {"in_person": "I asked", "phone": "Called", "written": "Sent"}


def slug_of(medium):
    return next(one.slug for one in catalogue().by_boldness if CHANNEL_OF[Channel(one.channel)] == medium)


def main_of(page):
    return page.split("<main")[1].split("</main>")[0]


def row(address):
    return Ask.objects.get(pk=UUID(address.split("/")[2]))


@pytest.mark.parametrize("medium", MEDIA)
def test_at_most_eight_chips_are_seen_at_first_and_each_fits(hand, medium):
    page = hand.see(f"{hand.choose(slug=slug_of(medium))}forecast/")
    first, behind = page.split('<details class="more else"')[0], page.split('<details class="more else"')[1]
    seen = re.findall(r'name="feared" value="(\w+)"', first)
    assert 6 <= len(seen) <= MOST_AT_FIRST
    assert seen == [str(fear) for fear in FEARED_FIRST[medium]]
    folded = re.findall(r'name="feared" value="(\w+)"', behind)
    assert {*seen, *folded} == {str(fear) for fear in Feared} - {str(fear) for fear in UNFIT[medium]} - {"own"}
    assert behind.count("In your own words") == 1
    assert page.lower().count("own words") == 1


@pytest.mark.parametrize("medium", MEDIA)
def test_the_words_of_the_pocket_fit_the_channel(hand, medium):
    ask = hand.choose(slug=slug_of(medium))
    for address in (ask, "/planned/", f"{ask}pocket/"):
        page = main_of(hand.see(address))
        said = [word for word in SAID_AFTERWARDS.values() if re.search(rf">\s*{word}\s*<", page)]
        assert said == [SAID_AFTERWARDS[medium]]
    assert ("eyes up" in page) == (medium == "in_person")
    assert ("data-breath" in page) == (medium != "written")
    assert "signal" not in re.sub(r'<section class="offline".*?</section>', "", page, flags=re.DOTALL)
    assert "bridge" not in hand.see(f"{hand.choose(slug=slug_of('written'))}forecast/")


def test_two_questions_and_a_line_are_asked_and_the_rest_is_folded_away(hand):
    page = main_of(hand.see(f"{hand.choose(slug=slug_of('in_person'))}forecast/"))
    unfolded = re.sub(r"<details.*?</details>", "", page, flags=re.DOTALL)
    asked = {name for name in re.findall(r'name="(\w+)"', unfolded) if not name.startswith("csrf")}
    assert asked == {"id", "opened", "feared", "feared_before", "no_before", "line", "later"}


def test_keep_for_later_saves_what_was_said_and_asks_when(hand):
    ask = hand.choose()
    assert hand.mend(f"{ask}forecast/", feared_before=70, feared="nuisance", later="yes") == f"{ask}time/"
    assert Forecast.objects.get().feared_before == 70


def test_before_and_the_pocket_lead_back_and_before_has_the_tabs(hand):
    ask = hand.choose()
    before, pocket = hand.see(f"{ask}forecast/"), hand.see(f"{ask}pocket/")
    assert '<a class="back" href="/first/">' in before
    assert 'class="tabs"' in before
    assert f'<a class="back" href="{ask}forecast/">' in pocket
    hand.just_asked("no")
    assert '<a class="back" href="/planned/">' in hand.see(f"{ask}forecast/")


def test_the_first_one_may_be_now_later_or_just_kept(hand):
    ask = hand.choose()
    when = hand.see(f"{ask}forecast/").split('<nav class="when-choices"')[1].split("</nav>")[0]
    assert re.findall('href="([^"]+)"', when) == [f"{ask}forecast/", f"{ask}time/", "/"]
    hand.just_asked("no")
    assert 'class="when-choices"' not in hand.see(f"{ask}forecast/")


@pytest.fixture
def third(hand):
    """The third ask, of a card with a line."""
    for _ in range(2):
        hand.just_asked("no")
    return hand.choose(slug=slug_of("in_person"))


def test_from_the_third_time_on_the_line_is_the_persons_own(hand, third):
    card = Plan.objects.get(pk=row(third).plan_id).line
    form = hand.client.get(f"{third}forecast/").context["form"]
    assert form["line"].value() == ""
    assert f"The card says: “{card}”" in hand.see(f"{third}forecast/")
    hand.mend(f"{third}forecast/", line="Hi, may I?")
    assert "“Hi, may I?”" in hand.see(f"{third}pocket/")
    assert "The card says" not in hand.see(f"{third}forecast/")


def test_left_empty_it_is_the_cards_line(hand, third):
    card = Plan.objects.get(pk=row(third).plan_id).line
    hand.mend(f"{third}forecast/", no_before=30)
    assert f"“{card}”" in hand.see(f"{third}pocket/")


def test_the_first_two_times_the_cards_line_is_there(hand):
    hand.just_asked("no")
    hand.send(f"{hand.choose()}not-this-time/", reason="too_tired")  # was not asked
    ask = hand.choose()
    assert hand.client.get(f"{ask}forecast/").context["form"]["line"].value() == row(ask).plan.line != ""


def test_what_is_asked_for_after_a_yes_has_a_line_of_its_own(hand):
    first = hand.choose(slug=slug_of("in_person"))
    old = row(first).plan.line
    hand.send(f"{first}answer/", outcome="yes")
    more = hand.send(f"{first}more/", title="Walk the dog for a minute").removesuffix("forecast/")
    assert old not in hand.see(f"{more}forecast/")
    assert old not in hand.see(f"{more}pocket/")
    assert "Walk the dog for a minute" in hand.see(f"{more}pocket/")
    hand.mend(f"{more}forecast/", line="Could I walk him to the gate?")
    assert "“Could I walk him to the gate?”" in hand.see(f"{more}pocket/")
    assert (row(more).line, row(more).plan.line) == ("Could I walk him to the gate?", old)
    hand.send(f"{more}answer/", outcome="no")
    again = hand.send(f"{more}follower/", link="another").removesuffix("forecast/")
    assert "“Could I walk him to the gate?”" in hand.see(f"{again}pocket/")


def test_another_window_never_overwrites_that_line_unasked(hand):
    first = hand.choose(slug=slug_of("in_person"))
    hand.send(f"{first}answer/", outcome="yes")
    more = hand.send(f"{first}more/", title="Walk the dog for a minute").removesuffix("forecast/")
    opened = hand.held_by(f"{more}forecast/")
    hand.mend(f"{more}forecast/", line="Could I walk him?")
    late = hand.client.post(f"{more}forecast/", {**opened, "line": "May I take him?"})
    assert late.status_code == 409
    assert row(more).line == "Could I walk him?"


def test_a_warm_up_is_not_asked_how_likely_a_no_is(hand):
    warm_up = next(one.slug for one in catalogue().by_boldness if one.warm_up)
    ask = hand.choose(slug=warm_up)
    assert "How likely is a no?" not in hand.see(f"{ask}forecast/")
    hand.mend(f"{ask}forecast/", feared="stare", feared_before=30)
    assert Forecast.objects.get().feared_before == 30


def test_what_a_no_is_where_it_is_not_the_usual_one_is_said(hand):
    card = next(one for one in catalogue().by_boldness if one.means_no and not one.warm_up)
    page = hand.see(f"{hand.choose(slug=card.slug)}forecast/")
    assert f"A no here is “{card.means_no}”" in page
