"""Personal mode: the one person of this machine is signed in."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from unflinch.accounts.models import Person
from unflinch.accounts.requests import Request
from unflinch.accounts.unopened import explained


class SignIn:
    """Signs the one person in; where what is saved can't be opened, one calm page says why."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        try:
            person = Person.objects.only_one()
        except DatabaseError as error:
            page = explained(error)
            if page is None:
                raise
            return page
        if person is None:
            raise PermissionDenied("nobody lives here yet: start with `unflinch run`")
        request.user, request.day = person, person.day_of(request.now)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """What a view could not open is explained; everything else goes its way."""
        return explained(exception)
