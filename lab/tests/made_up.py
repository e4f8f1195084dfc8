"""Results out of thin air, to see what is said of them."""

import numpy as np

from lab.days import LabResult
from lab.policies import POLICIES
from lab.worlds import WORLDS

PEOPLE = 200
GAINS = {"none": 0.0, "random": 4.0, "middle": 4.5, "list": 5.0, "gut": 4.8, "window": 4.0}
GAINS |= {"coach": 7.5, "median": 6.0, "oracle": 8.5, "bounded": 8.2, "blind": 8.0}
GAINS |= {"coach-yeses": 7.0, "coach-noes": 6.0, "coach-open": 7.6}
SETTINGS = (*WORLDS, "base/kalman")


def result(gain: float, harm: float = 0.1) -> LabResult:
    """People who gain about so much, each a bit more or less than the others, the same in every result."""
    rng = np.random.default_rng(5)
    before = rng.normal(62, 9, PEOPLE)
    each = np.abs(rng.normal(1, 0.3, PEOPLE))
    counts = {name: np.full(PEOPLE, 10.0) for name in ("asks", "noes", "ducked", "rests")}
    shares = {name: np.full(PEOPLE, 0.4) for name in ("willing", "misjudged", "stayed")}
    return LabResult(before=before, after=before - gain * each, harm_days=np.full(PEOPLE, harm), **shares, **counts)


def results(**gains: float) -> dict[str, dict[str, LabResult]]:
    """Every policy in every setting, these gaining otherwise."""
    cell = {policy: result((GAINS | gains)[policy]) for policy in POLICIES if policy != "rollout"}
    found = {setting: dict(cell) for setting in SETTINGS}
    found["base"]["rollout"] = result(12.0).of(50)
    return found
