"""The outermost door: nobody from another site gets in, and what leaves stays with the browser that asked."""

import ipaddress
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse

# A page of this origin, an address typed or a bookmark. Anything else is another site that makes the browser ask.
_OWN_SITES: Final = frozenset({"same-origin", "none"})
# Names that no stranger can point at this machine: the domain system hands them to nobody.
_LOCAL_NAMES: Final = (".localhost", ".local")


class Door:
    """Refuses a foreign Host, Origin or Sec-Fetch-Site, static files included, and guards every answer.

    No page is stored by the browser unless its view says so, and no other site may embed anything of ours.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = _refused(request) or self.get_response(request)
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Cache-Control", "no-store, private")
        return response


def _refused(request: HttpRequest) -> HttpResponse | None:
    """The answer to a request that another site sent, or that used another name for this machine; else None.

    It says what to do only where no other site could read it, and names Unflinch nowhere else.
    """
    try:
        host = request.get_host()
    except DisallowedHost:
        advice = f"This answers on this machine only, at {_own_address(request)}"
        return _plain(400, advice if settings.ADDRESS is None and _is_local(request) else "")
    if settings.SECURE_COOKIES and not request.is_secure():
        return _plain(400, "This needs https. A proxy in front of it has to say so: X-Forwarded-Proto.")
    origin = request.headers.get("Origin", f"{request.scheme}://{host}")
    site = request.headers.get("Sec-Fetch-Site", "none")
    if site in _OWN_SITES and (origin == f"{request.scheme}://{host}" or _sent_by_the_browser(request)):
        return None
    followed_a_link = request.headers.get("Sec-Fetch-Dest") == "document"
    return _plain(
        403, f"Other sites can't open this. Type its address: {_own_address(request)}" if followed_a_link else ""
    )


def _sent_by_the_browser(request: HttpRequest) -> bool:
    """Whether the browser itself sent it, for no page at all, as it hands over what another app shares with this one.

    No page can write this header. Where a form's token is asked for, such a request still has none.
    """
    return request.headers.get("Origin") == "null" and request.headers.get("Sec-Fetch-Site") == "none"


def _is_local(request: HttpRequest) -> bool:
    """Whether the name that was used is one that a stranger can't own: an address in digits, or a name of this network.

    A stranger's own name may lead to this machine as well. A page there could read the answer, so it learns nothing.
    """
    name = urlsplit(f"//{request.META.get('HTTP_HOST', '')}").hostname or ""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return "." not in name or name.endswith(_LOCAL_NAMES)
    return True


def _own_address(request: HttpRequest) -> str:
    """Where this is opened: the address it is served at, or that of this machine."""
    return f"{settings.ADDRESS}/" if settings.ADDRESS else f"http://127.0.0.1:{request.get_port()}/"


def _plain(status: int, sentence: str) -> HttpResponse:
    headers = {"Content-Length": str(len(sentence.encode()))}
    return HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8", headers=headers)
