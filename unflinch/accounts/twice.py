"""What a page answers when an id was used before, or when another window was faster."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from unflinch.accounts.facts import AlreadySaved, SomebodyElses
from unflinch.shell.mending import OPENED, Overtaken, Seen, mark_of, packed

_OWN_FIELDS = frozenset({"id", "csrfmiddlewaretoken"})


class AskFirst:
    """The same id with other content is asked about, and so is what another window has changed since.

    Somebody else's id is a plain 409.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Only these three: everything else goes its way."""
        if isinstance(exception, SomebodyElses):
            return render(request, "accounts/conflict.html", status=409)
        if isinstance(exception, AlreadySaved):
            page = {"fields": list(_sent(request)), "id": uuid4(), "with_file": bool(request.FILES)}
            return render(request, "accounts/already_saved.html", page, status=409)
        if isinstance(exception, Overtaken):
            return render(request, "accounts/overtaken.html", _both_of(request, exception), status=409)
        return None


def _sent(request: HttpRequest) -> Iterator[tuple[str, Any]]:
    """What was typed and picked, a pair for each value."""
    return ((name, value) for name, values in request.POST.lists() if name not in _OWN_FIELDS for value in values)


def _both_of(request: HttpRequest, overtaken: Overtaken) -> dict[str, Any]:
    """What was saved in another window and what was sent in this one, side by side; sent once more it is saved."""
    now, seen = overtaken.now, Seen.of(overtaken.seen)
    both = [
        {
            "name": name,
            "label": seen.label(name),
            "saved": seen.shown(name, value),
            "sent": request.POST.get(name, ""),
            "shown": seen.shown(name, request.POST.getlist(name) if name in request.POST else None),
            "words": isinstance(value, str) and not seen.picks(name),
        }
        for name, value in now.items()
    ]
    typed = {one["name"] for one in both if one["words"]}
    opened = packed({**seen, **{name: mark_of(value) for name, value in now.items()}})
    rest = [(name, value) for name, value in _sent(request) if name not in {*typed, OPENED}]
    return {"both": both, "rest": rest, "opened": opened, "id": request.POST.get("id", "")}
