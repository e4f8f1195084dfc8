"""From now on, while this process runs, nudges go out by themselves."""

from typing import Any

from django.core.management import BaseCommand

from unflinch.nudges.every_minute import nudge_every_minute


class Command(BaseCommand):
    help = "Look each minute whether a nudge is due, from a thread of its own."
    requires_system_checks = ()

    def handle(self, **_: Any) -> None:
        nudge_every_minute()
