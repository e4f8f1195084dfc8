"""What the coach is held to, and whether it holds, world by world."""

from dataclasses import dataclass

import numpy as np

from lab.arrays import Floats
from lab.days import LabResult
from lab.measures import (
    BootstrapInterval,
    ahead,
    best_simple,
    bootstrap,
    bootstrap_mean,
    effect,
    mean,
    more_harm,
    worst_tenth,
)
from lab.protocol import COST_OF_GAPS, OF_ORACLE_ANYWHERE, OF_ORACLE_IN_BASE, Results


@dataclass(frozen=True, slots=True)
class Verdict:
    """The coach in one setting: against the best simple policy, the oracle and the list."""

    setting: str
    effect: float
    rival: str
    ahead: BootstrapInterval
    of_oracle: BootstrapInterval
    of_oracle_wanted: float
    blind: float
    harm: float
    harm_of_list: float
    more_harm: BootstrapInterval
    worst: float
    worst_of_list: float

    @property
    def may_be_on(self) -> bool:
        """Ahead for sure, not for sure more harmful than the list, and the worst off no worse off than under it."""
        return self.ahead.low > 0 and self.more_harm.low <= 0 and self.worst >= self.worst_of_list

    @property
    def kept(self) -> bool:
        """All of that, and close enough to the oracle."""
        return self.may_be_on and self.of_oracle.value >= self.of_oracle_wanted


def verdict(setting: str, results: dict[str, LabResult], seed: int) -> Verdict:
    coach, listed, rival = results["coach"], results["list"], best_simple(results)
    return Verdict(
        setting=setting,
        effect=effect(coach),
        rival=rival,
        ahead=ahead(coach, results[rival], seed),
        of_oracle=_share_of(coach, results["oracle"], seed),
        of_oracle_wanted=OF_ORACLE_IN_BASE if setting == "base" else OF_ORACLE_ANYWHERE,
        blind=effect(results["blind"]) / effect(results["oracle"]),
        harm=mean(coach.harm_days),
        harm_of_list=mean(listed.harm_days),
        more_harm=more_harm(coach, listed, seed),
        worst=worst_tenth(coach),
        worst_of_list=worst_tenth(listed),
    )


def _share_of(result: LabResult, oracle: LabResult, seed: int) -> BootstrapInterval:
    """The part of the oracle's effect that is reached, the same people resampled in both."""

    def part(rows: Floats) -> Floats:
        return np.asarray(rows[..., 0].mean(axis=-1) / rows[..., 1].mean(axis=-1), dtype=np.float64)

    return bootstrap(np.stack([result.gain, oracle.gain], axis=1), part, seed)


def more_harm_together(results: Results, seed: int) -> BootstrapInterval:
    """How many more days of harm than under the list, over all settings: the same people are in each."""
    apart = [cell["coach"].harm_days - cell["list"].harm_days for cell in results.values()]
    return bootstrap_mean(np.stack(apart, axis=1), seed)


def cost_of_gaps(results: Results, seed: int) -> tuple[BootstrapInterval, bool]:
    """How much of d the gaps of the sparse world cost the coach, and whether that is little enough."""
    cost = ahead(results["base"]["coach"], results["sparse"]["coach"], seed)
    return cost, cost.value <= COST_OF_GAPS
