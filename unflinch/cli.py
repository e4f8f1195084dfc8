"""The command line. It finds the data, sets Django up and hands over to the apps."""

import argparse
import gc
import io
import os
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import django
import platformdirs
from django.core.exceptions import ImproperlyConfigured
from django.core.management import BaseCommand, CommandError, call_command, load_command_class
from django.core.management.base import CommandParser
from django.db import DatabaseError, OperationalError, connections

from unflinch.accounts.instance import NotReady, secret_file
from unflinch.accounts.ownership import own_files_only
from unflinch.backups.staged import RestoreUnderWay, finish_at_a_start
from unflinch.env import read_settings_file

# What reading or writing damaged files, or a full disk, raises somewhere deep.
UNREADABLE: Final = (DatabaseError, OSError, LookupError, ValueError, TypeError)
# A check-up changes nothing, least of all what it's asked to look at; and what is restored may be what can't be opened.
AS_IT_IS: Final = ("doctor", "restore")
# What runs on and on.
SERVERS: Final = ("run", "serve")
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

LAB: Final = "lab"
OTHERS: Final = {LAB: "The simulations, a program of its own: `lab try`, `lab report`, `lab --help`."}


def main(arguments: Sequence[str] | None = None) -> None:
    """The door named `unflinch`. None is what was typed; without a command, it runs."""
    _speak_plainly()
    gc.disable()  # what is imported stays: looking through it again and again is a tenth of a start
    typed = _typed(arguments)
    if typed.command == LAB:
        # What is passed on comes from the person at this terminal, and goes to no shell.
        raise SystemExit(subprocess.run([sys.executable, "-m", "lab", *typed.arguments], check=False).returncode)  # noqa: S603
    set_up(typed.data or platformdirs.user_data_path("unflinch"), typed.config, typed.command)
    gc.freeze()
    gc.enable()
    try:
        hand_over(typed.command, typed.arguments)
    finally:
        connections.close_all()  # then all is in one file again; at the end of Python nobody does it for us


def _speak_plainly() -> None:
    """Let what is said reach the terminal: a letter that it doesn't know is a ?, and without a terminal it's lost."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123  # until the end
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _typed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What was typed, with a command that there is. A slip of the keyboard is said with the usage, and ends with 2."""
    front = _front()
    typed, unknown = front.parse_known_args(arguments)
    if unknown:
        front.error(f"unrecognized arguments: {' '.join(unknown)}")
    if typed.command not in DOORS and typed.command not in OTHERS:
        front.error(f"there is no {typed.command!r}; `unflinch --help` lists what there is")
    if misplaced := [name for name in ("--data", "--config") if name in typed.arguments]:
        front.error(f"{misplaced[0]} goes before the command: unflinch {misplaced[0]} … {typed.command}")
    return typed


def _front() -> argparse.ArgumentParser:
    """What comes before a command's own words: where the data are, and which command. The rest is passed on."""
    parser = argparse.ArgumentParser(
        "unflinch",
        usage="unflinch [--data FOLDER] [--config FILE] [COMMAND ...]",
        description="Practise asking. A private companion that stays on this machine.",
        epilog=_listed({name: door.help for name, door in DOORS.items()} | OTHERS),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    data, config = os.environ.get("UNFLINCH_DATA") or None, os.environ.get("UNFLINCH_CONFIG") or None
    parser.add_argument("--data", type=_a_folder, default=data, help="where your data lives (or UNFLINCH_DATA)")
    parser.add_argument(
        "--config", type=_a_file, default=config, help="a settings file, for `unflinch serve` (or UNFLINCH_CONFIG)"
    )
    parser.add_argument("command", nargs="?", default="run", help=argparse.SUPPRESS)
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def _listed(commands: dict[str, str]) -> str:
    """The commands and what each is for, in two columns of a terminal."""
    wide = max(map(len, commands)) + 4
    lines = (
        textwrap.fill(f"{name:<{wide - 2}}{sentence}", 80, initial_indent="  ", subsequent_indent=" " * wide)
        for name, sentence in commands.items()
    )
    return "\n".join(("commands (`unflinch COMMAND --help` says more):", *lines))


def _a_folder(typed: str) -> Path:
    if (path := _a_path(typed)).is_file():
        raise argparse.ArgumentTypeError(f"{typed} is a file; your data live in a folder")
    return path


def _a_file(typed: str) -> Path:
    if (path := _a_path(typed)).is_dir():
        raise argparse.ArgumentTypeError(f"{typed} is a folder; the settings stand in a file")
    return path


def _a_path(typed: str) -> Path:
    """Where that is, without links. A name that is none, or leads nowhere, is a slip of the keyboard."""
    if not typed:
        raise argparse.ArgumentTypeError("a name is needed, and this one is empty")
    try:
        path = Path(typed).expanduser().resolve()
        path.exists()  # asks the system, which may know such a name to be too long
    except (OSError, RuntimeError, ValueError) as error:
        raise argparse.ArgumentTypeError(f"{typed} can't be a place for files: {error}") from error
    return path


def set_up(data: Path, config: Path | None, command: str) -> None:
    """Find the data and make Django ready for them. Raises SystemExit with a sentence where that can't be."""
    folder = data.resolve()
    own_files_only()
    try:
        finish_at_a_start(folder)
        os.environ["UNFLINCH_SECRET_FILE"] = str(secret_file(folder))
    except RestoreUnderWay as sentence:
        raise SystemExit(str(sentence)) from sentence
    except NotReady as error:
        if command != "restore":
            raise SystemExit(str(error)) from error
    os.environ["UNFLINCH_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "unflinch.settings"
    try:
        if config is not None:
            read_settings_file(config)
        django.setup()
    except ImproperlyConfigured as error:
        raise SystemExit(str(error)) from error


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


if __name__ == "__main__":
    main()
