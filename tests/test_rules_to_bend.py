"""Rules that somebody made for themselves: the cards that bend them, and the rule on the card."""

import pytest
from django.utils.html import escape

from unflinch.challenges.arcs import bendable_rules
from unflinch.challenges.own_rules import bendable_like

RULES = bendable_rules()
BOTHER = RULES[0]
MINE = [rule for rule in RULES if rule.rule in ("Never bother anyone", "Always say yes")]


def test_each_wording_of_a_rule_is_known_as_that_rule():
    for rule in RULES:
        for wording in (rule.rule, *rule.said):
            assert bendable_like(wording) == rule, wording
            assert bendable_like(wording.upper()) == rule, wording


@pytest.mark.parametrize(
    ("mine", "rule"),
    [
        ("I must never bother anyone at work", "Never bother anyone"),
        ("Don't disturb people", "Never bother anyone"),
        ("You always have to say yes", "Always say yes"),
        ("Never send back food", "Never send food back"),
        ("Don’t stand out in a crowd", "Don’t stand out"),
    ],
)
def test_a_rule_in_own_words_finds_its_like(mine, rule):
    found = bendable_like(mine)
    assert found is not None
    assert found.rule == rule


@pytest.mark.parametrize("mine", ["", "…", "Never trust people", "Brush your teeth", "Nie stören", "never", "🦆"])
def test_a_rule_of_another_kind_finds_none(mine):
    assert bendable_like(mine) is None


def test_the_page_of_rules_shows_the_cards_and_each_card_the_rule(hand):
    hand.send("/rules/", kind="own", words="I must never bother anyone")
    page = hand.see("/rules/")
    for card in BOTHER.bent_by:
        assert f'href="/ideas/{card.slug}/"' in page
        assert "Bends your rule “I must never bother anyone”" in hand.see(f"/ideas/{card.slug}/")
    hand.send("/asides/", key=BOTHER.bent_by[0].slug, reason="not_for_me")
    assert f'href="/ideas/{BOTHER.bent_by[0].slug}/"' not in hand.see("/rules/")


def test_a_rule_that_is_broken_or_of_a_programme_stands_on_no_card(hand):
    hand.send("/rules/", kind="own", words="Never bother anyone")
    card = f"/ideas/{BOTHER.bent_by[0].slug}/"
    retire = hand.see("/rules/").split('action="/rules/')[1].split('"')[0]
    hand.send(f"/rules/{retire}")
    assert "Bends your rule" not in hand.see(card)
    programme = hand.send("/programmes/", kind="four_weeks").rstrip("/").split("/")[-1]
    hand.send("/rules/", kind="ground", programme=programme, words="Never bother anyone")
    assert "Bends your rule" not in hand.see(card)


def test_a_rule_that_nothing_bends_offers_to_write_one(hand):
    hand.send("/rules/", kind="own", words="Brush your teeth <b>twice</b>")
    page = hand.see("/rules/")
    assert "No card bends this one yet." in page
    assert escape("Brush your teeth <b>twice</b>") in page


def test_while_one_rests_the_rules_are_there_and_no_card_is(hand):
    hand.send("/rules/", kind="own", words="Never bother anyone")
    hand.send("/pause/", days=1)
    page = hand.see("/rules/")
    assert "Never bother anyone" in page
    assert "/ideas/" not in page.split("<main")[1].split("</main>")[0]
    assert hand.client.get("/ideas/arcs/phone-fear/").headers["Location"] == "/pause/"


def test_todays_card_says_which_rule_it_bends(hand):
    for rule in MINE:
        hand.send("/rules/", kind="own", words=rule.rule)
    for _ in range(200):
        today = hand.see("/")
        key = today.split('name="key" value="')[1].split('"')[0]
        bent = [rule.rule for rule in MINE if key in {card.slug for card in rule.bent_by}]
        for words in bent:
            assert f"Bends your rule “{words}”" in today
        if bent:
            return
        assert "Bends your rule" not in today
        hand.send("/asides/", key=key, reason="not_for_me")
    pytest.fail("no card of the library bent a rule")
