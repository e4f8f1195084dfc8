"""While challenges rest, no page puts one in front of a person. What they have written comes in all the same."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import redirect

from unflinch.accounts.requests import Request
from unflinch.care.models import Pause

_View = Callable[..., HttpResponse]
_LOOKING: Final = ("GET", "HEAD")


def is_resting(request: Request) -> bool:
    """Whether challenges rest at this moment."""
    resting = getattr(request, "resting", None)
    if resting is None:
        resting = request.resting = Pause.objects.of(request.user).in_force(request.now).exists()
    return resting


def rests(*methods: str) -> Callable[[_View], _View]:
    """A view that shows or begins a challenge: with these methods, or with any, a rest comes first."""

    def decorate(view: _View) -> _View:
        @wraps(view)
        def gently(request: Request, *args: Any, **named: Any) -> HttpResponse:
            if (not methods or request.method in methods) and is_resting(request):
                return redirect("care:pause")
            return view(request, *args, **named)

        return gently

    return decorate


def goes_out(view: _View) -> _View:
    """A view from which somebody goes out to ask: looking at it waits for a rest to end, and for the two questions.

    They are asked once, before the first going out; ideas may be looked at before. What is typed comes in at any time.
    """

    @wraps(view)
    def asked_first(request: Request, *args: Any, **named: Any) -> HttpResponse:
        if request.method in _LOOKING and request.user.welcomed_at is None:
            return redirect("today:welcome")
        return rests(*_LOOKING)(view)(request, *args, **named)

    return asked_first
