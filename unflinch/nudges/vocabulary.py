"""What a nudge can be about, and over which way it comes."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class NudgeKind(TextChoices):
    """What a nudge is about. It never says so: the text is the same for all."""

    PLAN = "plan", _("something I planned")
    NEXT_ASK = "next", _("a next ask, at times I choose")
    ECHO = "echo", _("how I feel about an ask the day after")
    REVIEW = "review", _("my week’s review")
    REPLIES = "replies", _("answers that may have come")


class NudgeWay(TextChoices):
    """One way at a time, so that nothing rings twice."""

    OFF = "off", _("not at all")
    TODAY = "today", _("a line on Today, without a sound")
    CALENDAR = "calendar", _("in my phone’s calendar")
    PUSH = "push", _("as a notification")


class Weekday(TextChoices):
    """In the order in which `date.weekday` counts them."""

    MONDAY = "mon", _("Mon")
    TUESDAY = "tue", _("Tue")
    WEDNESDAY = "wed", _("Wed")
    THURSDAY = "thu", _("Thu")
    FRIDAY = "fri", _("Fri")
    SATURDAY = "sat", _("Sat")
    SUNDAY = "sun", _("Sun")


WEEKDAYS: Final = tuple(map(str, Weekday))
# Of several at one moment the first goes: what has a moment of its own, then what is soonest stale.
ORDER: Final = tuple(map(str, NudgeKind))
