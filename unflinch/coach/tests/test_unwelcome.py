"""Where somebody seemed uncomfortable, asks of that kind in that place rest for thirty days."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from unflinch.challenges.catalogue import catalogue
from unflinch.coach.next_step import offer_for
from unflinch.coach.resting import unwelcome
from unflinch.practice.history import history_of
from unflinch.practice.models import Plan
from unflinch.practice.models.dated import happened_on


@pytest.fixture
def asked(mira, now):
    """An ask on the street, after which the other person seemed uncomfortable."""
    challenge = catalogue().by_boldness.at("street").of_kind("ask")[0]
    about: dict[str, Any] = {
        "slug": challenge.slug,
        "title": challenge.title,
        "setting": challenge.setting,
        "kind": challenge.kind,
    }
    ask = Plan.objects.choose(id=uuid4(), person=mira, at=now, **about)
    ask.respond("no", id=uuid4(), at=now, happened=happened_on(mira, None, at=now))
    ask.tell(id=uuid4(), at=now, harms=["they_uncomfortable"])
    mira.refresh_from_db()
    return challenge


def offered(mira, now, days):
    """Every card that is offered on these days after now."""
    seen: set[str] = set()
    for day in days:
        offer = offer_for(mira, at=now + timedelta(days=day), paused=False)
        assert offer is not None
        seen |= {chosen.slug for chosen in (offer.challenge, offer.gentler, offer.bolder) if chosen is not None}
    return seen


def test_that_kind_rests_for_thirty_days_and_comes_back(asked, mira, now):
    alike = {challenge.slug for challenge in catalogue().by_boldness.at("street").of_kind("ask")}
    assert history_of(mira).asks[0].unwelcome
    assert not offered(mira, now, range(30)) & alike
    history = history_of(mira)
    assert alike <= unwelcome(history, (now + timedelta(days=29)).date())
    assert not unwelcome(history, (now + timedelta(days=30)).date())
