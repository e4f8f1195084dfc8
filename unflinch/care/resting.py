"""While challenges rest, no page puts one in front of a person. What they have written comes in all the same."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from unflinch.accounts.requests import Request
from unflinch.care.models import Pause

_View = Callable[..., HttpResponse]


def is_resting(request: Request) -> bool:
    """Whether challenges rest at this moment."""
    resting = getattr(request, "resting", None)
    if resting is None:
        resting = request.resting = Pause.objects.of(request.user).in_force(request.now).exists()
    return resting


def rests(*methods: str) -> Callable[[_View], _View]:
    """A view that shows or begins a challenge: with these methods, or with any, a rest comes first.

    Nobody sees one before the first visit's question about stop signs either; it has no stored answer but "none".
    """

    def decorate(view: _View) -> _View:
        @wraps(view)
        def gently(request: Request, *args: Any, **named: Any) -> HttpResponse:
            if methods and request.method not in methods:
                return view(request, *args, **named)
            if request.user.welcomed_at is None:
                return redirect("today:home")
            return redirect("care:pause") if is_resting(request) else view(request, *args, **named)

        return gently

    return decorate
