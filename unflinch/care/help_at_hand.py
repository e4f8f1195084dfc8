"""The one address of help for where a person is: the same on every page, so that their browser keeps it."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from unflinch.accounts.models import Person
from unflinch.care.help_lines import by_zone, help_lines


def help_address(request: HttpRequest) -> dict[str, str]:
    """Where help is, for every template: with the country's lines first, and anew with each release."""
    user = getattr(request, "user", None)
    country = country_of(user) if isinstance(user, Person) else ""
    query = urlencode({**({"country": country} if country else {}), "edition": settings.RELEASE})
    return {"help_address": f"{reverse('care:help')}?{query}"}


def country_of(person: Person) -> str:
    """The code of the country whose lines come first: the one they said, or that of their time zone; or empty."""
    code = person.country or by_zone().get(person.zone, "")
    return code if help_lines().of(code) is not None else ""
