from collections.abc import Callable
from typing import TypeVar

from django.conf import settings
from django.http import HttpResponse

from unflinch.accounts.requests import Request
from unflinch.devices.models import Device

_View = TypeVar("_View", bound=Callable[..., HttpResponse])


def opens_by_its_key(view: _View) -> _View:
    """A view whose address holds a long random key that it checks itself: no device has to be paired for it.

    With a wrong key it says nothing at all.
    """
    view.opens_by_its_key = True  # type: ignore[attr-defined]
    return view


class DeviceRequest(Request):
    """A request while Unflinch is served; `device` is the paired one that sent it, and None in personal mode."""

    device: Device | None = None


def cookie_name() -> str:
    """The cookie that holds a device's token."""
    return f"{settings.COOKIE_PREFIX}device"
