"""The cards that ship, played by somebody who follows Today for a month: what was offered, asked and heard."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np

from lab.arrays import safe_logit
from lab.chance import Stream, normal
from lab.days import Days
from lab.deck import LAB_FACETS, LAB_STRETCH, OWN_LOGITS, LabDeck
from lab.following import FollowedMonth, FollowsToday, asked_cards, by_the_list, with_tank
from lab.learners.rescorla_wagner import RescorlaWagner, yes_chance
from lab.people import People, draw_people
from lab.policy import Scene
from lab.trial import SEED
from lab.worlds import World
from nerve.belief import believe
from nerve.card import Card
from nerve.library import library_of
from nerve.replay import replay
from nerve.suggestion import Choice
from unflinch.challenges.catalogue import catalogue
from unflinch.coach.choosing import CHOOSE, Coach, OnRecord, choice_on

_MONTH: Final = 30  # days
_RATE_ERROR: Final = 0.3  # logits by which the library's rates are off for everybody
_STAYS: Final = -50.0  # logits of giving up: everybody stays for the month
_EMPTY, _FULL = 25.0, 100.0  # energy
_ASKS_A_WEEK: Final = 3
_PAIRS: Final = 5  # each so many-th day is looked at twice, with a tank empty and full
_AT_ONCE: Final = 10  # people
# What people leave out: three scales in ten, and three debriefs in ten.
_WORLD: Final = World("shipped", "the cards that ship, told in five words", missing=0.3, undebriefed=0.3)


@dataclass(frozen=True, slots=True)
class Month:
    """One person's days under one appetite, counted. `answers` are yes and no to what can be refused; warm-ups and noes
    that one says oneself are none. `early` counts cards that came before their rest was over, `again` those offered
    after their one person said no, `inverted` neighbours on the wrong side. `calmer` of `pairs` were calmer on empty.
    """

    anxiety: float
    asks: int
    answers: int
    noes: int
    silent: int
    harm_days: int
    rests: int
    distinct: int
    repeats: int
    settings: int
    ways: int
    own_noes: int
    early: int
    again: int
    inverted: int
    pairs: int
    calmer: int

    @property
    def often(self) -> bool:
        """Whether there were three asks a week and more."""
        return self.asks >= _ASKS_A_WEEK * _MONTH / 7


def months(
    people: int, *, appetite: str = "", listed: bool = False, seed: int = SEED, days: int = _MONTH
) -> list[Month]:
    """The months of so many people of the tuning half under the coach, or the graded list; the same each time."""
    found = []
    for start in range(0, people, _AT_ONCE):
        crowd = draw_people(seed, "tuning", start, min(start + _AT_ONCE, people))
        found += _followed(crowd, appetite, coach=by_the_list if listed else CHOOSE, seed=seed, days=days)
    return found


def _followed(crowd: People, appetite: str, *, coach: Coach, seed: int, days: int) -> list[Month]:
    people = replace(crowd, quitting=np.full(len(crowd), _STAYS))
    deck = _shipped_deck(catalogue().cards, seed)
    learner = RescorlaWagner(people, deck)
    around = OWN_LOGITS * normal(seed, Stream.AROUND, people.id[:, None], np.arange(len(deck.facets)))
    yes = yes_chance(people, deck, around)
    policy, life = (
        FollowsToday(Scene(seed, _WORLD, learner, yes), appetite=appetite, coach=coach),
        Days(seed, _WORLD, learner, yes),
    )
    for day in range(days):
        life.live(day, policy)
    return [
        _counted(diary, float(people.anxiety[row]), int(life.counts["harm_days"][row]))
        for row, diary in enumerate(policy.diaries)
    ]


def _shipped_deck(cards: Sequence[Card], seed: int) -> LabDeck:
    """The cards as the learners meet them: granted about as often as the library says, and felt to be so."""
    facets = np.array([[card.facets[name] for name in LAB_FACETS] for card in cards])
    told = np.array([card.yes_rate for card in cards])
    logits = safe_logit(told) + _RATE_ERROR * normal(seed, Stream.DECK, np.arange(len(cards)))
    return LabDeck(
        facets=facets,
        written=np.array([card.channel == "written" for card in cards]),
        phone=np.array([card.channel == "phone" for card in cards]),
        distance=LAB_STRETCH * np.abs(facets[:, None] - facets[None]).mean(axis=2),
        yes_logits=logits,
        felt_logits=logits,
        told_rates=told,
    )


def _counted(diary: FollowedMonth, anxiety: float, harm_days: int) -> Month:
    cards = list(asked_cards(diary))
    answers = [ask.outcome for ask, card in zip(diary.asks, cards, strict=True) if ask.answered and card.refusable]
    offered = [choice.key for _, choice in diary.offers]
    shown = [key for key in offered if key is not None]
    kinds = {card.key: card for card in catalogue().cards}
    tanks = [pair for record, choice in diary.offers[::_PAIRS] if (pair := _tensions(record)) is not None]
    return Month(
        anxiety=anxiety,
        asks=len(cards),
        answers=len(answers),
        noes=answers.count("no"),
        silent=sum(ask.outcome == "no_reply" for ask in diary.asks),
        harm_days=harm_days,
        rests=offered.count(None),
        distinct=len(set(shown)),
        repeats=sum(one == other for one, other in pairwise(shown)),
        settings=len({kinds[key].setting for key in shown}),
        ways=len({(kinds[key].kind, kinds[key].channel) for key in shown}),
        own_noes=sum(kinds[key].kind == "say_no" for key in shown),
        early=sum(_too_early(record, key) for record, choice in diary.offers for key in _named(choice)),
        again=sum(_asked_again(record, key) for record, choice in diary.offers for key in _named(choice)),
        inverted=sum(_inverted(record, choice) for record, choice in diary.offers[::_PAIRS]),
        pairs=len(tanks),
        calmer=sum(empty < full for empty, full in tanks),
    )


def _named(choice: Choice) -> list[str]:
    return [key for key in (choice.key, choice.gentler, choice.bolder) if key is not None]


def _too_early(record: OnRecord, key: str) -> bool:
    rest = catalogue().challenges[key].rest_after
    return any(ask.key == key and (record.now - ask.at).days < rest for ask in record.history.asks if ask.at)


def _asked_again(record: OnRecord, key: str) -> bool:
    one = catalogue().challenges[key].addressee == "one_person"
    return one and any(ask.key == key and ask.outcome == "no" for ask in record.history.asks)


def _inverted(record: OnRecord, choice: Choice) -> int:
    """How many of the two neighbours are on the wrong side, on the steps shown or in the tension that is expected."""
    if choice.key is None:
        return 0
    library = library_of(record.cards)
    told = replay(library.row_of, record.reps, now=record.now)
    tension = believe(library, told, record.history.energy.get(record.day)).tension
    row, steps = library.row_of, record.steps
    wrong = 0
    for key, sign in ((choice.gentler, -1), (choice.bolder, 1)):
        if key is not None:
            by_step = sign * (steps[key] - steps[choice.key]) <= 0
            wrong += by_step or sign * (tension[row[key]] - tension[row[choice.key]]) <= 0
    return int(wrong)


def _tensions(record: OnRecord) -> tuple[float, float] | None:
    """What is expected of the offer of this day with a tank empty and full; None where either is a rest."""
    empty, full = (choice_on(with_tank(record, energy)).tension for energy in (_EMPTY, _FULL))
    return None if empty is None or full is None else (empty, full)
