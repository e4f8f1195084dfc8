from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from unflinch.accounts.requests import Request
from unflinch.care.resting import rests
from unflinch.challenges.forms import OwnChallengeForm
from unflinch.lock.requests import LockRequest
from unflinch.offline.installed import manifest_of
from unflinch.offline.kept import BLANK_STEPS, kept_pages
from unflinch.practice.answer_words import answer_words
from unflinch.practice.forms.after import FirstAnswerForm, NotThisTimeForm
from unflinch.practice.forms.before import ForecastForm
from unflinch.practice.forms.debriefing import FeelingsForm
from unflinch.practice.models import Ask, Plan
from unflinch.practice.models.dated import latest_day
from unflinch.shell.form_page import form_response
from unflinch.shell.locking import stays_open

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
    return render(request, "offline/unsent.html")


@require_safe
def step(request: Request, step: str) -> HttpResponse:
    """A step of an ask that was begun without a signal: the page is shown at the address of that ask."""
    if step not in BLANK_STEPS:
        raise Http404
    return render(request, f"offline/{step.replace('-', '_')}.html", _blank(request, step))


def _blank(request: Request, step: str) -> dict[str, Any]:
    """The form of this step for an ask of which nothing is known here."""
    if step == "forecast":
        return {"form": ForecastForm.of(Ask(plan=Plan()))}
    if step == "feelings":
        return {"form": FeelingsForm.of(Ask(title="known on the phone"))}
    if step == "answer":
        return {"form": FirstAnswerForm(today=latest_day(request.user, request.now)), "answers": answer_words(Ask())}
    return {"form": NotThisTimeForm()} if step == "not-this-time" else {}
