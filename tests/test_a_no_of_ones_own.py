"""Where the no is one's own, the pages say what a yes and a no stand for."""

from datetime import timedelta

import pytest

from unflinch.accounts.models import Person
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import Kind
from unflinch.coach.next_step import offer_for
from unflinch.practice.models import Aside

HINT = "This time the no is yours."
OWN_NO = catalogue().by_boldness.of_kind(Kind.SAY_NO)[0]
AN_ASK = catalogue().by_boldness.of_kind(Kind.ASK)[0]


@pytest.mark.parametrize(("challenge", "own"), [(OWN_NO, True), (AN_ASK, False)])
def test_before_and_after_it_is_said_what_a_yes_and_a_no_stand_for(hand, challenge, own):
    ask = hand.choose(slug=challenge.slug)
    before, after = hand.see(f"{ask}forecast/"), hand.see(f"{ask}answer/")
    assert (HINT in before) == own
    assert ("You said no! What did they do?" in after) == own
    assert ("They pushed back" in after, "They took it" in after) == (own, own)


def said_over(person, at, days):
    """The kind of each card on offer, and all that is said of it, day by day."""
    kinds = {challenge.slug: challenge.kind for challenge in catalogue().by_boldness}
    offers = [offer_for(person, at=at + timedelta(days=day), paused=False) for day in range(days)]
    told = [(offer.challenge, [offer.sentence, *offer.numbers]) for offer in offers if offer and offer.challenge]
    assert len(told) == days
    return [(kinds[challenge.slug], " ".join(sentences)) for challenge, sentences in told]


def test_the_reason_of_the_offer_speaks_of_pushing_back_and_not_of_a_no(mira, now):
    said = said_over(mira, now, 20)
    assert sum(kind == Kind.SAY_NO for kind, _ in said) <= 4
    asks = catalogue().by_boldness.where(lambda challenge: challenge.kind != Kind.SAY_NO)
    away = {"reason": "not_for_me", "arrived": now, "at": now, "day": now.date()}
    Aside.objects.bulk_create([Aside(person=mira, key=challenge.slug, **away) for challenge in asks])
    said += said_over(Person.objects.get(pk=mira.pk), now, 10)
    assert {kind for kind, sentence in said if "push back" in sentence} == {Kind.SAY_NO}
    assert Kind.SAY_NO not in {kind for kind, sentence in said if "A fair guess for a no" in sentence}
    assert Kind.SAY_NO not in {kind for kind, sentence in said if "you’ll have asked" in sentence}
    assert {kind for kind, sentence in said if "you’ll have said it" in sentence} == {Kind.SAY_NO}
