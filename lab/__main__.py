"""`python -m lab`: try a policy in a minute, or run the whole protocol and write its report."""

import os
from collections.abc import Callable, Collection, Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.progress import Progress, TimeElapsedColumn

from lab.cells import Cell
from lab.coached import choice_function
from lab.learners.families import FAMILIES, USUAL_FAMILY
from lab.page import Report, write
from lab.people import Half
from lab.policies import POLICIES, SIMPLE
from lab.protocol import PEOPLE, cells, crowd, run_protocol
from lab.table import results_table
from lab.trial import SEED
from lab.worlds import WORLDS

_CELLS: Final = Path("build/lab")
# As a person has it who said nothing, and under each of the three.
_MONTHS: Final = {
    "": "as it begins",
    "mostly_yeses": "mostly yeses",
    "some_of_both": "some of both",
    "looking_for_a_no": "looking for a no",
}
_WIDE: Final = 128  # characters: a table that is broken over lines cannot be read

app = typer.Typer(
    name="lab", help="Simulated people, to try policies on before people meet them.", add_completion=False
)
_console = Console(width=max(_WIDE, Console().width))


_Folder = Annotated[Path, typer.Option(help="Where cells are kept; a run that is broken off goes on from there.")]
_Seed = Annotated[int, typer.Option(min=0, help="Another seed is another crowd and other decks.")]


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
    learner: Annotated[str, typer.Option(help=f"One of: {', '.join(FAMILIES)}.")] = USUAL_FAMILY,
    folder: _Folder = _CELLS,
    seed: _Seed = SEED,
) -> None:
    """A policy beside the simple ones and the one-step oracle, in a table; those are run once and kept."""
    if half != "tuning":
        raise SystemExit(f"The {half} half is opened by `lab report` only; try things on the tuning half.")
    for world in _asked_for(worlds, WORLDS, "world"):
        names = dict.fromkeys((*SIMPLE, "window", "median", "oracle", *_asked_for(policy, POLICIES, "policy")))
        (family,) = _asked_for(learner, FAMILIES, "learner")
        todo = [Cell(name, world, people, seed, "tuning", family, _known(coach, name)) for name in names]
        with Progress(console=_console, transient=True, auto_refresh=False) as bar:
            (results,) = run_protocol(todo, folder, _shown(bar, todo)).values()
        _console.print(results_table(results, todo[0]))


@app.command()
def report(
    *,
    people: Annotated[int, typer.Option(min=20, help="How many in each cell.")] = PEOPLE,
    folder: _Folder = _CELLS,
    out: Annotated[Path, typer.Option(help="Where the page and its pictures go.")] = Path("docs/lab"),
    rehearse: Annotated[bool, typer.Option("--rehearse", help="On the tuning half, into the folder of cells.")] = False,
    coach: Annotated[str | None, typer.Option(help="module:function; only in a rehearsal.")] = None,
    seed: _Seed = SEED,
) -> None:
    """Every policy in every world, on the half that nothing was tuned on; writes the page."""
    if coach is not None and not rehearse:
        raise SystemExit("The report is about nerve.choice:choose; another coach can be tried with --rehearse.")
    half: Half = "tuning" if rehearse else "report"
    todo, many = (of(people, seed, half, _known(coach, "coach")) for of in (cells, crowd))
    with Progress(*Progress.get_default_columns(), TimeElapsedColumn(), console=_console, auto_refresh=False) as bar:
        move = _shown(bar, [*todo, *many])
        results, of_many = run_protocol(todo, folder, move), run_protocol(many, folder, move)
    page = write(Report(results, todo, of_many["base"], many), folder / "rehearsal" if rehearse else out)
    _console.print(f"The page is {page}. All of it is in simulation.")


@app.command()
def month(
    *,
    people: Annotated[int, typer.Option(min=10, help="How many follow Today, under each appetite.")] = 300,
    seed: _Seed = SEED,
) -> None:
    """A month of following Today with the cards that ship, chosen by the code that the pages run."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unflinch.settings")
    import_module("django").setup()
    shipped, page = import_module("lab.shipped"), import_module("lab.shipped_page")
    played = {word: shipped.months(people, appetite=name, seed=seed) for name, word in _MONTHS.items()}
    played["the list"] = shipped.months(people, listed=True, seed=seed)
    _console.print(page.shipped_table(played, people))


def _asked_for(names: str, there: Collection[str], what: str) -> list[str]:
    """These names, or all. Ends with one sentence where there is no such thing."""
    wanted = list(there) if names == "all" else names.split(",")
    for name in wanted:
        if name not in there:
            raise SystemExit(f"{name!r} is no {what}. There are: {', '.join(there)}.")
    return wanted


def _known(coach: str | None, policy: str) -> str | None:
    """The coach that this policy calls. Ends with one sentence where there is no such function."""
    if coach is None or policy != "coach":
        return None
    try:
        choice_function(coach)
    except ValueError as error:
        raise SystemExit(str(error)) from error
    return coach


def _shown(bar: Progress, todo: Sequence[Cell]) -> Callable[[Cell, int], None]:
    """Moves the bar on and names the cell that is at work. Without a thread of its own: processes are forked here."""
    task = bar.add_task("", total=sum(cell.people for cell in todo))

    def move(cell: Cell, done: int) -> None:
        bar.update(task, advance=done, description=f"{cell.setting} {cell.policy}", refresh=True)

    return move


if __name__ == "__main__":
    app()
