"""`python -m lab`: try a policy in a minute, or run the whole protocol and write its report."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, TaskID, TimeElapsedColumn

from lab.cells import Cell
from lab.page import Report, write
from lab.people import HALVES
from lab.policies import POLICIES, SIMPLE
from lab.protocol import PEOPLE, cells, run_protocol
from lab.table import table
from lab.trial import SEED, run
from lab.worlds import WORLDS

WIDE = 128  # characters: a table that is broken over lines cannot be read

app = typer.Typer(
    name="lab", help="Simulated people, to try policies on before people meet them.", add_completion=False
)
console = Console(width=max(WIDE, Console().width))


@app.callback()
def start() -> None:
    """Simulated people, to try policies on before people meet them. All it says is so in simulation."""


@app.command(name="try")
def try_(
    *,
    policy: Annotated[str, typer.Option(help=f"One of: {', '.join(POLICIES)}.")] = "coach",
    worlds: Annotated[str, typer.Option(help="Names with commas between, or all.")] = "base",
    people: Annotated[int, typer.Option(min=20, help="How many in each world.")] = 200,
    half: Annotated[str, typer.Option(help="Which half of the people; the report's is left to the report.")] = "tuning",
    coach: Annotated[str | None, typer.Option(help="module:function, called instead of nerve.choice:choose.")] = None,
    seed: Annotated[int, typer.Option(help="Another seed is another crowd and another deck.")] = SEED,
) -> None:
    """A policy beside the simple ones and the one-step oracle, in a table."""
    if half != HALVES[0]:
        raise SystemExit(f"The {half} half is opened by `lab report` only; try things on the {HALVES[0]} half.")
    for world in chosen(worlds):
        results = {}
        names = dict.fromkeys((*SIMPLE, "window", "oracle", policy))
        with Progress(console=console, transient=True) as bar:
            task = bar.add_task(world, total=people * len(names))
            for name in names:
                results[name] = run(name, world, people, seed, coach=coach, progress=partial(bar.advance, task))
        console.print(table(results, world, seed))


@app.command()
def report(
    *,
    people: Annotated[int, typer.Option(min=20, help="How many in each cell.")] = PEOPLE,
    folder: Annotated[Path, typer.Option(help="Where cells are kept; a run that is broken off goes on from there.")] = (
        Path("build/lab")
    ),
    out: Annotated[Path, typer.Option(help="Where the page and its pictures go.")] = Path("docs/lab"),
    rehearse: Annotated[bool, typer.Option("--rehearse", help="On the tuning half, into the folder of cells.")] = False,
    coach: Annotated[str | None, typer.Option(help="module:function; only in a rehearsal.")] = None,
    seed: Annotated[int, typer.Option(help="Another seed is another crowd and another deck.")] = SEED,
) -> None:
    """Every policy in every world, on the half that nothing was tuned on; writes the page."""
    if coach is not None and not rehearse:
        raise SystemExit("The report is about nerve.choice:choose; another coach can be tried with --rehearse.")
    todo = cells(people, seed, "tuning" if rehearse else "report", coach)
    with Progress(*Progress.get_default_columns(), TimeElapsedColumn(), console=console) as bar:
        task = bar.add_task("", total=sum(cell.people for cell in todo))
        results = run_protocol(todo, folder, shown(bar, task))
    page = write(Report(results, todo), folder / "rehearsal" if rehearse else out)
    console.print(f"The page is {page}. All of it is in simulation.")


def shown(bar: Progress, task: TaskID) -> Callable[[Cell, int], None]:
    """Moves the bar on and names the cell that is at work."""

    def move(cell: Cell, done: int) -> None:
        bar.update(task, advance=done, description=f"{cell.setting} {cell.policy}")

    return move


def chosen(worlds: str) -> list[str]:
    """The worlds of these names. Ends with one sentence where there is no such world."""
    names = list(WORLDS) if worlds == "all" else worlds.split(",")
    for name in names:
        if name not in WORLDS:
            raise SystemExit(f"{name!r} is no world. There are: {', '.join(WORLDS)}.")
    return names


if __name__ == "__main__":
    app()
