"""What one choice works out and the next may go on with. Either coach is asked with it; the list needs none."""

from dataclasses import dataclass, field
from typing import TypeAlias

from nerve.arrays import Floats
from nerve.belief import Belief
from nerve.limits import Expected
from nerve.replay import Observations

BeliefAtEnergy: TypeAlias = tuple[Belief, Expected, Floats]


@dataclass(slots=True)
class Beliefs:
    """What a choice works out whatever rests: the asks as arrays, and what is expected with so much in the tank."""

    told: Observations | None = None
    by_energy: dict[float | None, BeliefAtEnergy] = field(default_factory=dict)
