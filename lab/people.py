"""Simulated people: the parameters of evidence 5.3, drawn from their prior, in two halves."""

from dataclasses import dataclass, fields
from typing import Final, Literal, Self, get_args

import numpy as np

from lab.arrays import Bools, Floats, Ids, Indices, safe_logit, safe_share
from lab.chance import Stream, normal, uniform
from lab.deck import LAB_FACETS

Half = Literal["tuning", "report"]
HALVES: Final[tuple[Half, ...]] = get_args(Half)


@dataclass(frozen=True, slots=True)
class People:
    """One value a person in every field; ids differ between the halves. Evidence 5.3 holds the letters in brackets."""

    id: Ids
    anxiety: Floats  # trait, SD units (sa)
    scale: Floats  # of tension, about 1 (s)
    weights: Floats  # people x facets: what makes an ask hard (w)
    bias: Floats  # logits by which a yes in person is underestimated (b)
    welcome: Floats  # logits by which others say yes more or less to this person (m)
    cost: Floats  # awfulness of a no before any practice, 0 to 1 (C0)
    real_cost: Floats  # awfulness of a no as it turns out, 0 to 1 (c*)
    harsh: Floats  # share of noes that are harsh (p_h)
    safety_rate: Floats  # (aS)
    threat_rate: Floats  # (aT)
    chance_rate: Floats  # (aQ)
    discount_from: Floats  # error from which on a surprise teaches less (d0)
    discount_width: Floats  # (dw)
    chance_reach: Floats  # distance over which a chance is generalised (lamQ)
    safety_reach: Floats  # (lamI)
    threat_reach: Floats  # (lamA)
    elsewhere: Floats  # share of safety that holds in another place (g)
    lasting_most: Floats  # share of safety that lasts, at the most (cmax)
    lasting_massed: Floats  # and when asks are massed, of that (c0)
    spacing_days: Floats  # (tau_c)
    brief_days: Floats  # life of what does not last (tau_l)
    lasting_days: Floats  # life of what lasts (tau_s)
    habit_days: Floats  # (tau_h)
    habit_rate: Floats  # (eta)
    rumination: Floats  # 0 to 1 (rho)
    rumination_harm: Floats  # (x_r)
    tiredness_kept: Floats  # share of tiredness left the next day (lamF)
    tiredness_rate: Floats  # (phi)
    quitting: Floats  # logits of giving up on a calm day (h0)
    avoidance: Floats  # (av)

    def __len__(self) -> int:
        return len(self.id)

    def of(self, which: slice | Indices | Bools) -> Self:
        """Some of these people."""
        return type(self)(**{field.name: getattr(self, field.name)[which] for field in fields(self)})


def draw_people(seed: int, half: Half, start: int, stop: int) -> People:
    """The people numbered `start` to `stop` (left out) of one half; a number is the same person in every world."""
    ids = np.arange(start, stop, dtype=np.uint64) * np.uint64(len(HALVES)) + np.uint64(HALVES.index(half))
    prior = _Prior(seed, ids)
    anxiety = prior.normal(0.0, 1.0)
    unheard = prior.uniform(0.0, 1.0) < _UNWELCOME
    weights = np.exp(_WEIGHT_SPREAD * np.stack([prior.normal(0.0, 1.0) for _ in LAB_FACETS], axis=1)) * _IMPORTANCE
    return People(
        id=ids,
        anxiety=anxiety,
        scale=prior.positive(1.0, 0.8, 1.25),
        weights=weights * _IMPORTANCE.sum() / weights.sum(axis=1, keepdims=True),
        bias=np.maximum(0.0, 1.2 + 0.3 * anxiety + prior.normal(0.0, 0.5)),
        welcome=np.where(unheard, prior.uniform(UNWELCOME_TO, UNWELCOME_FROM), prior.normal(0.0, 0.4)),
        cost=np.clip(0.60 + 0.08 * anxiety + prior.normal(0.0, 0.10), 0.25, 0.98),
        real_cost=prior.positive(0.22, 0.08, 0.40),
        harsh=prior.uniform(0.03, 0.08),
        safety_rate=np.clip(0.26 * np.exp(-0.12 * anxiety + prior.normal(0.0, 0.4)), 0.05, 0.7),
        threat_rate=0.22 * np.exp(prior.normal(0.0, 0.4)),
        chance_rate=0.15 * np.exp(prior.normal(0.0, 0.4)),
        discount_from=np.full(len(ids), 0.60),
        discount_width=np.full(len(ids), 0.35),
        chance_reach=0.28 * np.exp(prior.normal(0.0, 0.25)),
        safety_reach=0.60 * np.exp(prior.normal(0.0, 0.25)),
        threat_reach=0.80 * np.exp(prior.normal(0.0, 0.25)),
        elsewhere=prior.between(0.55, 0.2, 0.9),
        lasting_most=np.full(len(ids), 0.85),
        lasting_massed=np.full(len(ids), 0.60),
        spacing_days=prior.positive(1.0, 0.3, 3.0),
        brief_days=prior.positive(30.0, 15.0, 40.0),
        lasting_days=prior.positive(250.0, 120.0, 400.0),
        habit_days=np.full(len(ids), 1.0),
        habit_rate=prior.positive(0.022, 0.02, 0.03),
        rumination=safe_share(-0.6 + 0.6 * anxiety + prior.normal(0.0, 0.7)),
        rumination_harm=prior.between(0.12, 0.0, 0.3),
        tiredness_kept=prior.between(0.82, 0.6, 0.95),
        tiredness_rate=prior.positive(0.22, 0.05, 0.40),
        quitting=safe_logit(prior.positive(0.008, 0.003, 0.03)),
        avoidance=prior.positive(1.0, 0.5, 2.0),
    )


_UNWELCOME: Final = 0.15  # share of people who are refused far more (evidence K7)
UNWELCOME_FROM, UNWELCOME_TO = -0.9, -1.5  # logits
# Of size, oddness, status, audience, disclosure; with facets around one half they make a mean difficulty of 0.46.
_IMPORTANCE: Final = np.array([0.28, 0.22, 0.14, 0.14, 0.14])
_WEIGHT_SPREAD: Final = 0.3  # log-SD of those weights over people
_RANGE: Final = 4.0  # SDs that a stated range is taken to span


class _Prior:
    """Draws for these people, one stream after the other."""

    def __init__(self, seed: int, ids: Ids) -> None:
        self.seed, self.ids, self.drawn = seed, ids, 0

    def normal(self, mean: float, sd: float) -> Floats:
        self.drawn += 1
        return mean + sd * normal(self.seed, Stream.PERSON, self.ids, self.drawn)

    def uniform(self, low: float, high: float) -> Floats:
        self.drawn += 1
        return low + (high - low) * uniform(self.seed, Stream.PERSON, self.ids, self.drawn)

    def positive(self, median: float, low: float, high: float) -> Floats:
        """A log-normal of this median, held within its range."""
        drawn = median * np.exp(self.normal(0.0, np.log(high / low) / _RANGE))
        return np.asarray(np.clip(drawn, low, high), dtype=np.float64)

    def between(self, median: float, low: float, high: float) -> Floats:
        """A normal of this median, held within its range."""
        return np.asarray(np.clip(self.normal(median, (high - low) / _RANGE), low, high), dtype=np.float64)
