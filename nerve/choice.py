"""The next ask, with its reasons. The same arguments give the same choice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Final

import numpy as np

from nerve.appetite import near_the_aim
from nerve.arrays import Bools, Floats, Ints
from nerve.belief import Belief, believe
from nerve.beliefs import BeliefAtEnergy, Beliefs
from nerve.card import Card
from nerve.library import Library, library_of
from nerve.limits import Expected, permitted
from nerve.pace import asked_lately, is_empty, most_today
from nerve.parameters import LIGHT_STEPS, LIGHTER, NEIGHBOUR, SDS_OF_INTERVAL, VARIETY
from nerve.question import check
from nerve.rep import HIGHEST, LOWEST, Rep
from nerve.replay import Observations, replay
from nerve.suggestion import Choice, Reason
from nerve.turns import cards_in_turn, fresh_first, in_turn, without_own_noes
from nerve.why import why_rest, why_this
from nerve.worth import expected_sting, worth_of

__all__ = ["Choice", "choose"]

_NO_CARDS: Final = Expected({}, np.empty(0), np.empty(0))
_NEVER: Final = -np.inf  # what a card is worth that may not be offered


def choose(
    cards: Sequence[Card],
    reps: Sequence[Rep],
    *,
    now: datetime,
    energy: float | None = None,
    resting: frozenset[str] = frozenset(),
    steps: Mapping[str, int] | None = None,
    appetite: float | None = None,
    rng: Random,
    beliefs: Beliefs | None = None,
) -> Choice:
    """The card to offer now (aware), a gentler and a bolder one, or a rest day; energy is 0 to 100.

    `resting` are keys that must not be offered. `steps` is how bold each card is shown to be, by its key: then the
    gentler one is on a lower step too, and the bolder one on a higher. `appetite` is the share of noes (0 to 1) that is
    aimed at; None aims at none. With dice that fall the same for a person on each day, cards take turns. `beliefs` are
    filled by one choice and read by the next of the same cards, reps and moment, where only `resting` differs. Raises
    ValueError, naming the argument, for a naive `now`, an energy or appetite off its scale, or two cards of one key.
    """
    check(cards, now, energy, appetite)
    if not cards:
        return Choice(None, reasons=why_rest(_NO_CARDS, reps, now=now, resting=resting))
    library = library_of(cards)
    shown = None if steps is None else np.array([steps[card.key] for card in cards])
    known = Beliefs() if beliefs is None else beliefs
    if known.told is None:
        known.told = replay(library.row_of, reps, now=now)
    question = _Question(library, known.told, known.by_energy, reps, now, resting, shown, appetite, rng.getrandbits(64))
    today = question.on(energy)
    row = question.picked(today, question.lighter(today) if is_empty(energy) else today.may_be)
    if row is None:
        return Choice(None, reasons=why_rest(today.expected, reps, now=now, resting=resting))
    if today.worth.max(where=today.may_be, initial=_NEVER) < 0.0 and asked_lately(question.told):
        return Choice(None, reasons=(Reason("day_off"),))
    return question.choice(row, today)


@dataclass(frozen=True, slots=True)
class _Day:
    """How all the cards look on a day with so much in the tank; `may_be` are those within the limits."""

    energy: float | None
    belief: Belief
    expected: Expected
    may_be: Bools
    worth: Floats


@dataclass(frozen=True, slots=True)
class _Question:
    """What a choice hangs on; `steps` is how bold each card is shown to be, and `salt` the person's own order."""

    library: Library
    told: Observations
    known: dict[float | None, BeliefAtEnergy]
    reps: Sequence[Rep]
    now: datetime
    resting: frozenset[str]
    steps: Ints | None
    appetite: float | None
    salt: int

    def on(self, energy: float | None) -> _Day:
        """How the cards look with so much in the tank."""
        library = self.library
        if energy not in self.known:
            self.known[energy] = _believed(library, self.told, energy)
        belief, expected, worth = self.known[energy]
        may_be = permitted(expected, self.reps, now=self.now, resting=self.resting)
        may_be = without_own_noes(may_be, library, salt=self.salt, day=self.now.date())
        return _Day(energy, belief, expected, may_be, np.where(may_be, worth, _NEVER))

    def lighter(self, empty: _Day) -> Bools:
        """The cards of this empty day that are on the gentle steps, and calmer than what a full tank would bring."""
        full = self.on(HIGHEST)
        row = self.picked(full, full.may_be)
        light = empty.may_be if self.steps is None else empty.may_be & (self.steps <= LIGHT_STEPS)
        if row is None or not light.any():
            return light
        calmer = light & (empty.belief.tension <= full.belief.tension[row] - LIGHTER)
        # Below the gentlest there is none: then it is that one.
        gentlest = empty.belief.tension[light].min()
        return calmer if calmer.any() else np.asarray(light & (empty.belief.tension <= gentlest))

    def picked(self, day: _Day, among: Bools) -> int | None:
        """The row of the card whose turn it is, of those that are worth about the most; None where none may be.

        It is not too tense for the day, and as likely to be refused as is aimed at. Where all are too tense, or none
        is worth asking, it is the gentlest that may be.
        """
        tension = day.belief.tension
        if not among.any():
            return None
        fit = among & (tension <= most_today(day.expected, self.reps, day.energy))
        # The worth of a loss is least where one hardly goes: to take the least would be to take the most forbidding.
        if day.worth.max(where=fit, initial=_NEVER) < 0.0:
            return int(np.where(among, tension, np.inf).argmin())
        if self.appetite is not None:
            fit = near_the_aim(self.appetite, self.reps, 1.0 - day.belief.yes, fit, self.library)
        return self.turn(fresh_first(fit, self.reps, self.library), day)

    def turn(self, among: Bools, day: _Day) -> int:
        """Of these cards the one whose turn it is; what is worth clearly less than the best of them has none."""
        worth = np.where(among, day.worth, _NEVER)
        best = worth.max()
        last = np.sort(worth)[-min(cards_in_turn(self.told, self.library), int(among.sum()))]
        near = among & (worth >= min(last, VARIETY * best))
        return in_turn(near, self.library, salt=self.salt, day=self.now.date())

    def choice(self, row: int, day: _Day) -> Choice:
        """This card with its neighbours and reasons."""
        belief = day.belief
        low, high = _interval(belief, row)
        below, above = (self.key_of(side & day.may_be, day) for side in self.beside(belief, row))
        return Choice(
            key=self.library.cards[row].key,
            gentler=below,
            bolder=above,
            tension=float(belief.tension[row]),
            low=low,
            high=high,
            chance_of_no=1.0 - float(belief.yes[row]),
            reasons=why_this(row, belief, day.expected, self.reps, day.energy),
        )

    def beside(self, belief: Belief, row: int) -> tuple[Bools, Bools]:
        """Which cards are clearly gentler than this one, and which bolder: in tension, and on the steps shown."""
        below = belief.tension <= belief.tension[row] - NEIGHBOUR
        above = belief.tension >= belief.tension[row] + NEIGHBOUR
        if self.steps is None:
            return below, above
        return below & (self.steps < self.steps[row]), above & (self.steps > self.steps[row])

    def key_of(self, among: Bools, day: _Day) -> str | None:
        """The key of the card of these whose turn it is; None where there is none."""
        return self.library.cards[self.turn(among, day)].key if among.any() else None


def _believed(library: Library, told: Observations, energy: float | None) -> BeliefAtEnergy:
    """What is believed with so much in the tank, what is expected of each card, and what each is worth."""
    belief = believe(library, told, energy)
    expected = Expected(library.row_of, belief.tension, expected_sting(belief), library.rest_days, library.one_person)
    return belief, expected, worth_of(library, belief)


def _interval(belief: Belief, row: int) -> tuple[float, float]:
    """Between what and what the tension will lie, 95 times in 100, as far as we know."""
    around = SDS_OF_INTERVAL * float(belief.unsure[row])
    tension = float(belief.tension[row])
    return max(LOWEST, tension - around), min(HIGHEST, tension + around)
