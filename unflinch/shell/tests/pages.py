"""Addresses for the links of the frame, so that its tests need no other app."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, include, path


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def app(label: str, *names: str) -> tuple[list[URLPattern], str]:
    return [path(f"{label}/{name}/", nothing, name=name) for name in names], label


urlpatterns = [
    path("", include(app("care", "help", "away"))),
    path("", include(app("today", "home"))),
    path("", include(app("challenges", "ideas"))),
    path("", include(app("practice", "log", "diary"))),
    path("", include(app("insights", "changes"))),
]
