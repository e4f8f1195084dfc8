"""Is everything as it should be here?"""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from unflinch.accounts.check_up import check_up


class Command(BaseCommand):
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dev", action="store_true", help="Also what the tests need.")

    def handle(self, *, dev: bool, **_: Any) -> None:
        findings = list(check_up(dev=dev))
        for finding in findings:
            self.stdout.write(
                f"{'well' if finding.well else 'LOOK'}  {finding.name}{finding.advice and ': '}{finding.advice}"
            )
        ill = sum(not finding.well for finding in findings)
        self.stdout.write(f"Your data is in {settings.DATA}.")
        if ill:
            raise CommandError(f"{ill} of {len(findings)} checks need a look.")
        self.stdout.write("All is well.")
