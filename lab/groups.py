"""Groups of people who might pay for the mean: what the coach and the list do to each, in the base world."""

from dataclasses import dataclass

import numpy as np

from lab.arrays import Bools, Floats
from lab.cells import Cell
from lab.days import LabResult
from lab.measures import BootstrapInterval, mean, more_harm, spread
from lab.people import UNWELCOME_FROM, People, draw_people


@dataclass(frozen=True, slots=True)
class Subgroup:
    """Effects are in SDs of everybody; harm in days, `more_harm` what the coach adds to the list's."""

    name: str
    people: int
    effect: float
    effect_of_list: float
    harm: float
    harm_of_list: float
    more_harm: BootstrapInterval

    @property
    def kept(self) -> bool:
        """Evidence 5.5, the gate: no group that, for sure, has more harm or gains less than under the list."""
        return self.more_harm.low <= 0 and self.effect >= self.effect_of_list


def groups(cell: Cell, coach: LabResult, listed: LabResult) -> list[Subgroup]:
    """Each group of the people of this cell, which is one of the base world."""
    people = draw_people(cell.seed, cell.half, 0, cell.people)
    sd = spread(coach)
    return [
        Subgroup(
            name=name,
            people=int(members.sum()),
            effect=mean(coach.gain[members]) / sd,
            effect_of_list=mean(listed.gain[members]) / sd,
            harm=mean(coach.harm_days[members]),
            harm_of_list=mean(listed.harm_days[members]),
            more_harm=more_harm(coach.among(members), listed.among(members), cell.seed),
        )
        for name, members in members_of(people).items()
    ]


def members_of(people: People) -> dict[str, Bools]:
    return {
        "refused far more than most": people.welcome <= UNWELCOME_FROM,
        "the most anxious fifth": _top_fifth(people.anxiety),
        "the fifth who ruminate most": _top_fifth(people.rumination),
        "the fifth who learn safety most slowly": _top_fifth(-people.safety_rate),
        "the fifth closest to giving up": _top_fifth(people.quitting),
        "the fifth who tire most": _top_fifth(people.tiredness_rate),
    }


def _top_fifth(values: Floats) -> Bools:
    return np.asarray(values >= np.quantile(values, 0.8), dtype=np.bool_)
