"""The one page that is shown while Unflinch is locked."""

from datetime import timedelta
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from unflinch.accounts.security_log import SecurityEvent, note_security
from unflinch.lock.forms import UnlockForm
from unflinch.lock.models import Lock, MustWait
from unflinch.lock.opened import LOCK_HEADER
from unflinch.lock.requests import LockRequest

_A_MINUTE: Final = timedelta(minutes=1)


def locked_page(
    request: LockRequest, form: UnlockForm | None = None, *, sent: str = "", status: int | None = None
) -> HttpResponse:
    """The field for the passphrase. `sent` says what became of a form that was sent here: held, not held, or none."""
    form = form or UnlockForm()
    status = status or (422 if form.is_bound else 200)
    if "shown" in request.GET:
        form.show_what_is_typed()
    page: dict[str, Any] = {"form": form, "sent": sent, "next": onward(request)}
    response = render(request, "lock/unlock.html", page, status=status)
    response.headers[LOCK_HEADER] = "locked"
    return response


def is_right(request: LockRequest, form: UnlockForm, lock: Lock) -> bool:
    """Whether the passphrase that was typed is that of the lock; where it isn't, the form and the log say so."""
    try:
        if lock.opens_with(form.cleaned_data["passphrase"], at=request.now):
            return True
        note_lock(request, SecurityEvent.PASSPHRASE_WRONG)
        form.add_error("passphrase", _("That’s not it. Try again, there’s no hurry."))
    except MustWait:
        lock.refresh_from_db()
        note_lock(request, SecurityEvent.PASSPHRASES_TOO_MANY)
        form.add_error("passphrase", _said(lock.wait(request.now)))
    return False


def note_lock(request: LockRequest, event: SecurityEvent) -> None:
    """Write down what was done to the lock, and from where."""
    device = getattr(request, "device", None)
    address = request.META.get("REMOTE_ADDR", "")
    note_security(event, at=request.now, address=address, device=device.pk if device else None)


def onward(request: LockRequest) -> str:
    """Where somebody was going, where that's a page of ours; else nothing."""
    address = str(request.POST.get("next") or request.GET.get("next") or "")
    return address if url_has_allowed_host_and_scheme(address, {request.get_host()}) else ""


def _said(wait: timedelta) -> str:
    """How long to wait, in minutes as one says them."""
    minutes = max(1, -(-wait // _A_MINUTE))
    return ngettext(
        "That was a few tries in a row. Wait a minute, then try again.",
        "That was a few tries in a row. Wait {minutes} minutes, then try again.",
        minutes,
    ).format(minutes=minutes)
