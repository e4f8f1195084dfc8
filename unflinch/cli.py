"""The command line. It finds the data, sets Django up and hands over to the apps."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Final, NamedTuple

import django
import platformdirs
import typer
from django.core.exceptions import ImproperlyConfigured
from django.core.management import BaseCommand, CommandError, call_command, load_command_class
from django.core.management.base import CommandParser
from django.db import DatabaseError, OperationalError

from unflinch.accounts.instance import NotReady, secret_file
from unflinch.accounts.ownership import own_files_only
from unflinch.backups.staged import RestoreUnderWay, finish_at_a_start
from unflinch.env import read_settings_file

Data = Annotated[
    Path | None, typer.Option("--data", envvar="UNFLINCH_DATA", help="Where your data lives.", file_okay=False)
]
Config = Annotated[
    Path | None,
    typer.Option("--config", envvar="UNFLINCH_CONFIG", help="A settings file, for `unflinch serve`.", dir_okay=False),
]
# What reading or writing damaged files, or a full disk, raises somewhere deep.
UNREADABLE: Final = (DatabaseError, OSError, LookupError, ValueError, TypeError)
# A check-up changes nothing, least of all what it's asked to look at; and what is restored may be what can't be opened.
AS_IT_IS: Final = ("doctor", "restore")
# What runs on and on.
SERVERS: Final = ("run", "serve")
PASSED_ON: Final = {"allow_extra_args": True, "ignore_unknown_options": True}
DJANGOS_OWN: Final = {
    *("--version", "--verbosity", "--settings", "--pythonpath"),
    *("--traceback", "--no-color", "--force-color"),
}


class Door(NamedTuple):
    """A command that people type: the app and the management command behind it, which declares its options."""

    app: str
    command: str
    help: str


# In the order of the help. What each takes is declared in the app's `management/commands/`, and nowhere else.
DOORS: Final = {
    "run": Door("accounts", "run", "Start Unflinch for yourself, on this machine only."),
    "serve": Door("accounts", "serve", "Serve it to your own paired devices, behind https or in your home network."),
    "phone": Door("devices", "phone", "Pair a phone, see which devices are in, or sign one out."),
    "unlock": Door("lock", "unlock", "Take the app lock off, where the passphrase is forgotten."),
    "import": Door("takeout", "import_diary", "Bring a diary in. Twice is once, and nothing of a row is lost."),
    "export": Door(
        "takeout",
        "export_all",
        "Everything you hold here, in the documented format. The file is readable by whoever has it.",
    ),
    "backup": Door("backups", "backup", "Everything in one encrypted file, while Unflinch runs or not."),
    "restore": Door("backups", "restore", "Put a backup in place of what is here; what was here is set aside."),
    "erase": Door("takeout", "erase", "Everything gone, keys first."),
    "nudge": Door("nudges", "nudge", "Send the nudge that is due now, for cron; a server does it by itself."),
    "summary": Door("insights", "summary", "What changed, in numbers."),
    "next": Door("coach", "next", "What the coach would offer today, and why."),
    "find": Door("challenges", "find", "Challenges close to what you mean."),
    "demo": Door("takeout", "demo", "A made-up half-year of practice, to look around."),
    "doctor": Door("accounts", "doctor", "Check the set-up and say what to do."),
    "words": Door(
        "care", "words", "How each line of a file reads: a crisis, plain or possible, and words that shame oneself."
    ),
    "respect": Door("care", "respect", "What would be asked about each line of a file, an idea for a challenge."),
}

app = typer.Typer(
    name="unflinch",
    help="Practise asking. A private companion that stays on this machine.",
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def start(context: typer.Context, data: Data = None, config: Config = None) -> None:
    """Find the data and set everything up; without a command, run."""
    folder = (data or platformdirs.user_data_path("unflinch")).expanduser().resolve()
    own_files_only()
    try:
        finish_at_a_start(folder)
        os.environ["UNFLINCH_SECRET_FILE"] = str(secret_file(folder))
    except RestoreUnderWay as sentence:
        raise SystemExit(str(sentence)) from sentence
    except NotReady as error:
        if context.invoked_subcommand != "restore":
            raise SystemExit(str(error)) from error
    os.environ["UNFLINCH_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "unflinch.settings"
    try:
        if config is not None:
            read_settings_file(config.expanduser())
        django.setup()
    except ImproperlyConfigured as error:
        raise SystemExit(str(error)) from error
    if context.invoked_subcommand is None:
        hand_over("run")


def _door_of(name: str) -> Callable[[typer.Context], None]:
    """What the command line does for a command: hand over what was typed, as it was typed."""

    def door(context: typer.Context) -> None:
        hand_over(name, context.args)

    return door


for _name, _door in DOORS.items():
    app.command(_name, help=_door.help, context_settings=PASSED_ON, add_help_option=False)(_door_of(_name))


@app.command(context_settings=PASSED_ON, add_help_option=False)
def lab(context: typer.Context) -> None:
    """The simulations, a program of its own: `lab try`, `lab report`, `lab --help`."""
    # What is passed on comes from the person at this terminal, and goes to no shell.
    raise SystemExit(subprocess.run([sys.executable, "-m", "lab", *context.args], check=False).returncode)  # noqa: S603


def hand_over(name: str, arguments: Sequence[str] = ()) -> None:
    """Read what was typed as the app's own command reads it, make the data ready and call that command.

    A problem is one plain sentence, never a trace.
    """
    door = DOORS[name]
    command = load_command_class(f"unflinch.{door.app}", door.command)
    options = _parser_of(name, command).parse_intermixed_args(arguments)
    try:
        if name not in AS_IT_IS:
            call_command("make_ready")
            call_command("finish")
        if name in SERVERS:
            call_command("back_up_daily")
            call_command("nudge_by_itself")
        command.execute(**vars(options) | {"skip_checks": True})
    except CommandError as error:
        raise SystemExit(str(error)) from error
    except UNREADABLE as error:
        explain(error)
        raise


def _parser_of(name: str, command: BaseCommand) -> CommandParser:
    """The command's own declaration, without what Django gives every command of a developer."""
    command.help = DOORS[name].help
    command.suppressed_base_arguments = DJANGOS_OWN
    command.requires_system_checks = ()
    parser = command.create_parser("unflinch", name, allow_abbrev=False)
    parser.called_from_command_line = True  # a slip of the keyboard is said with the usage, and ends with 2
    return parser


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
