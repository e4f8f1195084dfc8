"""A request as our views see it: somebody is signed in, and the clock was read once."""

from datetime import date, datetime

from django.http import HttpRequest

from unflinch.accounts.models import Person


class Request(HttpRequest):
    """What the middleware makes of a request before a view sees it; `day` is the person's day at `now`.

    `resting` is what care has found out about this moment, so that it asks once.
    """

    user: Person
    now: datetime
    day: date
    resting: bool | None = None
