"""What must be true before personal mode does anything: files that open, tables up to date, and one person."""

from datetime import datetime
from pathlib import Path

from django.conf import settings

from unflinch.accounts.check_up import what_stops_a_start
from unflinch.accounts.instance import NotReady, folder_lock
from unflinch.accounts.models import Person
from unflinch.accounts.ownership import keep_private
from unflinch.accounts.sealed import keyring
from unflinch.accounts.tables import make_tables

_LOCALTIME = Path("/etc/localtime")


def make_ready(*, at: datetime) -> Person:
    """Bring the tables up to date, and return the one person, begun now if nobody was there.

    Raises NotReady where the files are not what they should be; then nothing has been changed.
    """
    with folder_lock(settings.DATA):
        keep_private(settings.DATA)
        advice = what_stops_a_start()
        if advice:
            raise NotReady(advice)
        make_tables()
        keep_private(settings.DATA)
        return Person.objects.only_one() or _begin(at=at)


def _begin(*, at: datetime) -> Person:
    """The first person: the one whose key is there already, where the very first start was cut off after making it."""
    waiting = sorted(keyring().persons())
    return Person.objects.begin(at=at, zone=_zone_of_this_machine(), id=waiting[0] if waiting else None)


def _zone_of_this_machine() -> str:
    """The name of this machine's time zone, or UTC where it does not tell; the first page asks the browser again."""
    _, found, name = str(_LOCALTIME.resolve()).partition("zoneinfo/")
    return name if found else "UTC"
