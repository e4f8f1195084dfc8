"""Days as people write them: with the year only where it isn't this one."""

from datetime import date
from typing import Final

from django import template
from django.utils.dateformat import format as formatted
from django.utils.translation import gettext as _

register = template.Library()

_SHORT: Final = "D j M"
_LONG: Final = "l, j F"


@register.filter
def short_day(day: date, today: date) -> str:
    """The day as "Wed 11 Nov", with the year where it isn't that of `today`."""
    return formatted(day, _SHORT if day.year == today.year else f"{_SHORT} Y")


@register.filter
def long_day(day: date, today: date) -> str:
    """The day as "Wednesday, 11 November", with the year where it isn't that of `today`."""
    return formatted(day, _LONG if day.year == today.year else f"{_LONG} Y")


def from_to(first: date, last: date, today: date) -> str:
    """The days as "9–15 Nov" or "30 Nov – 6 Dec", with the year where it isn't that of `today`."""
    year = "" if last.year == today.year else " Y"
    if first == last:
        return formatted(last, f"j M{year}")
    if (first.year, first.month) == (last.year, last.month):
        return _("{first}–{last}").format(first=first.day, last=formatted(last, f"j M{year}"))
    start = formatted(first, "j M" if first.year == last.year else "j M Y")
    return _("{first} – {last}").format(first=start, last=formatted(last, f"j M{year}"))
