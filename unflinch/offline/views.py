from typing import Final

from django.http import Http404, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from unflinch.accounts.requests import Request
from unflinch.care.resting import rests
from unflinch.challenges.forms import OwnChallengeForm
from unflinch.lock.requests import LockRequest
from unflinch.offline.installed import manifest_of
from unflinch.offline.kept import kept_pages
from unflinch.offline.steps import BLANK_STEPS, blank_step
from unflinch.practice.vocabulary import Outcome
from unflinch.shell.form_page import form_response
from unflinch.shell.locking import stays_open

# What a form that waits is called, by the last word of its address; and what an answer is called.
_NAMES: Final = {
    "plans": _("A new ask"),
    "forecast": _("Before"),
    "tension": _("How tense you were"),
    "answer": _("The answer"),
    "not-this-time": _("Not this time"),
    "fear": _("Did it happen?"),
    "feelings": _("How you felt"),
    "debrief": _("How it went"),
    "happened": _("It just happened"),
    "wishes": _("I wish I’d asked"),
    "own": _("Your own idea"),
    "energy": _("Your energy"),
    "whereabouts": _("Where you are today"),
    "asides": _("A card put away"),
    **{str(outcome): outcome.label for outcome in Outcome},
}
_SHARED = ("title", "text", "url")
_LETTERS_OF_A_TITLE = 120
_LETTERS_OF_A_LINE = 280


@stays_open
@never_cache
@require_safe
def manifest(request: Request) -> HttpResponse:
    return JsonResponse(manifest_of(request.user), content_type="application/manifest+json")


@csrf_exempt  # another app has no token of ours; nothing is written here
@require_POST
@rests()
def shared(request: Request) -> HttpResponse:
    """What another app handed over, in the form for an own challenge: it's the person who saves it."""
    title, *rest = [said for name in _SHARED if (said := request.POST.get(name, "").strip())] or [""]
    form = OwnChallengeForm(initial={"title": title[:_LETTERS_OF_A_TITLE], "line": " ".join(rest)[:_LETTERS_OF_A_LINE]})
    return form_response(request, "challenges/own_new.html", form, tab="ideas")


@never_cache
@require_safe
def kept(request: LockRequest) -> HttpResponse:
    """For the worker: what to keep on this phone, and a token for what it sends."""
    return JsonResponse({**kept_pages(request), "token": get_token(request)})


@stays_open
@require_safe
def nothing(request: Request) -> HttpResponse:
    """In place of a page that isn't kept."""
    return render(request, "offline/nothing.html")


@require_safe
def saved(request: Request) -> HttpResponse:
    return render(request, "offline/saved.html")


@require_safe
def unsent(request: Request) -> HttpResponse:
    """What waits on this phone; only the phone itself knows, and fills it in."""
    return render(request, "offline/unsent.html", {"names": _NAMES.items()})


@require_safe
def step(request: Request, step: str) -> HttpResponse:
    """A step of an ask that was begun without a signal: the page is shown at the address of that ask."""
    if step not in BLANK_STEPS:
        raise Http404
    return render(request, f"offline/{step.replace('-', '_')}.html", blank_step(step, request))
