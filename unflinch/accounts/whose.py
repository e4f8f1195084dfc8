"""Whose pages a browser holds: every answer says it by a name that tells nothing, so that no phone mixes two people."""

import hmac
from collections.abc import Callable
from typing import Final
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse

from unflinch.accounts.requests import Request

# The header that says it. What doesn't bear it is no answer of ours, whatever came between.
OWNER: Final = "Page-Owner"
# For a device that was let in by nobody.
UNPAIRED: Final = "unpaired"
# For a page that is the same for all: the browser may hold it longer than one person is here.
_ANYONE: Final = "anyone"
_LETTERS: Final = 32


class SayWhose:
    """Says whose each answer is."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        owner = owner_of(request.user.pk)  # read before the view, which may erase the person
        response = self.get_response(request)
        response.headers[OWNER] = owner if _is_for_one(response) else _ANYONE
        return response


def _is_for_one(response: HttpResponse) -> bool:
    """Whether no browser may store it; that is so for each page whose view doesn't say otherwise."""
    return "no-store" in response.headers.get("Cache-Control", "no-store")


def owner_of(person: UUID) -> str:
    """The name by which a browser knows this person, and from which nobody learns who it is."""
    return hmac.digest(settings.SECRET_KEY.encode(), b"owner" + person.bytes, "sha256").hex()[:_LETTERS]
