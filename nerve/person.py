"""Who this person is, as far as the log shows: how they are received, whether they go, how tired they are."""

from typing import Final

import numpy as np

from nerve.arrays import Floats, share, within
from nerve.fitting import Tellings, together
from nerve.learning import sting_of
from nerve.parameters import (
    AROUND_SD,
    AVOIDANCE_SD,
    CALM,
    GOING,
    HARD_STING,
    HARSH_FROM,
    NEAR_DAYS,
    PLAIN_COST,
    PLAIN_COST_SD,
    REFUSED_LEAST,
    REFUSED_MORE,
    REFUSED_MOST,
    SHYING,
    SLIP,
    STING_FLOOR,
    STING_OFF,
    STING_REACH,
    STING_TRUST,
    TRAIT_DAYS,
    WEARY_GOING,
    WEARY_KEPT,
    WEARY_RATE,
    WEARY_TOLD,
    WELCOME_SD,
)
from nerve.replay import Observations

_USUAL_STRAIN: Final = 0.5  # share: of an ask whose tension was not told
_STEEPER: Final = 1.5  # power: hard moments tire out of proportion (evidence 5.3)
_MOST_WEARY: Final = 1.2
_MOST_STING_OFF: Final = 25.0  # points by which a person's stings may lie off everybody's
USUALLY_WEARY: Final = 0.35  # of somebody who practises on most days, where only the answers to offers are known
_HALF_A_DOT: Final = 0.125  # energy is told in four dots, rounded up

# Grids on which a single trait is believed in exactly (Gelman et al. 2013, section 3.7).
WELCOMES: Final = np.linspace(-2.2, 1.4, 19)
_USUAL: Final = np.exp(-0.5 * (WELCOMES / WELCOME_SD) ** 2) / (WELCOME_SD * np.sqrt(2.0 * np.pi))
_REFUSED: Final = (WELCOMES >= REFUSED_MOST) & (WELCOMES <= REFUSED_LEAST)
_WELCOMES_BEFORE: Final = np.log(
    (1.0 - REFUSED_MORE) * _USUAL + REFUSED_MORE * _REFUSED / (REFUSED_LEAST - REFUSED_MOST) + 1e-12
)
_AVOIDANCES: Final = np.exp(np.linspace(-0.8, 0.8, 7))
_AVOIDANCES_BEFORE: Final = -0.5 * (np.log(_AVOIDANCES) / AVOIDANCE_SD) ** 2
_SHIES: Final = SHYING / (100.0 - CALM) * _AVOIDANCES  # logits a point above calm
_GOES_CALM: Final = share(np.array(GOING - WEARY_GOING * USUALLY_WEARY))


def weariness(told: Observations, energy: float | None) -> float:
    """Tiredness, about 0 to 1: what each hard moment left, day by day, and the energy told today (0 to 100)."""
    strain = np.fmax(np.where(np.isnan(told.tension_before), _USUAL_STRAIN, told.tension_before), told.sting)
    nights = np.floor(told.ago)
    left = WEARY_RATE * strain**_STEEPER * WEARY_KEPT ** np.maximum(0.0, nights - 1.0)
    logged = float(left @ (told.asked & (nights > 0.0)))
    if energy is not None:
        logged += WEARY_TOLD * (max(0.0, 1.0 + _HALF_A_DOT - energy / 100.0) - logged)
    return min(_MOST_WEARY, logged)


def welcome_odds(rates: Floats, told: Observations) -> Floats:
    """How believable each of `WELCOMES` is, the logits by which this person hears yes more or less often than most."""
    expected = rates[told.card, None] + WELCOMES
    says = np.log(share(np.where(told.yes[:, None], expected, -expected)))
    return believable(_WELCOMES_BEFORE + ((told.yes | told.no) * np.exp(-told.ago / TRAIT_DAYS)) @ says)


def chance_of_yes(rates: Floats, told: Observations, welcomes: Floats) -> Floats:
    """The chance of a yes of each card for this person, with what this very card has answered so far."""
    usual = share(rates[:, None] + WELCOMES) @ welcomes
    heard = told.yes | told.no
    steep = usual * (1.0 - usual)
    surprise = np.bincount(told.card, heard * (told.yes - usual[told.card]), len(rates))
    known = np.bincount(told.card, heard, len(rates)) * steep
    own = AROUND_SD**2 * surprise / (1.0 + AROUND_SD**2 * known)
    return within(usual + own * steep, 0.0, 1.0)


def plain_cost(told: Observations, felt_cost: Floats) -> float:
    """How bad a no mostly turns out to be for this person, 0 to 1: as told, and as far as it stung."""
    stung = 2.0 * (told.sting - STING_FLOOR / 100.0) / (STING_REACH / 100.0) - felt_cost
    said = together(Tellings.of(told.feared_happened, SLIP**2), Tellings.of(stung, STING_OFF**2))
    plain = said.weight * (told.no & (said.value < HARSH_FROM))
    usual = 1.0 / PLAIN_COST_SD**2
    return (usual * PLAIN_COST + float(plain @ said.value)) / (usual + float(plain.sum()))


def sting_off(told: Observations, felt_cost: Floats, awful: float) -> float:
    """By how many points this person's noes sting more than is reckoned of anybody, below 0 less; harsh ones left out.

    Drawn towards 0 while few are known.
    """
    stung = 100.0 * told.sting
    plain = told.no & (stung < HARD_STING)
    fresh = np.exp(-told.ago[plain] / NEAR_DAYS)
    off = float(fresh @ (stung - sting_of(felt_cost, awful))[plain]) / (float(fresh.sum()) + STING_TRUST)
    return min(_MOST_STING_OFF, max(-_MOST_STING_OFF, off))


def avoidance(told: Observations, tension: Floats) -> Floats:
    """How believable each of `AVOIDANCES` is, given what was asked and what was too much at which tension (0 to 100).

    What was let go for another reason says nothing.
    """
    goes = will_ask(tension, USUALLY_WEARY)
    flees = np.maximum(1e-3, _GOES_CALM - goes)
    says = np.where(told.asked[:, None], goes, np.where(told.too_much[:, None], flees, 1.0))
    return believable(_AVOIDANCES_BEFORE + np.exp(-told.ago / TRAIT_DAYS) @ np.log(says))


def will_ask(tension: Floats, weary: float) -> Floats:
    """The chance that it is asked, one row for each tension (0 to 100), one column for each avoidance."""
    return share(GOING - WEARY_GOING * weary - np.maximum(0.0, tension - CALM)[:, None] * _SHIES)


def believable(logs: Floats) -> Floats:
    """Shares that sum to 1, from what can only be compared."""
    shares = np.exp(logs - logs.max())
    return np.asarray(shares / shares.sum(), dtype=np.float64)
