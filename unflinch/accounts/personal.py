"""Personal mode: the one person of this machine is signed in, and nobody from elsewhere gets in."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from unflinch.accounts.models import Person
from unflinch.accounts.requests import Request

# A page of this origin, an address typed or a bookmark. Anything else is another site that makes the browser ask.
OWN_SITES = frozenset({"same-origin", "none"})


class SignIn:
    """Refuses a foreign Host, Origin or Sec-Fetch-Site, then signs the one person in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        refuse_strangers(request)
        person = Person.objects.only_one()
        if person is None:
            raise PermissionDenied("nobody lives here yet: start with `unflinch run`")
        request.user, request.day = person, person.day_of(request.now)
        return self.get_response(request)


def refuse_strangers(request: HttpRequest) -> None:
    """Raise DisallowedHost (400) or PermissionDenied (403) for a request that another site sent."""
    host = request.get_host()
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"{request.scheme}://{host}":
        raise PermissionDenied("a request from another site")
    if request.headers.get("Sec-Fetch-Site", "none") not in OWN_SITES:
        raise PermissionDenied("a request from another site")
