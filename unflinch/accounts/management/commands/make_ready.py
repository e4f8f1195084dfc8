"""Bring the tables up to date and make sure that one person is there."""

from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from unflinch.accounts.instance import NotReady
from unflinch.accounts.starting import make_ready


class Command(BaseCommand):
    help = "Migrate the data where it is behind, and begin the one person of personal mode."
    requires_system_checks = ()

    def handle(self, **_: Any) -> None:
        try:
            make_ready(at=timezone.now())
        except NotReady as error:
            raise CommandError(str(error)) from error
