"""The blank steps of an ask that begins without a signal: what a form takes along picks out what fits its card."""

import re
from uuid import uuid4

import pytest

from tests.hand import as_shown
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.models import OwnChallenge
from unflinch.challenges.taken_along import taken_along
from unflinch.practice.answer_words import answer_words
from unflinch.practice.forms.before import ForecastForm
from unflinch.practice.models import Answer, Ask, Plan

_IF = re.compile(r"<!--if (\w+) (\S*?)-->(.*?)<!--fi-->", re.DOTALL)
_KNOWN = re.compile(r'name="known-(\w+)" value="([^"]*)"')


def fitted(page, said):
    """The page as the worker leaves it for an ask of which this is known."""

    def part(found):
        value = said.get(found[1], "")
        return found[3] if (value if found[2] == "*" else value in found[2].split("|")) else ""

    return re.sub(r"\[\[(\w+)\|?(.*?)\]\]", lambda found: said.get(found[1]) or found[2], _IF.sub(part, page))


def known_of(card):
    return {name.removeprefix("known-"): said for name, said in taken_along(card).items()}


@pytest.fixture
def blank(hand):
    """A blank step, fitted."""
    pages = {}

    def step(name, said):
        if name not in pages:
            pages[name] = hand.client.get(f"/offline/steps/{name}/").content.decode()
        return fitted(pages[name], said)

    return step


def buttons(page):
    found = re.findall(r'name="outcome" value="(\w+)".*?<b>(.*?)</b> <span class="tiny">(.*?)</span>', page, re.DOTALL)
    return [tuple(map(str, one)) for one in found]


def test_every_card_has_the_answers_that_it_has_with_a_signal(blank):
    for card in catalogue().by_boldness:
        words = answer_words(Ask(slug=card.slug, kind=card.kind, channel=card.channel))
        page = blank("answer", known_of(card))
        assert buttons(page) == [(one.outcome, str(one.label), str(one.hint)) for one in words.answers], card.slug
        assert re.findall(r'name="manner" value="(\w+)"', page) == [manner for manner, _ in words.more], card.slug
        assert str(words.heading) in page, card.slug


def test_every_card_has_the_questions_that_it_has_with_a_signal(blank):
    for card in catalogue().by_boldness:
        ask = Ask(slug=card.slug, kind=card.kind, channel=card.channel, plan=Plan(line=card.line))
        form = ForecastForm.of(ask, card=card)
        page = blank("forecast", known_of(card))
        fears = re.findall(r'name="feared" value="(\w*)"', page)
        assert sorted(fears) == sorted(str(chip.data["value"]) for chip in form["feared"]), card.slug
        fields = set(form.fields) - {"leave_off", *(["cue"] if ask.medium != "in_person" else [])}
        assert set(re.findall(r'name="(\w+)"', page)) >= fields, card.slug
        assert ('name="no_before"' in page) == ("no_before" in form.fields), card.slug
        assert f'value="{form["opened"].value()}"' in page, card.slug
        assert ("This time the no is yours." in page) == ask.own_no, card.slug


def test_of_an_ask_that_nothing_is_known_of_the_usual_is_asked(blank):
    assert [outcome for outcome, _, _ in buttons(blank("answer", {}))] == ["no", "yes", "maybe", "no_reply"]
    assert "You asked! What did they say?" in blank("answer", {})
    assert "One breath, then ask." in blank("pocket", {})
    assert 'name="line"' not in blank("forecast", {})


def test_what_its_form_takes_along_is_on_every_page_that_begins_an_ask(hand, mira):
    own = {"title": "Say no to overtime", "kind": "say_no", "channel": "phone"}
    id = hand.send("/ideas/own/", **own, setting="work", boldness=1, minutes=5)
    known = dict(_KNOWN.findall(hand.see(id)))
    assert known.items() >= {"title": own["title"], "answers": "own_no", "medium": "phone", "own_no": "yes"}.items()
    assert OwnChallenge.objects.count() == 1
    for place in ("/", "/draw/", f"/ideas/{catalogue().by_boldness[0].slug}/"):
        assert {"title", "line", "medium", "answers", "marks"} <= dict(_KNOWN.findall(hand.see(place))).keys(), place


def test_the_answer_of_a_planned_ask_takes_along_what_was_expected(hand):
    ask = hand.choose()
    hand.send(f"{ask}forecast/", feared="laugh", feared_before="70", no_before="90")
    known = dict(_KNOWN.findall(hand.see(f"{ask}answer/")))
    assert known.items() >= {"feared": "laugh", "feared_before": "70", "no_before": "90"}.items()


def test_a_line_that_is_left_as_it_is_is_no_change_and_a_new_one_is_saved(hand, blank):
    card = catalogue().by_boldness[0]
    for line in (card.line, "Could I, please?"):
        ask = hand.choose(slug=card.slug)
        marks = known_of(card)["marks"]
        hand.send(f"{ask}forecast/", line=line, opened=marks, feared="curious")
        hand.send(f"{ask}answer/", outcome="went" if card.warm_up else "no", several=2, id=uuid4())
        assert Plan.objects.latest("arrived").line == line
    assert Answer.objects.count() == 4
    assert card.title in as_shown(blank("pocket", {"title": card.title}))


def test_the_line_of_a_card_is_nobodys_own_words_where_it_is_only_a_hint_either(db):
    line = "I want to kill myself"  # whatever a card says, its words call for no help
    ask = Ask(plan=Plan(line=line))
    sent = ForecastForm.of(ask, {"id": str(uuid4()), "line": line}, card_line=line)
    assert (sent.is_valid(), sent.hint, sent.own_words()) == (True, line, [])
    own = ForecastForm.of(ask, {"id": str(uuid4()), "line": "Could I, please?"}, card_line=line)
    assert own.own_words() == ["Could I, please?"]
