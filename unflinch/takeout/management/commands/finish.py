"""What an earlier run could not finish, before anything else is done."""

from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from unflinch.accounts.keyring import KeyMissing
from unflinch.takeout.erasing import Unfinished, finish_erasures
from unflinch.takeout.one_at_a_time import Busy
from unflinch.takeout.taking_back import finish_imports


class Command(BaseCommand):
    help = "Go on with an erasure that was interrupted, and take away what is half an import."
    requires_system_checks = ()

    def handle(self, **_: Any) -> None:
        try:
            finish_erasures(at=timezone.now())
            finish_imports()
        except Unfinished as sentence:
            raise CommandError(str(sentence)) from sentence
        except (Busy, KeyMissing):
            # Another process is bringing it in right now and will finish it; or what needs the key says what is wrong.
            return
