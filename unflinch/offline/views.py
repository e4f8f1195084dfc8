from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from unflinch.accounts.requests import Request
from unflinch.care.resting import rests
from unflinch.challenges.forms import OwnChallengeForm
from unflinch.offline.installed import manifest_of
from unflinch.shell.form_page import form_response

_SHARED = ("title", "text", "url")
_LETTERS_OF_A_TITLE = 120
_LETTERS_OF_A_LINE = 280


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
