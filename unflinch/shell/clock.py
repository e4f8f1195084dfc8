"""The edge where the clock is read: once a request, so that one page has one now."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone


class _ClockedRequest(HttpRequest):
    """A request that knows when it came."""

    now: datetime


class ReadOnce:
    """Sets `request.now`, aware and in UTC; nothing beneath a view reads the clock."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: _ClockedRequest) -> HttpResponse:
        request.now = timezone.now()
        return self.get_response(request)
