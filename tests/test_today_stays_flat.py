"""Today and the coach read the latest part of a long history, and say what they would say after reading all of it."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest
from django.core.cache import cache

from unflinch.challenges.catalogue import catalogue
from unflinch.coach.next_step import choice_for, offer_for
from unflinch.practice.history import lately as module
from unflinch.practice.history.lately import lately
from unflinch.practice.models import Answer, Ask, Debrief, Echo, Energy, Forecast, Plan, Programme, Tally, WeekReview
from unflinch.practice.models.dated import moment_fields
from unflinch.practice.vocabulary import AnswerKind, Harm, NotAskedReason, Outcome
from unflinch.today.standing import standing_of

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
# So many asks over so many days: often and seldom, with a gap before, with a number for each week, years ago.
LIVES: dict[str, dict[str, Any]] = {
    "twice a day": {"asks": 240, "days": 120},
    "twice a week": {"asks": 220, "days": 770},
    "eight a day": {"asks": 480, "days": 60},
    "back after seven weeks": {"asks": 220, "days": 300, "away": 50},
    "weeks of their own": {"asks": 220, "days": 220, "own_weeks": True},
    "thirty years": {"asks": 200, "days": 11_000},
    "mostly left undone": {"asks": 360, "days": 600, "undone": 0.5},
    "wants an echo of each": {"asks": 220, "days": 220, "echoes": 0.9},
}


class Life:
    """The rows of a made-up life, drawn by dice."""

    def __init__(self, person, seed, *, asks, days, away=0, own_weeks=False, undone=0.15, echoes=0.03):
        self.person, self.dice = person, Random(seed)
        self.rows: dict[Any, list[Any]] = {}
        self.undone, self.echoes, self.own_weeks = undone, echoes, own_weeks
        self.start = NOW - timedelta(days=days + away)
        self.programme = self.add(Programme, self.start, kind="four_weeks", starts=person.day_of(self.start), weeks=4)
        self.programme.ended_at = self.start + timedelta(days=self.dice.choice([28, days - 40, days - 8]))
        for turn in range(asks):
            self.add_ask(self.start + timedelta(days=days) * (turn + self.dice.random()) / asks)
        for week in range(days // 7):
            self.add_week(self.start + timedelta(weeks=week))
        for table, rows in self.rows.items():
            table.objects.bulk_create(rows)
        person.refresh_from_db()

    def add(self, table, at, **content):
        row = table(id=UUID(int=self.dice.getrandbits(128)), person=self.person, at=at, arrived=at, **content)
        self.rows.setdefault(table, []).append(row)
        return row

    def some(self, share, value, otherwise=None):
        return value if self.dice.random() < share else otherwise

    def rated(self):
        return self.some(0.8, self.dice.randrange(101))

    def add_ask(self, at):
        card = self.dice.choice(catalogue().by_boldness)
        about = {"slug": self.some(0.8, card.slug, ""), "setting": self.some(0.95, card.setting, ""), "kind": card.kind}
        plan = self.add(Plan, at)
        ask = self.add(
            Ask, at, plan=plan, title="An ask", channel=card.channel, counts=self.dice.random() < 0.99, **about
        )
        if self.dice.random() < 0.04:
            return
        told = {name: self.rated() for name in ("no_before", "feared_before", "cost_before", "tension_before")}
        self.add(Forecast, at, ask=ask, **told)
        outcome = self.some(self.undone, Outcome.NOT_ASKED) or self.dice.choice(list(Outcome)[:4])
        reason = self.some(0.3, NotAskedReason.TOO_MUCH, "") if outcome == Outcome.NOT_ASKED else ""
        when = moment_fields(self.person, at) | {"week": 1 + (at - self.start).days // 7 if self.own_weeks else None}
        self.add(Answer, at, ask=ask, outcome=outcome, reason=reason, nth=1, **when)
        if self.dice.random() < 0.1:
            later = min(NOW, at + timedelta(days=self.dice.randrange(20)))
            settled = self.dice.choice(list(Outcome)[:3])
            when = moment_fields(self.person, later)
            self.add(Answer, later, ask=ask, kind=AnswerKind.SETTLING, outcome=settled, nth=2, **when)
        if outcome != Outcome.NOT_ASKED:
            self.add_debrief(ask, at)

    def add_debrief(self, ask, at):
        harms = [harm for harm in Harm if self.dice.random() < 0.005]
        rated = {name: self.rated() for name in ("sting", "feared_happened", "feared_after", "cost_after")}
        wants = self.some(self.echoes, True)
        self.add(Debrief, at, ask=ask, harms=harms, wants_echo=wants, nth=3, **rated)
        later = at + timedelta(days=self.dice.randrange(1, 9))
        if self.dice.random() < 0.15 and later <= NOW:
            told = {"still_stings": self.rated(), "round_and_round": self.some(0.7, self.dice.randrange(60))}
            self.add(Echo, later, ask=ask, day=self.person.day_of(later), nth=4, **told)

    def add_week(self, at):
        when = moment_fields(self.person, at)
        self.add(Energy, at, dots=self.dice.randint(1, 4), **when)
        if self.dice.random() < 0.6:
            written = at + timedelta(weeks=1)
            self.add(WeekReview, written, worse=self.some(0.1, "yes", "no"), **when)
        if self.dice.random() < 0.05:
            self.add(Tally, at, no=2, yes=1, **when)


def wholly(monkeypatch):
    """From now on everything reads the whole history."""
    monkeypatch.setattr(module, "_LATEST", 10**9)
    cache.clear()


def shown(person, at):
    """What Today shows at this moment, and what lies behind it."""
    day = person.day_of(at)
    standing = standing_of(person, at=at, paused=False)
    offer = offer_for(person, at=at, paused=False)
    assert offer is not None
    counts = standing.counts
    return {
        "choice": choice_for(person, at=at),
        "sentence": offer.sentence,
        "numbers": offer.numbers,
        "sign": offer.sign,
        "pond": standing.pond,
        "slot": standing.slot,
        "before": counts.before,
        "unreviewed": counts.before not in counts.reviewed,
        "asked": (counts.asks, counts.has_asked, counts.planned, counts.in_programme),
        "replies": counts.waiting(day, person.silence_days),
        "waiting": [(one.kind, one.week, one.many, one.prompt and one.prompt.worse) for one in standing.waiting],
        "echo": [one.prompt.echo and one.prompt.echo.id for one in standing.waiting if one.prompt],
    }


@pytest.mark.django_db
@pytest.mark.parametrize("name", LIVES)
def test_today_says_what_it_would_say_of_the_whole_history(mira, name, monkeypatch):
    person = Life(mira, name, **LIVES[name]).person
    days = [NOW + timedelta(days=after) for after in (0, 1, 9, 33)]
    latest = [shown(person, at) for at in days]
    assert lately(person, person.day_of(NOW)).begins is not None
    wholly(monkeypatch)
    assert lately(person, person.day_of(NOW)).begins is None
    assert [shown(person, at) for at in days] == latest
