from django.conf import settings

from unflinch.accounts.requests import Request
from unflinch.devices.models import Device


class DeviceRequest(Request):
    """A request while Unflinch is served; `device` is the paired one that sent it, and None in personal mode."""

    device: Device | None = None


def cookie_name() -> str:
    """The cookie that holds a device's token."""
    return f"{settings.COOKIE_PREFIX}device"
