"""What is read as columns is what the asks themselves say, on either database."""

from datetime import UTC, date, datetime, timedelta
from math import nan
from random import Random
from typing import Any
from uuid import UUID

import pytest

from unflinch.challenges.models import OwnChallenge
from unflinch.practice.history import read_history
from unflinch.practice.models import Answer, Ask, Debrief, Echo, Forecast, Plan
from unflinch.practice.models.debrief import RATINGS
from unflinch.practice.reading import BEFORE, SAID, TICKED, hung, logged
from unflinch.practice.stored import aware, column_table
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
WORDS: dict[str, Any] = {"flinched": Degree, "back_after": BackAfter, "rehearsed": Rehearsed, "no_kind": NoKind}
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
    told: dict[str, Any] = {name: dice.choice(["", *kind.values]) for name, kind in WORDS.items()}
    told |= {name: dice.sample(kind.values, dice.randrange(3)) for name, kind in LISTS.items()}
    told |= {name: dice.choice([None, True, False]) for name in TICKED}
    return told | {name: rating(dice) for name in RATINGS}


def an_echo(dice: Random, _: int) -> dict[str, Any]:
    scales = {name: rating(dice) for name in ("still_stings", "round_and_round")}
    return {"day": date(2026, 11, 3), **scales}


def rating(dice: Random) -> int | None:
    return dice.choice([None, 0, dice.randrange(101), 100])


@pytest.mark.parametrize("seed", range(5))
def test_columns_say_what_the_asks_say(mira, jonas, seed):
    lived(mira, seed)
    lived(jonas, seed + 100)
    asks = {ask.pk: ask for ask in Ask.objects.of(mira).with_all()}
    found = read_history(mira)
    assert {UUID(id) for id in found.asks.id} == {pk for pk, ask in asks.items() if ask.answer}
    assert found.planned == sum(ask.answer is None for ask in asks.values())
    for row, entry in enumerate(found.entries):
        ask, rep = asks[entry.id], entry.rep
        first, made, counts, told = ask.first_answer, ask.trail[0], ask.trail[-1], ask.debrief or Debrief()
        assert first is not None
        assert (found.asks.first[row], rep.outcome) == (first.outcome, counts.outcome)
        assert rep.too_much == (counts.reason == NotAskedReason.TOO_MUCH)
        assert (rep.key, rep.place, rep.at, entry.day) == (ask.key, "shop", made.at, made.day)
        assert found.asks.week[row] == (made.week or 0)
        assert (aware(found.asks.at)[row], found.asks.answered_on[row].item()) == (made.at, counts.day)
        assert UUID(found.asks.plan[row]) == ask.plan_id
        assert entry.counts == (ask.counts and Harm.UNFAIR not in told.harms)
        assert [getattr(rep, name) for name in BEFORE] == [getattr(ask.foretold, name, None) for name in BEFORE]
        assert [getattr(rep, name) for name in RATINGS] == [getattr(told, name) for name in RATINGS]
        assert [getattr(found.asks, name)[row] for name in SAID] == [getattr(told, name) for name in SAID]
        assert found.asks.safe_habits[row] == tuple(told.safe_habits)
        assert (entry.unfair, entry.unwelcome) == (Harm.UNFAIR in told.harms, Harm.UNCOMFORTABLE in told.harms)
        assert (found.asks.funny[row], entry.wants_echo) == (bool(told.funny), bool(told.wants_echo))
        later = sorted(ask.echoes.all(), key=lambda echo: (echo.arrived, echo.pk))
        assert [tuple(echo) for echo in entry.echoes] == [(e.day, e.still_stings, e.round_and_round) for e in later]
        stings = next((echo.still_stings for echo in later if echo.still_stings is not None), nan)
        assert found.asks.still_stings[row] == pytest.approx(stings, nan_ok=True)
    assert [place(asks[entry.id]) for entry in found.entries] == sorted(place(asks[e.id]) for e in found.entries)


def place(ask: Ask):
    made = ask.trail[0]
    when = made.week or 0 if made.day is None else made.day.toordinal()
    return made.day is not None, when, made.sequence, ask.pk


def test_a_person_without_a_fact_has_no_asks(mira):
    assert (len(read_history(mira).asks), read_history(mira).entries, logged(mira).planned) == (0, (), 0)


def test_what_came_in_between_two_readings_waits_for_the_next(mira):
    lived(mira, 1)
    rows = {id: row for row, id in enumerate(column_table(Ask.objects.of(mira), "id")["id"])}
    known = dict(list(rows.items())[: ASKS // 2])
    found, answers = hung(Answer.objects.of(mira), known, "outcome")
    assert set(found.tolist()) <= set(known.values())
    assert len(found) == len(answers["outcome"]) == Answer.objects.of(mira).filter(ask__in=map(UUID, known)).count()
