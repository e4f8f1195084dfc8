"""Whatever is due now."""

from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone
from django.utils.translation import ngettext

from unflinch.nudges.sweeping import sweep


class Command(BaseCommand):
    def handle(self, **_: Any) -> None:
        sent = sweep(at=timezone.now())
        self.stdout.write(ngettext("%(n)s nudge sent.", "%(n)s nudges sent.", sent) % {"n": sent})
