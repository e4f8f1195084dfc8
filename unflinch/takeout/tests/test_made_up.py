"""The demo's half-year is one that could have been lived: what is feared, heard and felt fits the card it is about."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import CHANNEL_OF, Channel
from unflinch.practice.models import Answer, Programme
from unflinch.practice.vocabulary import UNFIT, Feared, Feeling, NoKind, NotAskedReason, Outcome
from unflinch.takeout.everything import TABLES, table_rows
from unflinch.takeout.made_up.half_year import half_year
from unflinch.takeout.made_up.keeping import keep_half_year, take_away

NOW = datetime(2026, 11, 29, 18, 0, tzinfo=UTC)
SCENES = [asked for week in half_year() for asked in week.asks]


@pytest.mark.parametrize("asked", SCENES, ids=lambda asked: asked.slug)
def test_each_ask_fits_its_card(asked):
    card = catalogue().get(asked.slug)
    assert card is not None
    assert asked.feared in set(Feared) - UNFIT[CHANNEL_OF[Channel(card.channel)]]
    assert asked.outcome in Outcome
    assert asked.later in {"", *Outcome}
    assert set(asked.feelings) <= set(Feeling)
    assert (asked.no_kind in NoKind) == (asked.outcome == Outcome.NO)
    assert (asked.reason in NotAskedReason) == (asked.outcome == Outcome.NOT_ASKED)
    assert bool(asked.what_happened) == (asked.outcome not in (Outcome.NO_REPLY, Outcome.NOT_ASKED))


def test_nothing_is_said_twice():
    said = [words for asked in SCENES for words in (asked.what_happened, asked.lesson, asked.kind_line, asked.slug)]
    said += [words for week in half_year() for words in (week.title, week.takeaway)]
    assert [words for words, times in Counter(filter(None, said)).items() if times > 1] == []


def told(person, until):
    keep_half_year(person, until=until, rng=Random(30))
    return {table: list(table_rows(person, table, [])) for table in TABLES}


def test_it_is_the_same_each_time_and_can_be_taken_away_whole(mira):
    first = told(mira, NOW)
    take_away(mira)
    assert not any(table.objects.exists() for table in TABLES)
    assert told(mira, NOW) == first


@pytest.mark.parametrize("days", range(7))
def test_on_any_day_the_programme_runs_and_this_week_has_begun(mira, days):
    until = NOW + timedelta(days=days)
    keep_half_year(mira, until=until, rng=Random(30))
    programme = Programme.objects.of(mira).running().get()
    assert programme.week_of(mira.day_of(until)) == 3
    monday = mira.day_of(until) - timedelta(days=mira.day_of(until).weekday())
    assert Answer.objects.filter(day__gte=monday, day__lte=mira.day_of(until)).exists()
    assert not Answer.objects.filter(at__gt=until).exists()
