"""A world's results as a table in the terminal."""

from collections.abc import Mapping

from rich.table import Table

from lab.cells import Cell
from lab.days import LabResult
from lab.measures import ahead, best_simple, effect, mean, worst_tenth
from lab.worlds import WORLDS

_COLUMNS = (
    "d",
    "ahead of best",
    "oracle",
    "asks",
    "ducked",
    "rests",
    "still in",
    "noes",
    "harm days",
    "worst",
)


def results_table(results: Mapping[str, LabResult], cell: Cell) -> Table:
    """One row a policy; `ahead` is in d with its paired 95 % interval, `worst` the points gained by the worst tenth."""
    best = best_simple(results)
    about = WORLDS[cell.world].about
    title = f"{cell.setting}: {about} ({cell.people} people; in simulation). Best simple policy: {best}"
    drawn = Table(title=title, title_justify="left")
    drawn.add_column("policy")
    for column in _COLUMNS:
        drawn.add_column(column, justify="right")
    for name, result in results.items():
        drawn.add_row(name, *_row(result, results[best], results["oracle"], cell.seed))
    return drawn


def _row(result: LabResult, best: LabResult, oracle: LabResult, seed: int) -> list[str]:
    apart = ahead(result, best, seed)
    return [
        f"{effect(result):.2f}",
        f"{apart.value:+.2f} [{apart.low:+.2f}, {apart.high:+.2f}]",
        f"{effect(result) / effect(oracle):.2f}",
        f"{mean(result.asks):.1f}",
        f"{mean(result.ducked):.1f}",
        f"{mean(result.rests):.1f}",
        f"{mean(result.stayed):.2f}",
        f"{result.noes.sum() / max(1.0, result.asks.sum()):.2f}",
        f"{mean(result.harm_days):.2f}",
        f"{worst_tenth(result):+.1f}",
    ]
