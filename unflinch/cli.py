"""The command line. It finds the data, sets Django up and hands over to the apps."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated, Any, Final

import django
import platformdirs
import typer
from django.core.management import CommandError, call_command
from django.db import DatabaseError, OperationalError

from unflinch.accounts.instance import NotReady, secret_file
from unflinch.accounts.ownership import own_files_only

Data = Annotated[
    Path | None, typer.Option("--data", envvar="UNFLINCH_DATA", help="Where your data lives.", file_okay=False)
]
Port = Annotated[int, typer.Option(min=1, max=65535, help="The port on 127.0.0.1.")]
Browser = Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")]
Json = Annotated[bool, typer.Option("--json", help="For programs instead of people.")]
Lines = Annotated[Path, typer.Argument(help="A text file, one sentence or idea a line.")]

# What reading or writing damaged files, or a full disk, raises somewhere deep.
UNREADABLE: Final = (DatabaseError, OSError, LookupError, ValueError, TypeError)
# A check-up changes nothing, least of all what it's asked to look at.
LOOKS_ONLY: Final = ("doctor",)
PASSED_ON: Final = {"allow_extra_args": True, "ignore_unknown_options": True}

app = typer.Typer(
    name="unflinch",
    help="Practise asking. A private companion that stays on this machine.",
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def start(context: typer.Context, data: Data = None) -> None:
    """Find the data and set everything up; without a command, run."""
    folder = (data or platformdirs.user_data_path("unflinch")).expanduser().resolve()
    own_files_only()
    try:
        os.environ["UNFLINCH_SECRET_FILE"] = str(secret_file(folder))
    except NotReady as error:
        raise SystemExit(str(error)) from error
    os.environ["UNFLINCH_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "unflinch.settings"
    django.setup()
    if context.invoked_subcommand is None:
        run()


@app.command()
def run(port: Port = 8000, browser: Browser = True) -> None:
    """Start Unflinch for yourself, on this machine only."""
    hand_over("run", port=port, browser=browser)


@app.command(name="import")
def import_(
    file: Annotated[Path | None, typer.Argument(help="A CSV diary, or an own export.")] = None,
    *,
    weeks: Annotated[Path | None, typer.Option(help="A CSV file with each week's title and takeaway.")] = None,
    map_: Annotated[list[str] | None, typer.Option("--map", help="column=field, for a column of another name.")] = None,
    header_line: Annotated[
        int | None, typer.Option(min=0, help="The line with the headings, as an editor counts; 0 for none.")
    ] = None,
    date_order: Annotated[str | None, typer.Option(help="day or month: which comes first in 03/04/2026.")] = None,
    word: Annotated[list[str] | None, typer.Option(help="column:word=outcome, for a word of your own.")] = None,
    scale: Annotated[list[str] | None, typer.Option(help="column=10, where its ratings end at 10.")] = None,
    fill_down: Annotated[
        list[str] | None, typer.Option(help="A column whose empty cells belong to the filled one above.")
    ] = None,
    no_fill_down: Annotated[bool, typer.Option("--no-fill-down", help="Empty cells are empty.")] = False,
    newest_first: Annotated[
        bool | None, typer.Option("--newest-first/--oldest-first", help="Which way the file runs.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and change nothing.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take the import of this file back, or the last one.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Take it back without asking first.")] = False,
) -> None:
    """Bring a diary in. Twice is once, and nothing of a row is lost."""
    told = {"map": map_ or [], "header_line": header_line, "date_order": date_order, "word": word or []}
    told |= {"scale": scale or [], "fill_down": fill_down, "no_fill_down": no_fill_down, "newest_first": newest_first}
    hand_over("import_diary", file=file, weeks=weeks, dry_run=dry_run, undo=undo, yes=yes, **told)


@app.command()
def export(file: Annotated[Path, typer.Argument(help="The zip file to write.")]) -> None:
    """Everything you hold here, in the documented format. The file is readable by whoever has it."""
    hand_over("export_all", file=file)


@app.command()
def erase(yes: Annotated[bool, typer.Option("--yes", help="I mean it.")] = False) -> None:
    """Everything gone, keys first."""
    hand_over("erase", yes=yes or typer.confirm("All of it, for ever?", default=False))


@app.command()
def summary(json: Json = False) -> None:
    """What changed, in numbers."""
    hand_over("summary", json=json)


@app.command(name="next")
def next_(json: Json = False) -> None:
    """What the coach would offer today, and why."""
    hand_over("next", json=json)


@app.command()
def find(
    words: Annotated[list[str], typer.Argument(help="What you’d like to ask, in your own words.")],
    json: Json = False,
) -> None:
    """Challenges close to what you mean."""
    hand_over("find", *words, json=json)


@app.command()
def demo(remove: Annotated[bool, typer.Option("--remove", help="Take the made-up practice away.")] = False) -> None:
    """A made-up half-year of practice, to look around."""
    hand_over("demo", remove=remove)


@app.command()
def doctor(dev: Annotated[bool, typer.Option("--dev", help="Also what the tests need.")] = False) -> None:
    """Check the set-up and say what to do."""
    hand_over("doctor", dev=dev)


@app.command()
def words(file: Lines) -> None:
    """How each line of a file reads: a crisis, plain or possible, and words that shame oneself."""
    hand_over("words", str(file))


@app.command()
def respect(file: Lines) -> None:
    """What would be asked about each line of a file, an idea for a challenge."""
    hand_over("respect", str(file))


@app.command(context_settings=PASSED_ON, add_help_option=False)
def lab(context: typer.Context) -> None:
    """The simulations, a program of its own: `lab try`, `lab report`, `lab --help`."""
    # What is passed on comes from the person at this terminal, and goes to no shell.
    raise SystemExit(subprocess.run([sys.executable, "-m", "lab", *context.args], check=False).returncode)  # noqa: S603


def hand_over(command: str, *arguments: str, **options: Any) -> None:
    """Make the data ready and call the app's own command; a problem is one plain sentence, never a trace."""
    try:
        if command not in LOOKS_ONLY:
            call_command("make_ready")
            call_command("finish")
        call_command(command, *arguments, **options)
    except CommandError as error:
        raise SystemExit(str(error)) from error
    except UNREADABLE as error:
        explain(error)
        raise


def explain(error: Exception) -> None:
    """Leave with the sentence for this error where it's the files or the disk; come back where the fault is ours."""
    try:
        call_command("what_is_wrong")
    except (CommandError, DatabaseError, OSError) as advice:
        raise SystemExit(str(advice)) from advice
    if isinstance(error, OSError | OperationalError):
        folder = os.environ["UNFLINCH_DATA"]
        raise SystemExit(f"{folder} can't be read or written: {error}. Is the disk full?") from error


def main() -> None:
    """The door named `unflinch`."""
    app(windows_expand_args=False)


if __name__ == "__main__":
    main()
