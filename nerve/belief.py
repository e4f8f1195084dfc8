"""What we believe of this person, card by card: what a no is felt to be, how tense it makes, what comes back."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from nerve.arrays import Bools, Floats, share, within
from nerve.fitting import DesignColumns, Fit, Nearness, Tellings, fitted, nearby, together
from nerve.learning import KINDS, chance_step, safety_step, sting_of
from nerve.library import LEAST_CHANCE, MOST_CHANCE, Library
from nerve.parameters import (
    BRIEF_DAYS,
    CHANCE_OFF,
    CHANCE_RATE_SD,
    CHANCE_REACH,
    COST_BY_TENSION,
    COST_OFF,
    DREAD,
    DREAD_SD,
    DREAD_SLOPE,
    DREAD_SLOPE_SD,
    ELSEWHERE,
    FIT_OFF,
    FORECAST_LEAN,
    FORECAST_LEAN_SD,
    HARSH_COST,
    HARSH_FROM,
    LASTING,
    LASTING_DAYS,
    MIDDLE,
    MIXED_PLACES,
    NEAR_DAYS,
    NEAR_TRUST,
    OWN_FELT,
    OWN_FELT_SD,
    PLAIN_TENSION,
    ROUND_AND_ROUND,
    SAFETY_RATE_SD,
    SAFETY_REACH,
    SLIP,
    TENSION_OFF,
    TENSION_SD,
    TENSION_TRUST,
    THREAT_RATE,
    THREAT_REACH,
    THREAT_TENSION,
    TOLD_DAYS,
    TOO_MUCH_TENSION,
    WEARY_LEARNING,
    WEARY_TENSION,
)
from nerve.person import (
    USUALLY_WEARY,
    avoidance,
    believable,
    chance_of_yes,
    plain_cost,
    sting_off,
    weariness,
    welcome_odds,
    will_ask,
)
from nerve.replay import Observations

_LONG_AGO: Final = 365.0  # days: nothing alike was ever asked
_SMALLEST: Final = 0.2  # felt chance below which nothing can be read off by dividing
_USUAL_TENSION: Final = 60.0  # points: of the ratings that TENSION_TRUST stands for
_SLOWEST: Final = 0.3  # times: nobody learns nothing
_FARTHEST: Final = 3.0  # SDs by which what was said may be off and still count for more
_MOST_OFF: Final = 0.3  # share by which a person's tensions may lie off everybody's


@dataclass(frozen=True, slots=True)
class Belief:
    """One value a card: felt chance of a no and felt cost (0 to 1), tension (0 to 100) and how unsure it is (SD),
    chances of a yes and of going (0 to 1), days since something alike was asked.

    `kinds` and `welcomes` say how believable each kind of person and each welcome is; `awful` is how bad a no mostly
    turns out for them, 0 to 1, and `sting_off` by how many points it stings more than that says; `chance_pace` and
    `pace` are how fast they learn chances and safety, against most people; `weary` is about 0 to 1.
    """

    felt_no: Floats
    felt_cost: Floats
    tension: Floats
    unsure: Floats
    yes: Floats
    going: Floats
    rested: Floats
    kinds: Floats
    welcomes: Floats
    awful: float
    sting_off: float
    chance_pace: float
    pace: float
    weary: float


@dataclass(frozen=True, slots=True)
class _Past:
    """The asks so far, one a row: what was felt of each beforehand, and how near each card lies (asks x cards).

    `felt` is how tense chance and cost make it, in points; `fresh` is how much of what was told still holds, 0 to 1;
    `before`, asks x asks, is 1 for those that came before each, else 0.
    """

    told: Observations
    first_no: Floats
    first_cost: Floats
    felt_no: Floats
    felt_cost: Floats
    felt: Floats
    fresh: Floats
    before: Floats
    chances: Tellings
    costs: Tellings
    chance_near: Floats
    safety_near: Floats
    threat_near: Floats


def believe(library: Library, told: Observations, energy: float | None) -> Belief:
    """The belief after everything that was told; with nothing told, what holds for most people."""
    past = _past_of(library, told)
    heard = told.yes | told.no
    no_steps = heard * chance_step(past.felt_no, told.no)
    awful = plain_cost(told, past.felt_cost)
    cost_steps = (1.0 - WEARY_LEARNING * USUALLY_WEARY) * heard * safety_step(past.felt_cost, told.no, awful)
    fears = fear_steps(told, past.felt_cost, awful)
    chance, cost = chance_fit(library, past, no_steps), cost_fit(library, past, cost_steps, fears)
    logs = np.log(KINDS) + chance.evidence + cost.evidence + rerated(past, chance, cost, no_steps, cost_steps)
    kinds = believable(logs)
    recent = np.exp(-told.ago / NEAR_DAYS)
    near = Nearness(past.chance_near, recent)
    felt_no = within(_mixed(chance, past.chances, near, kinds), LEAST_CHANCE, MOST_CHANCE)
    felt_cost = within(_mixed(cost, past.costs, near, kinds), LEAST_CHANCE, 1.0)
    rates = library.yes + kinds @ chance.coefficients[:, 2:-1] @ library.doubts
    weary, welcomes = weariness(told, energy), welcome_odds(rates, told)
    tension = tension_of(library, past, felt_no, felt_cost) + WEARY_TENSION * weary
    since = np.where(told.asked, told.ago, _LONG_AGO)[:, None]
    return Belief(
        felt_no=felt_no,
        felt_cost=felt_cost,
        tension=within(tension, 0.0, 100.0),
        unsure=np.sqrt(TENSION_OFF**2 + TENSION_SD**2 * NEAR_TRUST / (NEAR_TRUST + recent @ past.chance_near)),
        yes=chance_of_yes(rates, told, welcomes),
        going=will_ask(tension, weary) @ avoidance(told, _felt_tension(past)),
        rested=np.where(library.alike(SAFETY_REACH)[told.card], since, _LONG_AGO).min(axis=0, initial=_LONG_AGO),
        kinds=kinds,
        welcomes=welcomes,
        awful=awful,
        sting_off=sting_off(told, past.felt_cost, awful),
        chance_pace=max(_SLOWEST, 1.0 + float(kinds @ chance.coefficients[:, -1])),
        pace=max(_SLOWEST, 1.0 + float(kinds @ cost.coefficients[:, -1])),
        weary=weary,
    )


def _past_of(library: Library, told: Observations) -> _Past:
    """The asks with what was felt beforehand: as told, and where nothing was told as most people would feel."""
    first_no = 1.0 - share(library.yes - (1.0 - OWN_FELT) * library.own - FORECAST_LEAN * library.leaning)
    first_cost = DREAD + DREAD_SLOPE * (library.difficulty - MIDDLE)
    spoken = ~np.isnan(told.no_before)
    felt_no = within(np.where(spoken, told.no_before, first_no[told.card]), LEAST_CHANCE, MOST_CHANCE)
    chances = Tellings.of(told.no_before, SLIP**2)
    costs = told_costs(library, told, felt_no, spoken)
    felt_cost = within(costs.drawn_to(first_cost[told.card], DREAD_SD**2), LEAST_CHANCE, 1.0)
    return _Past(
        told=told,
        first_no=first_no,
        first_cost=first_cost,
        felt_no=felt_no,
        felt_cost=felt_cost,
        felt=threat(library.difficulty[told.card], felt_no, felt_cost),
        fresh=np.exp(-told.ago / TOLD_DAYS),
        before=np.tri(len(told), k=-1),
        chances=chances,
        costs=costs,
        chance_near=library.near(CHANCE_REACH)[told.card],
        safety_near=library.near(SAFETY_REACH)[told.card],
        threat_near=library.near(THREAT_REACH)[told.card],
    )


def told_costs(library: Library, told: Observations, felt_no: Floats, spoken: Bools) -> Tellings:
    """How bad a no was felt to be: as told, as the feared thing's likelihood over that of a no, and as tension.

    Where the feared thing was thought likelier than a no it is something else than a no, and says little of one.
    """
    over = np.maximum(felt_no, _SMALLEST)
    by_fear = told.feared_before / over
    beyond = np.fmax(0.0, by_fear - 1.0)
    guessed = np.where(spoken, 0.0, DREAD_SD**2)
    dread = (told.tension_before - PLAIN_TENSION / 100.0 * library.difficulty[told.card]) / (THREAT_TENSION / 100.0)
    by_tension = within(np.maximum(LEAST_CHANCE, dread) ** 2 / over, 0.0, 1.1)
    return together(
        Tellings.of(told.cost_before, SLIP**2),
        Tellings.of(by_fear - beyond, (SLIP / over) ** 2 + beyond**2 + guessed),
        Tellings.of(by_tension, COST_BY_TENSION**2 + guessed),
    )


def chance_fit(library: Library, past: _Past, steps: Floats) -> Fit:
    """The felt chance of a no: where it began, how far it leans, how far it follows each card, and what was learned."""
    card, steep = past.told.card, past.first_no * (1.0 - past.first_no)
    rows = np.vstack([FORECAST_LEAN_SD * library.leaning, -OWN_FELT_SD * library.own, -library.doubts]) * steep
    return fitted(
        past.chances.with_error(CHANCE_OFF**2).faded(past.fresh),
        DesignColumns(past.first_no[card], rows[:, card], steps @ (past.chance_near[:, card] * past.before).T),
        DesignColumns(past.first_no, rows, steps @ past.chance_near),
        rate_sd=CHANCE_RATE_SD,
    )


def cost_fit(library: Library, past: _Past, steps: Floats, fears: Floats) -> Fit:
    """How bad a no is felt to be: level and slope of this person, less the safety learned, part of which has faded."""
    told, card = past.told, past.told.card
    kept = LASTING * np.exp(-told.ago / LASTING_DAYS) + (1.0 - LASTING) * np.exp(-told.ago / BRIEF_DAYS)
    here = np.where(told.place[:, None] == told.place, past.before, ELSEWHERE * past.before)
    learned = -kept * steps
    first, worse = past.first_cost, past.threat_near
    rows = np.array([np.full(len(library), DREAD_SD), DREAD_SLOPE_SD * (library.difficulty - MIDDLE)])
    return fitted(
        past.costs.with_error(COST_OFF**2).faded(past.fresh),
        DesignColumns(
            first[card] + (worse[:, card] * past.before) @ fears,
            rows[:, card],
            learned @ (past.safety_near[:, card] * here).T / kept,
        ),
        DesignColumns(first + fears @ worse, rows, MIXED_PLACES * learned @ past.safety_near),
        rate_sd=SAFETY_RATE_SD,
    )


def fear_steps(told: Observations, felt_cost: Floats, awful: float) -> Floats:
    """How much worse a no is felt to be after each ask: it was worse than feared, or it goes round and round."""
    was = np.where(told.feared_happened >= HARSH_FROM, HARSH_COST, awful)
    worse = THREAT_RATE * np.maximum(0.0, was - felt_cost) + ROUND_AND_ROUND * (sting_of(felt_cost, was) / 100.0) ** 3
    return np.asarray(told.no * worse, dtype=np.float64)


def rerated(past: _Past, chance: Fit, cost: Fit, no_steps: Floats, cost_steps: Floats) -> Floats:
    """How well each kind of person explains the re-ratings, as a log: one takes the answer to heart, another shrugs.

    What was felt beforehand is taken as it was told, drawn towards what all that was told makes of it.
    """
    told = past.told
    felt_no, felt_cost = past.chances.drawn_to(chance.asks, FIT_OFF**2), past.costs.drawn_to(cost.asks, FIT_OFF**2)
    no_off, cost_off = (1.0 / (tellings.weight + FIT_OFF**-2.0) for tellings in (past.chances, past.costs))
    after_no = within(felt_no + no_steps, LEAST_CHANCE, MOST_CHANCE)
    after_cost = within(felt_cost - cost_steps, LEAST_CHANCE, 1.0)
    unsure = cost_off + (SAFETY_RATE_SD * (KINDS @ cost_steps)) ** 2
    feared = SLIP**2 + (no_off + (CHANCE_RATE_SD * (KINDS @ no_steps)) ** 2) * felt_cost**2 + unsure * felt_no**2
    said = _misfit(told.feared_after, after_no * after_cost, feared)
    said += _misfit(told.cost_after, after_cost, SLIP**2 + unsure)
    return np.asarray(-0.5 * (said @ past.fresh), dtype=np.float64)


def _misfit(said: Floats, expected: Floats, variance: Floats) -> Floats:
    """Squared errors in units of their variance; 0 where nothing was said, bounded as anybody may slip (Huber 1964)."""
    return np.where(np.isnan(said), 0.0, np.minimum(_FARTHEST**2, (said - expected) ** 2 / variance))


def _mixed(fit: Fit, tellings: Tellings, near: Nearness, kinds: Floats) -> Floats:
    """What the kinds predict, each as far as it is believable, corrected by what was lately told of cards much alike.

    Bayesian model averaging (Hoeting et al. 1999).
    """
    return np.asarray(kinds @ fit.cards + nearby(tellings, kinds @ fit.asks, near), dtype=np.float64)


def _felt_tension(past: _Past) -> Floats:
    """The tension of each ask so far, 0 to 100: as told, or as chance and cost make it."""
    said = _told_tension(past.told)
    return np.where(np.isnan(said), past.felt, said)


def _told_tension(told: Observations) -> Floats:
    """The tension of each ask as it was told, 0 to 100; too much says that it was high, and not how bad a no is."""
    unsaid = told.too_much & np.isnan(told.tension_before)
    return np.asarray(100.0 * np.where(unsaid, TOO_MUCH_TENSION, told.tension_before), dtype=np.float64)


def tension_of(library: Library, past: _Past, felt_no: Floats, felt_cost: Floats) -> Floats:
    """The tension of each card for somebody rested, in points; scaled to how this person's ratings lie."""
    said = _told_tension(past.told) - WEARY_TENSION * USUALLY_WEARY
    gap = np.isnan(said)
    felt = np.where(gap, 0.0, past.felt)
    weight = past.fresh * felt
    off = weight @ (np.where(gap, 0.0, said) - felt) / (weight @ felt + TENSION_TRUST * _USUAL_TENSION**2)
    own = 1.0 + min(_MOST_OFF, max(-_MOST_OFF, float(off)))
    return np.asarray(own * threat(library.difficulty, felt_no, felt_cost), dtype=np.float64)


def threat(difficulty: Floats, felt_no: Floats, felt_cost: Floats) -> Floats:
    """SUDS of an ask (evidence 5.3): a little for its difficulty, more for the chance of a no times its cost."""
    return np.asarray(PLAIN_TENSION * difficulty + THREAT_TENSION * np.sqrt(felt_no * felt_cost), dtype=np.float64)
