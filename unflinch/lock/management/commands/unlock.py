"""For a passphrase that was forgotten, on the machine itself."""

from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from unflinch.accounts.models import Person
from unflinch.accounts.security_log import SecurityEvent, note_security
from unflinch.lock.models import Lock


class Command(BaseCommand):
    def handle(self, **_: Any) -> None:
        person = Person.objects.only_one()
        lock = person and Lock.objects.of(person).first()
        if not lock:
            raise CommandError("There’s no app lock here.")
        lock.delete()
        note_security(SecurityEvent.LOCK_REMOVED, at=timezone.now())
        self.stdout.write("The app lock is off. Nothing else has changed. You can set another one under Settings.")
