"""A backup a day, by itself, while a server runs; older ones are thinned."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from unflinch.accounts.by_itself import Look
from unflinch.backups.archive import NotABackup
from unflinch.backups.making import back_up

_NAME: Final = re.compile(r"unflinch-(\d{4}-\d\d-\d\d)\.backup")
_DAYS, _WEEKS, _MONTHS = 7, 8, 12


def _refuse_half_set() -> None:
    """Raise ImproperlyConfigured, naming the variable, where backups are wanted and can't be made."""
    if settings.BACKUPS is not None and not settings.BACKUP_PASSPHRASE:
        raise ImproperlyConfigured(
            "UNFLINCH_BACKUPS needs UNFLINCH_BACKUP_PASSPHRASE_FILE, a file with the passphrase."
        )
    if settings.BACKUPS is not None and not settings.BACKUPS.is_dir():
        raise ImproperlyConfigured(f"UNFLINCH_BACKUPS names {settings.BACKUPS}, and that is no folder.")


def back_up_every_day() -> None:
    """Look once an hour, from a thread of its own, whether today's backup is there; without a folder, do nothing."""
    _refuse_half_set()
    folder: Path | None = settings.BACKUPS
    if folder is not None:
        Look(
            name="backups",
            look=lambda: _back_up_today(folder, settings.BACKUP_PASSPHRASE, at=timezone.now()),
            seconds=3600,
            failures=(NotABackup, OSError),
            complaint="Today’s backup couldn’t be made: %s It is tried again in an hour.",
        ).begin(at_once=True)


def _back_up_today(folder: Path, passphrase: str, *, at: datetime) -> bool:
    """Make the backup of this day (UTC) unless it is there, then thin the older ones; whether one was made."""
    file = folder / f"unflinch-{at:%Y-%m-%d}.backup"
    if file.exists():
        return False
    back_up(file, passphrase, at=at)
    made = {found: one for one in folder.iterdir() for found in _day_in(one)}
    for day in set(made) - _kept_days(made, today=at.date()):
        made[day].unlink()
    return True


def _kept_days(days: Iterable[date], *, today: date) -> set[date]:
    """Which of these days' backups stay: the last seven, the latest of each of eight weeks and of twelve months."""
    latest = sorted((day for day in days if day <= today), reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    months: dict[tuple[int, int], date] = {}
    for day in latest:
        weeks.setdefault(day.isocalendar()[:2], day)
        months.setdefault((day.year, day.month), day)
    young = today - timedelta(days=_DAYS - 1)
    return {
        *(day for day in latest if day >= young),
        *list(weeks.values())[:_WEEKS],
        *list(months.values())[:_MONTHS],
        *(day for day in days if day > today),
    }


def _day_in(file: Path) -> Iterator[date]:
    """The day that the name of a backup says; nothing for any other file, which is never touched."""
    found = _NAME.fullmatch(file.name)
    if found:
        try:
            yield date.fromisoformat(found.group(1))
        except ValueError:
            return
