"""Whether a browser was unlocked: what its cookies say, and how long that counts."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpResponse

from unflinch.devices.requests import DeviceRequest
from unflinch.lock.models import Delay, Lock

LOCK_HEADER: Final = "Unflinch-Lock"
# Leaving is noticed by the browser. Where scripts are off, this is how long a page that nobody uses stays open.
_NEVER_SHORTER: Final = timedelta(minutes=5)
# However much it's used, a browser asks once a day.
_NEVER_LONGER: Final = timedelta(hours=24)
_CLOCKS_DIFFER: Final = timedelta(minutes=1)
_WRITTEN_DOWN_AGAIN: Final = timedelta(seconds=20)


def unlocked_cookie() -> str:
    """The cookie of a browser that was unlocked."""
    return f"{settings.COOKIE_PREFIX}unlocked"


def here_cookie() -> str:
    """The cookie that a page lets run out when somebody leaves it (see behaviours/lock.js). It holds no secret."""
    return f"{settings.COOKIE_PREFIX}here"


def is_unlocked(request: DeviceRequest, lock: Lock) -> bool:
    """Whether this browser was unlocked, on this device, with the passphrase of today, and not too long ago."""
    said = _said_by(request)
    if said is None or said[:2] != _whose(request, lock):
        return False
    since, seen = (datetime.fromtimestamp(moment, UTC) for moment in said[2:])
    if lock.delay == Delay.AT_ONCE and here_cookie() not in request.COOKIES:
        return False
    quiet = max(timedelta(seconds=lock.delay), _NEVER_SHORTER)
    return -_CLOCKS_DIFFER <= request.now - seen < quiet and request.now - since < _NEVER_LONGER


def open_up(response: HttpResponse, request: DeviceRequest, lock: Lock) -> None:
    """Let this browser in, from now on."""
    _write(response, [*_whose(request, lock), _seconds(request.now), _seconds(request.now)])
    if lock.delay == Delay.AT_ONCE:
        response.set_cookie(here_cookie(), "yes", secure=settings.SECURE_COOKIES, samesite="Strict")


def stay_open(response: HttpResponse, request: DeviceRequest) -> None:
    """Note in the browser that it's used; not on what it stores, as a page out of its store is no use."""
    said = _said_by(request)
    stored = "no-store" not in response.headers.get("Cache-Control", "no-store")
    if said is not None and not stored and _seconds(request.now) - said[3] >= _WRITTEN_DOWN_AGAIN.total_seconds():
        _write(response, [*said[:3], _seconds(request.now)])


def close(response: HttpResponse) -> None:
    """Lock this browser."""
    for name in (unlocked_cookie(), here_cookie()):
        response.delete_cookie(name, samesite="Strict")


def _said_by(request: DeviceRequest) -> list[Any] | None:
    """What this browser's cookie says, in our own writing: lock, device, since when and last seen; else None."""
    try:
        said: list[Any] = _signer().unsign_object(request.COOKIES.get(unlocked_cookie(), ""))
    except BadSignature:
        return None
    return said


def _whose(request: DeviceRequest, lock: Lock) -> list[str]:
    """The lock's key, and the device in which it was opened: another one, or the same paired again, asks anew."""
    device = getattr(request, "device", None)
    return [lock.key.hex, device.pk.hex if device else ""]


def _write(response: HttpResponse, said: list[Any]) -> None:
    response.set_cookie(
        unlocked_cookie(),
        _signer().sign_object(said),
        secure=settings.SECURE_COOKIES,
        httponly=True,
        samesite="Strict",
    )


def _signer() -> Signer:
    return Signer(salt="unflinch.lock")


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
