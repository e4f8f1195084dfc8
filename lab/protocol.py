"""The protocol of evidence 5.5: which cells are run, and in which order. Thresholds were set before any was."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

from lab.cells import Cell
from lab.days import LabResult
from lab.learners.families import FAMILIES, USUAL_FAMILY
from lab.people import Half
from lab.policies import POLICIES
from lab.worlds import WORLDS

PEOPLE: Final = 1000
_CROWD: Final = 4  # times as many, to look at groups of them
_ROLLOUT_PEOPLE: Final = 100  # the rollout lives nine futures a day for each

# What the coach is held to; issue and evidence named these before the first run on the half of the report.
OF_ORACLE_IN_BASE: Final = 0.85
OF_ORACLE_ANYWHERE: Final = 0.70
COST_OF_GAPS: Final = 0.10  # d that thirty per cent of empty fields may cost

Results: TypeAlias = dict[str, dict[str, LabResult]]  # by setting, then by policy
_Step = Callable[[Cell, int], None]  # a cell is at work, and so many people more are done


def cells(people: int, seed: int, half: Half, coach: str | None) -> list[Cell]:
    """Every policy in every world; in base with every family; the rollout in base, with its fewer people."""
    policies = [policy for policy in POLICIES if policy != "rollout"]
    settings = [(world, USUAL_FAMILY) for world in WORLDS]
    settings += [("base", family) for family in FAMILIES if family != USUAL_FAMILY]
    found = [
        Cell(policy, world, people, seed, half, family, coach if policy == "coach" else None)
        for world, family in settings
        for policy in policies
    ]
    return [*found, Cell("rollout", "base", min(people, _ROLLOUT_PEOPLE), seed, half)]


def crowd(people: int, seed: int, half: Half, coach: str | None) -> list[Cell]:
    """Coach and list with many more people in base: harm is rare, and a group of a few tells nothing of it."""
    return [Cell(policy, "base", _CROWD * people, seed, half, coach=coach if policy == "coach" else None)
            for policy in ("coach", "list")]  # fmt: skip


def run_protocol(todo: list[Cell], folder: Path, step: _Step) -> Results:
    """All cells, those that are stored read back; `step` hears of each cell and of the people who are done."""
    results: Results = {}
    for cell, file in [(cell, cell.file(folder)) for cell in todo]:
        step(cell, 0)
        results.setdefault(cell.setting, {})[cell.policy] = cell.result(file, partial(step, cell))
    return results
