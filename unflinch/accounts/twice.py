"""What a page answers when an id was used before."""

from collections.abc import Callable
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from unflinch.accounts.facts import AlreadySaved, SomebodyElses

OWN_FIELDS = frozenset({"id", "csrfmiddlewaretoken"})


class AskFirst:
    """The same id with other content is asked about; somebody else's id is a plain 409."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Only these two: everything else goes its way."""
        if isinstance(exception, SomebodyElses):
            return render(request, "accounts/conflict.html", status=409)
        if isinstance(exception, AlreadySaved):
            fields = [
                (name, value) for name, values in request.POST.lists() if name not in OWN_FIELDS for value in values
            ]
            return render(request, "accounts/already_saved.html", {"fields": fields, "id": uuid4()}, status=409)
        return None
