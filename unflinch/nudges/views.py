from datetime import timedelta
from typing import Final
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from unflinch.accounts.requests import Request
from unflinch.devices.attempts import Attempts
from unflinch.devices.requests import DeviceRequest, opens_by_its_key
from unflinch.nudges.feed import calendar_feed
from unflinch.nudges.forms import PAUSES, CarryOnForm, NudgeForm, NudgePauseForm, SnoozeForm, SubscriptionForm
from unflinch.nudges.looking import past_of, rules_of
from unflinch.nudges.models import CalendarAddress, Nudge, NudgeSettings, Subscription
from unflinch.nudges.vapid import vapid_public_key
from unflinch.nudges.vocabulary import NudgeWay
from unflinch.shell.form_page import form_page, form_response, posted
from unflinch.shell.locking import stays_open

# Wrong keys in ten minutes: nobody guesses 256 bits, but somebody may try to keep the machine busy.
wrong_keys: Final = Attempts(from_one=30, in_all=300)


@form_page
def nudges(request: Request) -> HttpResponse:
    chosen = NudgeSettings.objects.chosen_by(request.user)
    form = NudgeForm.of(chosen, posted(request))
    if form.is_valid():
        NudgeSettings.objects.choose(request.user, at=request.now, seen=form.seen, **form.changed())
        return redirect("nudges:nudges")
    rules = rules_of(request.user, chosen, at=request.now)
    page = {
        "chosen": chosen,
        "paused": chosen.paused_until is not None and request.now < chosen.paused_until,
        "stopped": chosen.rings and past_of(request.user).has_stopped(rules, now=request.now),
        "pauses": PAUSES,
        "subscriptions": Subscription.objects.of(request.user).oldest_first().select_related("device"),
        "push_key": vapid_public_key(),
        **_calendar_of(request),
    }
    return form_response(request, "nudges/nudges.html", form, **page)


@require_POST
def nudge_pause(request: Request) -> HttpResponse:
    form = NudgePauseForm(request.POST)
    if form.is_valid():
        until = request.now + timedelta(days=form.cleaned_data["days"])
        NudgeSettings.objects.choose(request.user, at=request.now, paused_until=until)
    return redirect("nudges:nudges")


@require_POST
def nudge_pause_end(request: Request) -> HttpResponse:
    NudgeSettings.objects.choose(request.user, at=request.now, paused_until=None)
    return redirect("nudges:nudges")


@require_POST
def carrying_on(request: Request) -> HttpResponse:
    """After six that nobody reacted to: more of them from here on, or no more."""
    form = CarryOnForm(request.POST)
    if form.is_valid():
        more = form.cleaned_data["more"] == "yes"
        said = {"counted_from": request.now} if more else {"way": NudgeWay.OFF}
        NudgeSettings.objects.choose(request.user, at=request.now, **said)
    return redirect("today:home")


@never_cache
@require_safe
def nudge(request: Request, pk: UUID) -> HttpResponse:
    """Where a notification leads: what waits is a tap away, and so is later."""
    found = get_object_or_404(Nudge.objects.of(request.user), pk=pk)
    return render(request, "nudges/nudge.html", {"tab": "today", "nudge": found})


@require_POST
def snooze(request: Request, pk: UUID) -> HttpResponse:
    found = get_object_or_404(Nudge.objects.of(request.user), pk=pk)
    form = SnoozeForm(request.POST)
    if form.is_valid():
        chosen = NudgeSettings.objects.chosen_by(request.user)
        rules = rules_of(request.user, chosen, at=request.now)
        found.snooze(rules, until_tomorrow=form.cleaned_data["until"] == "tomorrow", at=request.now)
    return redirect("today:home")


@require_POST
def calendar_address(request: Request) -> HttpResponse:
    CalendarAddress.objects.renew(request.user, at=request.now)
    return redirect("nudges:nudges")


@require_POST
def calendar_address_end(request: Request) -> HttpResponse:
    CalendarAddress.objects.of(request.user).delete()
    return redirect("nudges:nudges")


@stays_open
@opens_by_its_key
@require_safe
def feed(request: Request, key: str) -> HttpResponse:
    caller = request.META.get("REMOTE_ADDR", "")
    if wrong_keys.too_many(caller, at=request.now):
        return HttpResponse(status=429, content_type="text/plain; charset=utf-8", headers={"Retry-After": "600"})
    address = CalendarAddress.objects.behind(key)
    if address is None:
        wrong_keys.failed(caller, at=request.now)
        return HttpResponse(status=404, content_type="text/plain; charset=utf-8")
    file = calendar_feed(address.person, at=request.now)
    return HttpResponse(file, content_type="text/calendar; charset=utf-8")


@require_POST
def subscriptions(request: DeviceRequest) -> HttpResponse:
    form = SubscriptionForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest("That’s no browser that can be notified.")
    Subscription.objects.subscribe(request.user, getattr(request, "device", None), at=request.now, **form.cleaned_data)
    return redirect("nudges:nudges")


@require_POST
def subscription_end(request: Request, pk: UUID) -> HttpResponse:
    get_object_or_404(Subscription.objects.of(request.user), pk=pk).delete()
    return redirect("nudges:nudges")


@stays_open
@require_safe
def push_worker(request: Request) -> HttpResponse:
    """A worker that shows nudges and does nothing else; no page is in its reach, so it stands in nobody's way."""
    return HttpResponse(f'importScripts("{static("shell/push.js")}");\n', content_type="text/javascript")


def _calendar_of(request: Request) -> dict[str, object]:
    """The calendar's address as the page shows it: in full while it is new, and afterwards only that there is one."""
    address = CalendarAddress.objects.of(request.user).first()
    if address is None or not address.is_shown(request.now):
        return {"address": address}
    here = str(settings.ADDRESS) if settings.ADDRESS else f"{request.scheme}://{request.get_host()}"
    return {"address": address, "address_in_full": f"{here}{reverse('nudges:feed', args=[address.key])}"}
