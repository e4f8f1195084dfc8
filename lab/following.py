"""Somebody who follows Today: the cards that ship, chosen by the code that the pages run, with all that binds it there.

The one part of the lab that knows the application. Django has to be set up before it is imported.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, Final
from uuid import UUID

import numpy as np

from lab.arrays import Bools, Indices
from lab.chance import Stream, uniform
from lab.learners.learner import Meeting
from lab.logbook import Logbook, lab_moment
from lab.policy import REST_DAY, LabOffer, Scene
from nerve.card import Card
from nerve.graded import graded
from nerve.rep import Rep
from nerve.suggestion import Choice
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import Need
from unflinch.coach.appetite import share_of_noes
from unflinch.coach.choosing import CHOOSE, Coach, OnRecord, choice_on
from unflinch.coach.circumstances import out_of_need
from unflinch.coach.gently import sign_in
from unflinch.practice.history import History, LoggedAsk

_HAS: Final = 0.5  # of people there is each thing that cards need
_UNANSWERED: Final = 0.5  # of the refusals in writing: nobody writes back
_IN_PERSON: Final = "in_person"


@dataclass(slots=True)
class FollowedMonth:
    """One person's month: what was offered day by day, what was logged, and what a tank empty or full would bring."""

    missing: frozenset[str]
    asks: list[LoggedAsk] = field(default_factory=list)
    too_much: list[Rep] = field(default_factory=list)
    energy: dict[date | None, float] = field(default_factory=dict)
    offers: list[tuple[OnRecord, Choice]] = field(default_factory=list)

    @property
    def reps(self) -> list[Rep]:
        """All that the coach hears of, in order."""
        return sorted([*self.asks, *self.too_much], key=lambda rep: rep.at or lab_moment(0))


class FollowsToday:
    """A policy: each person opens Today once a day and tries what stands there."""

    def __init__(self, scene: Scene, *, appetite: str, coach: Coach = CHOOSE) -> None:
        self.scene, self.appetite, self.coach = scene, appetite, coach
        self.cards = catalogue().cards
        self.row_of = {card.key: row for row, card in enumerate(self.cards)}
        self.logbook = Logbook(scene, keys=[*self.row_of], settings=[card.setting for card in self.cards], words=True)
        self.diaries = [FollowedMonth(_missing(scene.seed, int(id))) for id in scene.learner.people.id]

    def pick(self, day: int, still: Bools) -> Indices:
        picks = np.full(len(still), REST_DAY)
        for row, energy in enumerate(self.logbook.energy(day)):
            diary = self.diaries[row]
            if energy is not None:
                diary.energy[lab_moment(day).date()] = energy
            record = self.record(row, day)
            choice = choice_on(record, coach=self.coach)
            diary.offers.append((record, choice))
            picks[row] = REST_DAY if choice.key is None else self.row_of[choice.key]
        return picks

    def record(self, row: int, day: int) -> OnRecord:
        """What the application would have on record of this person."""
        diary, at = self.diaries[row], lab_moment(day)
        history = History(tuple(diary.asks), 0, dict(diary.energy))
        avoided = [rep.at.date() for rep in diary.too_much if rep.at is not None]
        return OnRecord(
            cards=self.cards,
            steps=catalogue().steps,
            history=history,
            reps=diary.reps,
            asked=diary.asks,
            day=at.date(),
            now=at,
            appetite=share_of_noes(self.appetite, history, at.date()),
            dice=str(self.scene.learner.people.id[row]),
            away=diary.missing,
            sign=sign_in(history, at.date(), avoided=avoided),
        )

    def note(self, offer: LabOffer, meeting: Meeting) -> None:
        """What was asked goes into the diary, and what was too much is put aside; a mere look leaves no trace."""
        self.logbook.write(offer, meeting, [None] * len(self.diaries))
        for person in offer.who:
            rep, diary = self.logbook.reps[person][-1], self.diaries[person]
            if rep.made:
                diary.asks.append(self.logged(rep, int(person), offer.day))
            elif rep.too_much:
                diary.too_much.append(rep)

    def logged(self, rep: Rep, person: int, day: int) -> LoggedAsk:
        """The rep as the application keeps it; who was refused in writing often hears nothing at all."""
        card = self.cards[self.row_of[rep.key]]
        luck = float(uniform(self.scene.seed, Stream.SILENCE, self.scene.learner.people.id[person], day))
        silent = card.channel == "written" and rep.outcome == "no" and luck < _UNANSWERED
        outcome = "no_reply" if silent else rep.outcome
        return LoggedAsk(
            **{one.name: getattr(rep, one.name) for one in fields(Rep)} | {"outcome": outcome, "day": _day_of(day)},
            id=UUID(int=day), plan=UUID(int=day), channel=card.channel, kind=card.kind, counts=True, pull=None, week=0,
            sequence=day, first=outcome, answered_on=_day_of(day), no_kind="", funny=False, wants_echo=False,
            unfair=False, unwelcome=False, echoes=(),
        )  # fmt: skip


def by_the_list(cards: Sequence[Card], reps: Sequence[Rep], **asked: Any) -> Choice:
    """The graded list, which knows neither steps nor an appetite."""
    return graded(cards, reps, **{name: asked[name] for name in ("now", "energy", "resting", "rng")})


def with_tank(record: OnRecord, energy: float) -> OnRecord:
    """The same day with so much in the tank."""
    return replace(record, history=replace(record.history, energy={record.day: energy}))


def asked_cards(diary: FollowedMonth) -> Iterator[Card]:
    """The cards that were asked, in order."""
    known = {card.key: card for card in catalogue().cards}
    return (known[ask.key] for ask in diary.asks)


def _day_of(day: int) -> date:
    return lab_moment(day).date()


def _missing(seed: int, id: int) -> frozenset[str]:
    """The cards that need what this person hasn't got; half of all things are there, and said to be."""
    has = uniform(seed, Stream.NEEDS, id, np.arange(len(Need))) < _HAS
    return out_of_need(dict(zip(Need, has.tolist(), strict=True)))
