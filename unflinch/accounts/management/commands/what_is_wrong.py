"""After an error: is it the files?"""

from typing import Any

from django.core.management import BaseCommand, CommandError

from unflinch.accounts.check_up import what_is_wrong


class Command(BaseCommand):
    help = "Raise what to do about the first thing that is wrong with the data, if anything is."
    requires_system_checks = ()

    def handle(self, **_: Any) -> None:
        advice = what_is_wrong()
        if advice:
            raise CommandError(advice)
