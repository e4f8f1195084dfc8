"""Personal mode: one person, this machine, no account."""

import os
import socket
import webbrowser
from argparse import ArgumentParser, ArgumentTypeError, BooleanOptionalAction
from threading import Timer
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from filelock import Timeout

from unflinch.accounts.serving import LOOPBACK, address_of_server, listen, only_server, prepare_static, serve
from unflinch.accounts.stopping import stop_on_signals

PORTS_TRIED = 50
HIGHEST_PORT = 65_535
SECONDS_TO_START = 1.5


class Command(BaseCommand):
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=port, default=8000, help="The port on 127.0.0.1; %(default)s by default.")
        parser.add_argument("--browser", action=BooleanOptionalAction, default=True, help="Open the browser.")

    def handle(self, *, port: int, browser: bool, **_: Any) -> None:
        if settings.ADDRESS is not None:
            raise CommandError(
                "UNFLINCH_ADDRESS is set, and that’s for `unflinch serve`. `unflinch run` needs it unset."
            )
        stop_on_signals()
        try:
            with self.listen(port) as listening:
                address = f"http://{LOOPBACK}:{listening.getsockname()[1]}/"
                with only_server(settings.DATA, address):
                    prepare_static()
                    self.greet(address, browser=browser)
                    serve(listening)
        except Timeout as error:
            raise CommandError(f"Unflinch already runs on this data, at {address_of_server(settings.DATA)}") from error

    def listen(self, wanted: int) -> socket.socket:
        """Listen on the wanted port, or on the next one that nobody listens on; says so where it differs."""
        for port in range(wanted, min(wanted + PORTS_TRIED, HIGHEST_PORT + 1)):
            listening = listen(port)
            if listening is not None:
                if port != wanted:
                    self.stdout.write(f"Port {wanted} is taken, so Unflinch takes {port}.")
                return listening
        raise CommandError(f"No free port from {wanted} to {wanted + PORTS_TRIED - 1}; name another with --port.")

    def greet(self, address: str, *, browser: bool) -> None:
        self.stdout.write(f"Unflinch is at {address}")
        self.stdout.write(f"Your data stays in {settings.DATA}. Other users of this machine could open this address.")
        self.stdout.write("Stop with Ctrl-C.")
        self.stdout.flush()
        if browser and has_screen():
            opening = Timer(SECONDS_TO_START, webbrowser.open, [address])
            opening.daemon = True  # whoever stops at once isn't shown a page that nobody serves
            opening.start()


def port(text: str) -> int:
    """The number of a port. Raises ArgumentTypeError for what is none."""
    if not text.isdecimal() or not 1 <= int(text) <= HIGHEST_PORT:
        raise ArgumentTypeError(f"a port is a number from 1 to {HIGHEST_PORT}, and {text!r} is none")
    return int(text)


def has_screen() -> bool:
    """Whether there is a screen for a browser to open on; a terminal browser would take the terminal away."""
    return os.name == "nt" or os.uname().sysname == "Darwin" or bool({"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ))
