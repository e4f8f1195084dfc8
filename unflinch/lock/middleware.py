"""While Unflinch is locked, every page leads to the one that asks for the passphrase, and back."""

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from unflinch.accounts.unopened import explained
from unflinch.lock.models import Delay, Held, Lock, NoRoom
from unflinch.lock.opened import LOCK_HEADER, close, is_unlocked, stay_open, unlocked_cookie
from unflinch.lock.requests import LockRequest
from unflinch.lock.unlocking import locked_page
from unflinch.shell.locking import is_open_while_locked, leads_out

_HELD: Final = "held"  # the field that says which form that waited is being sent
_NOT_ACCEPTED: Final = 400
_SAFE: Final = ("GET", "HEAD")
# Not part of what was typed, or drawn anew with the page.
_NOT_HELD: Final = frozenset({"csrfmiddlewaretoken", _HELD})


class AskForPassphrase:
    """Sets `request.opened`, and answers in place of every view that doesn't stay open while Unflinch is locked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: LockRequest) -> HttpResponse:
        _nothing_known(request)
        response = self.get_response(request)
        if request.opened is not None:
            stay_open(response, request)
            _let_go_of_what_was_saved(request, response)
        elif request.leaves and Lock.objects.of(request.user).filter(delay=Delay.AT_ONCE).exists():
            close(response)
        return response

    def process_view(self, request: LockRequest, view: Callable[..., Any], *_: Any) -> HttpResponse | None:
        """Let it through, or answer that it's locked. A form that came from another site was refused before."""
        if is_open_while_locked(view):
            request.leaves = leads_out(view) and unlocked_cookie() in request.COOKIES
            return None
        try:
            lock = Lock.objects.of(request.user).first()
        except DatabaseError as error:
            page = explained(error)
            if page is None:
                raise
            return page
        if lock is None:
            return None
        if is_unlocked(request, lock):
            request.opened = lock
            return None
        return _locked(request)


def _nothing_known(request: LockRequest) -> None:
    request.opened, request.leaves = None, False


def _locked(request: LockRequest) -> HttpResponse:
    """The way to the passphrase; a program of a page, which can't go there, is told by the status and the header."""
    if request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate":
        return HttpResponse(status=423, headers={LOCK_HEADER: "locked"})
    if request.method not in _SAFE:
        return locked_page(request, sent="held" if _held(request) else "not held", status=423)
    response = redirect(f"{reverse('lock:unlock')}?{urlencode({'next': request.get_full_path()})}")
    response.headers[LOCK_HEADER] = "locked"
    return response


def _held(request: LockRequest) -> bool:
    """Whether what was sent waits here now. A file can't: a browser doesn't send one again by itself."""
    if request.FILES:
        return False
    fields = {name: values for name, values in request.POST.lists() if name not in _NOT_HELD}
    try:
        Held.objects.hold(request.user, request.get_full_path(), fields, at=request.now)
    except NoRoom:
        return False
    return True


def _let_go_of_what_was_saved(request: LockRequest, response: HttpResponse) -> None:
    """What had waited is saved now, so it waits no longer."""
    named = request.POST.get(_HELD, "") if request.method == "POST" else ""
    if named and response.status_code < _NOT_ACCEPTED:
        Held.objects.of(request.user).filter(pk__in=_ids(named)).delete()


def _ids(text: str) -> list[UUID]:
    try:
        return [UUID(text)]
    except ValueError:
        return []
