"""Pages to read. Nothing in them is personal, and whoever asks gets the same words."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from unflinch.accounts.models import Person
from unflinch.learn.reading import articles, edition, forerunners

_View = Callable[..., HttpResponse]


def _stays_for_an_edition(view: _View) -> _View:
    """Answered with 304 until the words, the release or the person's facts change: the frame leads to their help."""

    def tag(request: HttpRequest, *_: Any, **__: Any) -> str:
        user = getattr(request, "user", None)
        whose = (user.pk, user.facts) if isinstance(user, Person) else ()
        return f'"{hashlib.sha256(repr((edition(), settings.RELEASE, whose)).encode()).hexdigest()[:24]}"'

    return cache_control(private=True, no_cache=True)(condition(etag_func=tag)(view))


@require_safe
@_stays_for_an_edition
def contents(request: HttpRequest) -> HttpResponse:
    return render(request, "learn/contents.html", {"articles": articles()})


@require_safe
@_stays_for_an_edition
def article(request: HttpRequest, slug: str) -> HttpResponse:
    shelf = articles()
    place = next((place for place, article in enumerate(shelf) if article.slug == slug), None)
    if place is None:
        raise Http404
    before, after = shelf[:place][-1:], shelf[place + 1 :][:1]
    page = {"article": shelf[place], "before": before, "after": after}
    return render(request, "learn/article.html", page)


@require_safe
@_stays_for_an_edition
def credits(request: HttpRequest) -> HttpResponse:
    return render(request, "learn/credits.html", {"forerunners": forerunners()})
