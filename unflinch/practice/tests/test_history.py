"""What is read of a history is what the asks themselves say, on either database."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest

from nerve.rep import AFTER, BEFORE, LATER, WORDS
from unflinch.challenges.models import OwnChallenge
from unflinch.practice.history import History, LoggedAsk, read_history
from unflinch.practice.models import Answer, Ask, Debrief, Echo, Forecast, Plan
from unflinch.practice.vocabulary import (
    BackAfter,
    Degree,
    Harm,
    NoKind,
    NotAskedReason,
    Outcome,
    Rehearsed,
    SafeHabit,
)

NOW = datetime(2026, 11, 2, 18, 0, 0, 250_000, tzinfo=UTC)
ASKS = 60
CHOSEN: dict[str, Any] = {"flinched": Degree, "back_after": BackAfter, "rehearsed": Rehearsed, "no_kind": NoKind}
LISTS: dict[str, Any] = {"harms": Harm, "safe_habits": SafeHabit}


def lived(person, seed: int) -> None:
    """Asks with none, one or several answers, debriefs and echoes each, in no order, some at the same moment."""
    dice = Random(seed)
    own = OwnChallenge.objects.create(id=UUID(int=dice.getrandbits(128)), person=person, arrived=NOW, title="A plum")
    plans = [made(Plan, person, dice) for _ in range(ASKS // 2)]
    Plan.objects.bulk_create(plans)
    asks = [made(Ask, person, dice, plan=dice.choice(plans), **told_of_an_ask(dice, own)) for _ in range(ASKS)]
    Ask.objects.bulk_create(asks)
    for ask in asks:
        for table_, most, told in ((Answer, 4, an_answer), (Debrief, 3, a_debrief), (Echo, 3, an_echo)):
            rows = [made(table_, person, dice, at, ask=ask, **told(dice, at)) for at in range(dice.randrange(most))]
            table_.objects.bulk_create(reversed(rows))
        if dice.random() < 0.7:
            scales: dict[str, Any] = {name: rating(dice) for name in BEFORE}
            Forecast.objects.bulk_create([made(Forecast, person, dice, ask=ask, **scales)])


def made(model, person, dice: Random, turn: int = 0, **told):
    # Whole seconds, fractions and none at all; the first answer and the next one arrive together.
    at = dice.choice([None, NOW, NOW.replace(microsecond=0), NOW - timedelta(days=dice.randrange(400))])
    arrived = NOW + timedelta(seconds=max(0, turn - 1) if model is Answer else turn)
    return model(id=UUID(int=dice.getrandbits(128)), person=person, at=at, arrived=arrived, **told)


def told_of_an_ask(dice: Random, own: OwnChallenge) -> dict[str, Any]:
    known: dict[str, Any] = dice.choice([{"slug": "ask-the-time"}, {"own": own}, {}])
    return {**known, "setting": "shop", "counts": dice.random() < 0.8, "pull": rating(dice)}


def an_answer(dice: Random, at: int) -> dict[str, Any]:
    when: dict[str, Any] = dice.choice(
        [{"day": date(2026, 10, 1) + timedelta(days=dice.randrange(40))}, {"week": 3}, {}]
    )
    kind = "first" if at == 0 else dice.choice(["slip", "settling"])
    reason = dice.choice(["", *NotAskedReason.values])
    return {
        "kind": kind,
        "outcome": dice.choice(Outcome.values),
        "reason": reason,
        "sequence": dice.randrange(3),
        **when,
    }


def a_debrief(dice: Random, _: int) -> dict[str, Any]:
    told: dict[str, Any] = {name: dice.choice(["", *kind.values]) for name, kind in CHOSEN.items()}
    told |= {name: dice.sample(kind.values, dice.randrange(3)) for name, kind in LISTS.items()}
    told |= {name: dice.choice([None, True, False]) for name in ("funny", "wants_echo")}
    return told | {name: rating(dice) for name in AFTER}


def an_echo(dice: Random, _: int) -> dict[str, Any]:
    scales = {name: rating(dice) for name in LATER}
    return {"day": date(2026, 11, 3), **scales}


def rating(dice: Random) -> int | None:
    return dice.choice([None, 0, dice.randrange(101), 100])


@pytest.mark.parametrize("seed", range(5))
def test_what_is_read_is_what_the_asks_say(mira, jonas, seed):
    lived(mira, seed)
    lived(jonas, seed + 100)
    asks = {ask.pk: ask for ask in Ask.objects.of(mira).with_all()}
    found = read_history(mira)
    assert {logged.id for logged in found.asks} == {pk for pk, ask in asks.items() if ask.answer}
    assert found.planned == sum(ask.answer is None for ask in asks.values())
    for logged in found.asks:
        agree(logged, asks[logged.id])
    assert [place(asks[logged.id]) for logged in found.asks] == sorted(place(asks[logged.id]) for logged in found.asks)


def agree(logged: LoggedAsk, ask: Ask) -> None:
    first, made, counts, told = ask.first_answer, ask.trail[0], ask.trail[-1], ask.debrief or Debrief()
    assert first is not None
    assert (logged.first, logged.outcome, logged.answered_on) == (first.outcome, counts.outcome, counts.day)
    assert logged.too_much == (counts.reason == NotAskedReason.TOO_MUCH)
    assert (logged.key, logged.place, logged.plan) == (ask.key, "shop", ask.plan_id)
    assert (logged.at, logged.day, logged.week) == (made.at, made.day, made.week or 0)
    assert (logged.channel, logged.kind, logged.pull) == (ask.channel, ask.kind, ask.pull)
    assert logged.counts == (ask.counts and Harm.UNFAIR not in told.harms)
    assert [getattr(logged, name) for name in BEFORE] == [getattr(ask.foretold, name, None) for name in BEFORE]
    assert [getattr(logged, name) for name in AFTER] == [getattr(told, name) for name in AFTER]
    assert [getattr(logged, name) or "" for name in WORDS] == [getattr(told, name) for name in WORDS]
    assert (logged.no_kind, logged.safe_habits or ()) == (told.no_kind, tuple(told.safe_habits))
    rated = [told.feared_happened, told.sting, told.surprise]
    assert (logged.safe_habits is None) == (not told.safe_habits and rated == [None] * 3)
    assert (logged.unfair, logged.unwelcome) == (Harm.UNFAIR in told.harms, Harm.UNCOMFORTABLE in told.harms)
    assert (logged.funny, logged.wants_echo) == (bool(told.funny), bool(told.wants_echo))
    later = sorted(ask.echoes.all(), key=lambda echo: (echo.arrived, echo.pk))
    assert [tuple(echo) for echo in logged.echoes] == [(e.day, e.still_stings, e.round_and_round) for e in later]
    for name in LATER:
        said = [getattr(echo, name) for echo in later if getattr(echo, name) is not None]
        assert getattr(logged, name) == (said[0] if said else None)


def place(ask: Ask):
    made = ask.trail[0]
    when = made.week or 0 if made.day is None else made.day.toordinal()
    return made.day is not None, when, made.sequence, ask.pk


def test_a_person_without_a_fact_has_no_asks(mira):
    assert read_history(mira) == History((), 0, {})
