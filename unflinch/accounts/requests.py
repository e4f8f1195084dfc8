"""A request as our views see it: somebody is signed in, and the clock was read once."""

from collections.abc import Sequence
from datetime import date, datetime

from django.http import HttpRequest

from unflinch.accounts.models import Person
from unflinch.shell.forms import Form


class Request(HttpRequest):
    """What the middleware makes of a request before a view sees it; `day` is the person's day at `now`.

    `came` is when it came, where `now` is the earlier moment of a tap that could not be sent at once.
    `sent` are the forms that came with it, as far as they have been read.
    `resting` is what care has found out about this moment, so that it asks once.
    """

    user: Person
    now: datetime
    day: date
    came: datetime | None = None
    sent: Sequence[Form] = ()
    resting: bool | None = None
