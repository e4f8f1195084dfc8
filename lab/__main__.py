"""`python -m lab`: try a policy in a minute, or run the whole protocol and write its report."""

import os
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Collection, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

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
# Fewer people than this tell nothing.
_FEWEST: Final = {"try": 20, "report": 20, "month": 10}
_WIDE: Final = 128  # characters: a table that is broken over lines cannot be read

_console = Console(width=max(_WIDE, Console().width))


def try_(
    *, policy: str, worlds: str, people: int, half: str, coach: str | None, learner: str, folder: Path, seed: int
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


def report(*, people: int, folder: Path, out: Path, rehearse: bool, coach: str | None, seed: int) -> None:
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


def month(*, people: int, seed: int) -> None:
    """A month of following Today with the cards that ship, chosen by the code that the pages run."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unflinch.settings")
    import_module("django").setup()
    shipped, page = import_module("lab.shipped"), import_module("lab.shipped_page")
    played = {word: shipped.months(people, appetite=name, seed=seed) for name, word in _MONTHS.items()}
    played["the list"] = shipped.months(people, listed=True, seed=seed)
    _console.print(page.shipped_table(played, people))


def main(arguments: Sequence[str] | None = None) -> None:
    """Do what was typed; None is the command line. Ends with one sentence where it can't be done."""
    options = vars(_parser().parse_args(arguments))
    options.pop("do")(**options)


def _parser() -> ArgumentParser:
    """What the three commands take. `do` is the command's function, and takes the rest by name."""
    parser = ArgumentParser(
        "lab",
        description="Simulated people, to try policies on before people meet them. All it says is so in simulation.",
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, do: Callable[..., None], people: int, of_whom: str) -> ArgumentParser:
        command = commands.add_parser(name, help=do.__doc__, description=do.__doc__, allow_abbrev=False)
        command.set_defaults(do=do)
        command.add_argument("--people", type=_whole_from(_FEWEST[name]), default=people, help=of_whom)
        command.add_argument("--seed", type=_whole_from(0), default=SEED, help="Another seed is another crowd.")
        return command

    trying = add("try", try_, 200, "How many in each world.")
    trying.add_argument("--policy", default="coach", help=f"One of: {', '.join(POLICIES)}.")
    trying.add_argument("--worlds", default="base", help="Names with commas between, or all.")
    trying.add_argument(
        "--half", default="tuning", help="Which half of the people; the report's is left to the report."
    )
    trying.add_argument("--coach", help="module:function, called instead of nerve.choice:choose.")
    trying.add_argument("--learner", default=USUAL_FAMILY, help=f"One of: {', '.join(FAMILIES)}.")
    reporting = add("report", report, PEOPLE, "How many in each cell.")
    reporting.add_argument("--out", type=Path, default=Path("docs/lab"), help="Where the page and its pictures go.")
    reporting.add_argument("--rehearse", action="store_true", help="On the tuning half, into the folder of cells.")
    reporting.add_argument("--coach", help="module:function; only in a rehearsal.")
    for command in (trying, reporting):
        command.add_argument(
            "--folder", type=Path, default=_CELLS, help="Where cells are kept; a broken-off run goes on from there."
        )
    add("month", month, 300, "How many follow Today, under each appetite.")
    return parser


def _whole_from(least: int) -> Callable[[str], int]:
    """Reads a whole number of at least `least`."""

    def whole(typed: str) -> int:
        if not (typed.isdecimal() and int(typed) >= least):
            raise ArgumentTypeError(f"{typed!r} is no whole number from {least} on")
        return int(typed)

    return whole


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
    main()
