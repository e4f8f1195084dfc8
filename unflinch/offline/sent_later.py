"""What was tapped without a signal and is sent later: it counts from the tap, and is told in a word that it arrived."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from unflinch.accounts.requests import Request
from unflinch.practice.models import Ask

# How many milliseconds ago it was tapped, by the phone's own clock: so a clock that is wrong does no harm. Only a
# script of this site can write such a header, and only the worker does.
_TAPPED_AGO: Final = "Tapped-Ago"
_LEADS_TO: Final = "Leads-To"
_MOST: Final = timedelta(days=60)


class SentLater:
    """Moves the clock of such a request to its tap, and answers it with where a browser would have been led.

    A redirect would be followed, or look like that of a network that asks for a login first.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not _is_sent_later(request) or not response.has_header("Location"):
            return response
        return HttpResponse(headers={_LEADS_TO: response.headers["Location"]})

    def process_view(
        self, request: Request, view: Callable[..., HttpResponse], args: Any, kwargs: Mapping[str, Any]
    ) -> None:
        """Set the moment of the tap, once it's known which ask it is about."""
        request.came = None
        if (
            _is_sent_later(request)
            and request.resolver_match is not None
            and "practice" in request.resolver_match.app_names
        ):
            request.came = request.now
            request.now = _moment_of_tap(request, kwargs.get("pk"))
            request.day = request.user.day_of(request.now)


def _is_sent_later(request: HttpRequest) -> bool:
    return request.method == "POST" and request.headers.get(_TAPPED_AGO, "").isdecimal()


def _moment_of_tap(request: Request, about: UUID | None) -> datetime:
    """When it was tapped: never in the future, and never before the ask was there that it is about."""
    ago = timedelta(milliseconds=int(request.headers[_TAPPED_AGO][:12]))
    if ago > _MOST:
        return request.now
    begun = Ask.objects.of(request.user).with_ids([about] if about else []).values_list("arrived", flat=True).first()
    return max(request.now - ago, begun or request.user.joined_at)
