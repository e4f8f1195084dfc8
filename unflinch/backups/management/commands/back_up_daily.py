"""From now on, while this process runs, a backup a day."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management import BaseCommand, CommandError

from unflinch.backups.daily import back_up_every_day


class Command(BaseCommand):
    help = "Look once an hour whether today's backup is there, from a thread of its own."
    requires_system_checks = ()

    def handle(self, **_: Any) -> None:
        try:
            back_up_every_day()
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from error
