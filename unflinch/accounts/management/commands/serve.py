"""Served: the same one person, reached from their own paired devices."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from filelock import Timeout

from unflinch.accounts.serving import LOOPBACK, address_of_server, listen, only_server, prepare_static, serve
from unflinch.accounts.stopping import stop_on_signals
from unflinch.env import Address

NO_ADDRESS = """Say where your devices will find it, and start it again:
    UNFLINCH_ADDRESS=https://unflinch.example unflinch serve
At home without https, `unflinch phone` says which address to take. docs/self-hosting.md has the rest."""
ANYWHERE = "0.0.0.0"  # noqa: S104  # a name of the home network, which says nothing about the card it is on


class Command(BaseCommand):
    def handle(self, **_: Any) -> None:
        address: Address | None = settings.ADDRESS
        if address is None:
            raise CommandError(NO_ADDRESS)
        stop_on_signals()
        host, port = settings.LISTEN if address.secure else at_home(address)
        listening = listen(port, host=host)
        if listening is None:
            raise CommandError(f"Port {port} on {host} is taken or not allowed. Name another with UNFLINCH_LISTEN.")
        try:
            with listening, only_server(settings.DATA, f"{address}/"):
                prepare_static()
                self.greet(address, host, port)
                serve(listening, trusted_proxy=settings.TRUSTED_PROXY if address.secure else None)
        except Timeout as error:
            raise CommandError(f"Unflinch already runs on this data, at {address_of_server(settings.DATA)}") from error

    def greet(self, address: Address, host: str, port: int) -> None:
        self.stdout.write(f"Unflinch is at {address}/ for the devices you pair with `unflinch phone`.")
        if address.secure:
            self.stdout.write(f"It listens on {host}:{port} for the proxy that brings https.")
        else:
            self.stdout.write("This is plain http: whoever is in the same network could read along.")
        self.stdout.write(f"Your data stays in {settings.DATA}.")
        self.stdout.write("Stop with Ctrl-C.")
        self.stdout.flush()


def at_home(address: Address) -> tuple[str, int]:
    """What to listen on for an address of a home network: the one it names in digits, or wherever this machine is."""
    host = address.host if address.host == LOOPBACK or address.host[:1].isdigit() or ":" in address.host else ANYWHERE
    return host, address.port
