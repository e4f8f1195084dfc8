"""Pairing from the machine itself, which nobody can lose on a bus."""

import socket
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from unflinch.accounts.models import Person
from unflinch.accounts.security_log import SecurityEvent, note_security
from unflinch.devices.codes import text_of, way_in
from unflinch.devices.models import Device, Pairing
from unflinch.env import Address

# No packet goes there: choosing a way to an address outside is how a machine finds its own one inside.
SOMEWHERE_ELSE = ("192.0.2.1", 9)


class Command(BaseCommand):
    def add_arguments(self, parser: ArgumentParser) -> None:
        one = parser.add_mutually_exclusive_group()
        one.add_argument("--list", action="store_true", help="Show the devices that are in.")
        one.add_argument(
            "--end", metavar="NAME", help="Sign out the device of this name, or with this number in the list."
        )

    def handle(self, *, list: bool, end: str | None, **_: Any) -> None:
        person = Person.objects.only_one()
        if person is None:
            raise CommandError("nobody lives here yet: start with `unflinch run`")
        if list:
            self.show(person)
        elif end is not None:
            self.sign_out(person, end)
        elif settings.ADDRESS is None:
            raise CommandError(how_to_be_found())
        else:
            self.pair(person, settings.ADDRESS)

    def pair(self, person: Person, address: Address) -> None:
        pairing = Pairing.objects.begin(person, at=(now := timezone.now()))
        note_security(SecurityEvent.CODE_MADE, at=now)
        link = way_in(pairing, address)
        self.stdout.write(text_of(link))
        self.stdout.write(f"Scan that with the phone, or open {link}")
        self.stdout.write("It works once, for the next ten minutes, while `unflinch serve` is running.")

    def show(self, person: Person) -> None:
        paired = Device.objects.of(person).paired(timezone.now())
        for number, device in enumerate(paired, start=1):
            self.stdout.write(
                f"{number}  {device.name}  paired {device.paired_at:%Y-%m-%d}, last used {device.saved_at:%Y-%m-%d}"
            )
        if not paired:
            self.stdout.write("No device is paired.")

    def sign_out(self, person: Person, named: str) -> None:
        paired = [*Device.objects.of(person).paired(timezone.now())]
        meant = [device for number, device in enumerate(paired, start=1) if named in (device.name, str(number))]
        if len(meant) != 1:
            several = "Several devices are" if meant else "No device is"
            raise CommandError(f"{several} called {named!r}. `unflinch phone --list` shows them with their numbers.")
        note_security(SecurityEvent.DEVICE_ENDED, at=timezone.now(), device=meant[0].pk)
        meant[0].delete()
        self.stdout.write(f"{meant[0].name} is signed out. Its next request gets the pairing page, and nothing else.")


def how_to_be_found() -> str:
    """What to type so that a phone can reach this machine."""
    return (
        "Your phone can’t reach Unflinch yet. In your home network, start it like this:\n"
        f"    UNFLINCH_ADDRESS=http://{own_address()}:8000 unflinch serve\n"
        "and then, in another terminal:\n"
        f"    UNFLINCH_ADDRESS=http://{own_address()}:8000 unflinch phone\n"
        "That is plain http: whoever is in the same network could read along. With https: docs/self-hosting.md."
    )


def own_address() -> str:
    """The address of this machine in its own network, in digits; where it has none, a made-up one to show how."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(SOMEWHERE_ELSE)
        except OSError:
            return "192.168.1.5"
        return str(asking.getsockname()[0])
