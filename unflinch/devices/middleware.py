"""While Unflinch is served, a paired device comes in; every other gets the pairing page and nothing else.

One kind of address needs no device: that of a calendar, which a phone's calendar fetches by its long random key.
"""

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.csrf import csrf_protect

from unflinch.accounts.whose import OWNER, UNPAIRED
from unflinch.devices.models import Device
from unflinch.devices.requests import DeviceRequest, cookie_name
from unflinch.devices.security_txt import SECURITY_TXT, security_txt
from unflinch.devices.unpaired import pairing_page

_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_NOT_NOW: Final = "Unflinch can’t open its data just now. Look at the machine it runs on."


class PairedDevicesOnly:
    """Sets `request.device`. In personal mode it lets everything through: only this machine can ask."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        # The token of a form is checked further in, where an unpaired device doesn't get.
        self.pairing_page = csrf_protect(pairing_page)

    def __call__(self, request: DeviceRequest) -> HttpResponse:
        if settings.ADDRESS is None:
            return self.get_response(request)
        if request.path == SECURITY_TXT:
            return security_txt(request)
        try:
            device = Device.objects.showing(request.COOKIES.get(cookie_name(), ""), at=request.now)
        except DatabaseError:
            return HttpResponse(_NOT_NOW, status=503, content_type="text/plain; charset=utf-8")
        if device is None:
            return self.get_response(request) if _opens_by_its_key(request) else self._refused(request)
        request.device = device
        if request.method not in _SAFE:
            device.note_use(request.now)
        return self.get_response(request)

    def _refused(self, request: DeviceRequest) -> HttpResponse:
        response = self.pairing_page(request, tried=request.path == reverse("devices:pairing"))
        response.headers[OWNER] = UNPAIRED
        if cookie_name() in request.COOKIES and cookie_name() not in response.cookies:
            # It was paired once and was signed out: what its browser still holds of pages goes.
            response.delete_cookie(cookie_name())
            response.headers["Clear-Site-Data"] = '"cache"'
        return response


def _opens_by_its_key(request: HttpRequest) -> bool:
    try:
        view = resolve(request.path_info).func
    except Resolver404:
        return False
    return bool(getattr(view, "opens_by_its_key", False))
