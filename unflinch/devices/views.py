from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from unflinch.accounts.security_log import SecurityEvent, note_security
from unflinch.devices.codes import svg_of, way_in
from unflinch.devices.forms import NameForm
from unflinch.devices.models import Device, Pairing
from unflinch.devices.requests import DeviceRequest


@never_cache
@require_safe
def devices(request: DeviceRequest) -> HttpResponse:
    paired = list(Device.objects.of(request.user).paired(request.now)) if settings.ADDRESS else []
    page = {"address": settings.ADDRESS, "devices": paired, "this": getattr(request, "device", None)}
    return render(request, "devices/devices.html", page)


def pairing(request: DeviceRequest) -> HttpResponse:
    """A device that is paired has nothing to do here; one that isn't never gets this far (see the middleware)."""
    return redirect("devices:devices")


@require_POST
def pairings(request: DeviceRequest) -> HttpResponse:
    if settings.ADDRESS is None:
        raise Http404
    note_security(SecurityEvent.CODE_MADE, at=request.now, address=request.META["REMOTE_ADDR"])
    return redirect("devices:code", Pairing.objects.begin(request.user, at=request.now).pk)


@never_cache
@require_safe
def code(request: DeviceRequest, pk: UUID) -> HttpResponse:
    pairing = get_object_or_404(Pairing.objects.of(request.user), pk=pk)
    if settings.ADDRESS is None:
        raise Http404
    page = {"pairing": pairing, "open": pairing.is_open(request.now), "address": settings.ADDRESS}
    return render(request, "devices/code.html", page)


@never_cache
@require_safe
def picture(request: DeviceRequest, pk: UUID) -> HttpResponse:
    pairing = get_object_or_404(Pairing.objects.of(request.user), pk=pk)
    if settings.ADDRESS is None or not pairing.is_open(request.now):
        raise Http404
    return HttpResponse(svg_of(way_in(pairing, settings.ADDRESS)), content_type="image/svg+xml")


@require_POST
def name(request: DeviceRequest, pk: UUID) -> HttpResponse:
    device = get_object_or_404(Device.objects.of(request.user), pk=pk)
    form = NameForm(request.POST)
    if form.is_valid():
        device.rename(form.cleaned_data["name"])
    return redirect("devices:devices")


@require_POST
def signing_out(request: DeviceRequest, pk: UUID) -> HttpResponse:
    get_object_or_404(Device.objects.of(request.user), pk=pk).delete()
    note_security(SecurityEvent.DEVICE_ENDED, at=request.now, address=request.META["REMOTE_ADDR"], device=pk)
    return redirect("devices:devices")
