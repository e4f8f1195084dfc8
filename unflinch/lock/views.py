"""The app lock: set, changed, opened, closed, and what was sent while it was closed."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from unflinch.accounts.security_log import SecurityEvent
from unflinch.lock.forms import ChangeForm, LockForm, UnlockForm
from unflinch.lock.models import Held, Lock
from unflinch.lock.opened import close, is_unlocked, open_up
from unflinch.lock.requests import LockRequest
from unflinch.lock.unlocking import is_right, locked_page, note_lock, onward
from unflinch.shell.form_page import form_page, form_response, posted
from unflinch.shell.locking import stays_open


@stays_open
@form_page
def unlock(request: LockRequest) -> HttpResponse:
    lock = Lock.objects.of(request.user).first()
    if lock is None or is_unlocked(request, lock):
        return redirect(onward(request) or "today:home")
    form = UnlockForm(posted(request))
    if not form.is_valid() or not is_right(request, form, lock):
        return locked_page(request, form)
    waits = Held.objects.of(request.user).exists()
    response = redirect("lock:held" if waits else onward(request) or "today:home")
    open_up(response, request, lock)
    note_lock(request, SecurityEvent.UNLOCKED)
    return response


@form_page
def lock(request: LockRequest) -> HttpResponse:
    lock = request.opened
    if lock is not None:
        return _change(request, lock)
    form = LockForm(posted(request))
    if form.is_valid():
        lock = Lock.objects.put_on(request.user, form.cleaned_data["passphrase"], delay=form.cleaned_data["delay"])
        note_lock(request, SecurityEvent.LOCK_SET)
        return _open_again(request, lock)
    return form_response(request, "lock/lock.html", _as_asked(request, form))


@form_page
def removal(request: LockRequest) -> HttpResponse:
    lock = request.opened
    if lock is None:
        return redirect("lock:lock")
    form = UnlockForm(posted(request))
    if form.is_valid() and is_right(request, form, lock):
        lock.delete()
        note_lock(request, SecurityEvent.LOCK_REMOVED)
        response = redirect("lock:lock")
        close(response)
        return response
    return form_response(request, "lock/removal.html", _as_asked(request, form))


@require_POST
def closing(request: LockRequest) -> HttpResponse:
    response = redirect("lock:unlock" if request.opened else "lock:lock")
    close(response)
    return response


@never_cache
@require_safe
def held(request: LockRequest) -> HttpResponse:
    return render(request, "lock/held.html", {"waiting": Held.objects.of(request.user)})


@require_POST
def held_deletion(request: LockRequest, pk: UUID) -> HttpResponse:
    get_object_or_404(Held.objects.of(request.user), pk=pk).delete()
    return redirect("lock:held")


def _change(request: LockRequest, lock: Lock) -> HttpResponse:
    """Another delay or passphrase; this browser stays unlocked."""
    form = ChangeForm(posted(request), initial={"delay": lock.delay})
    if form.is_valid() and is_right(request, form, lock):
        lock.change(delay=form.cleaned_data["delay"], passphrase=form.cleaned_data["another"])
        note_lock(request, SecurityEvent.LOCK_CHANGED)
        return _open_again(request, lock)
    return form_response(request, "lock/lock.html", _as_asked(request, form), lock=lock)


def _open_again(request: LockRequest, lock: Lock) -> HttpResponse:
    response = redirect("lock:lock")
    open_up(response, request, lock)
    return response


def _as_asked(request: LockRequest, form: UnlockForm) -> UnlockForm:
    """The form with its letters shown, where somebody asked for that."""
    if "shown" in request.GET:
        form.show_what_is_typed()
    return form
