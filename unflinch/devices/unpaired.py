"""The one page that a device sees before it is paired."""

from django.conf import settings
from django.http import HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect, render

from unflinch.accounts.security_log import SecurityEvent, note_security
from unflinch.devices.attempts import attempts
from unflinch.devices.forms import PairingForm
from unflinch.devices.models import PAIRED_FOR, Pairing
from unflinch.devices.requests import DeviceRequest, cookie_name


def pairing_page(request: DeviceRequest, *, tried: bool) -> HttpResponse:
    """The field for a code, or the way in for the right one. `tried` says that this is the page's own address.

    Looking at the page uses nothing up, so a program that opens every link it sees, as messengers do, pairs nothing.
    """
    form = PairingForm(request.POST if tried and request.method == "POST" else None)
    if not form.is_bound:
        form = PairingForm(initial={"code": request.GET.get("code", "")[:40] if tried else ""})
        return _page(request, form, status=200 if tried else 403)
    address = request.META.get("REMOTE_ADDR", "")
    if attempts.too_many(address, at=request.now):
        note_security(SecurityEvent.CODES_TOO_MANY, at=request.now, address=address)
        form.add_error("code", "Too many wrong codes. Wait ten minutes, then make a new one.")
        return _page(request, form, status=429)
    if not form.is_valid():
        return _page(request, form, status=422)
    name = _named_after(request.headers.get("User-Agent", ""))
    paired = Pairing.objects.pair(form.cleaned_data["code"], name=name, at=request.now)
    if paired is None:
        attempts.failed(address, at=request.now)
        note_security(SecurityEvent.CODE_WRONG, at=request.now, address=address)
        form.add_error("code", "That code won’t work. Codes work once, for ten minutes: make a new one.")
        return _page(request, form, status=422)
    device, token = paired
    note_security(SecurityEvent.DEVICE_PAIRED, at=request.now, address=address, device=device.pk)
    rotate_token(request)
    response = redirect("today:home")
    _hand_over(response, token)
    return response


def _named_after(agent: str) -> str:
    """A name for a device by what its browser says it runs on."""
    known = {
        "iPhone": "iPhone",
        "iPad": "iPad",
        "Android": "Android phone",
        "CrOS": "Chromebook",
        "Windows": "Windows PC",
    }
    known |= {"Macintosh": "Mac", "Linux": "Linux computer"}
    return next((name for word, name in known.items() if word in agent), "Some device")


def _page(request: DeviceRequest, form: PairingForm, *, status: int) -> HttpResponse:
    return render(request, "devices/pairing.html", {"form": form}, status=status)


def _hand_over(response: HttpResponse, token: str) -> None:
    response.set_cookie(
        cookie_name(),
        token,
        max_age=PAIRED_FOR,
        secure=settings.SECURE_COOKIES,
        httponly=True,
        samesite="Strict",
    )
