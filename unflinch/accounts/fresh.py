"""A page whose facts have not changed is answered with 304 and not built again."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition

from unflinch.accounts.requests import Request

View = Callable[..., HttpResponse]


def stays_until(moment: Callable[[Request], object]) -> Callable[[View], View]:
    """A view that shows facts of one person on one day, and else only what `moment` gives for the request."""

    def decorate(view: View) -> View:
        def tag(request: Request, *_: Any, **__: Any) -> str:
            return tag_of(request, moment(request))

        return cache_control(private=True, no_cache=True)(condition(etag_func=tag)(view))

    return decorate


def tag_of(request: Request, moment: object) -> str:
    """One short word for everything that the page hangs on."""
    person = request.user
    token = request.COOKIES.get(settings.CSRF_COOKIE_NAME, "")
    parts = (person.pk, person.facts, request.day, request.get_full_path(), moment, settings.RELEASE, token)
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:24]}"'
