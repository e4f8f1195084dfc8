from zoneinfo import available_timezones

from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from unflinch.accounts.forms import ClockForm
from unflinch.accounts.models import Draft
from unflinch.accounts.models.draft import TooLong
from unflinch.accounts.requests import Request

_FIELDS_OF_A_FORM = 60
_LETTERS_OF_A_NAME = 120


@require_http_methods(["GET", "POST"])
def you(request: Request) -> HttpResponse:
    form = ClockForm.of(request.user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        request.user.set_clock(seen=form.seen, **form.changed())
        return redirect("accounts:you")
    page = {"form": form, "zones": sorted(available_timezones())}
    return render(request, "accounts/you.html", page, status=422 if form.is_bound else 200)


@require_POST
def draft(request: Request, form: str) -> HttpResponse:
    """Keep a form half filled. Nothing is checked yet, and nothing counts."""
    fields = {name: values for name, values in request.POST.lists() if name not in ("csrfmiddlewaretoken", "id")}
    if len(fields) > _FIELDS_OF_A_FORM or len(form) > _LETTERS_OF_A_NAME:
        return HttpResponseBadRequest("That is no form of ours.")
    try:
        Draft.objects.keep(request.user, form, fields, at=request.now)
    except TooLong:
        return HttpResponseBadRequest("That is more than a form of ours holds.")
    return HttpResponse(status=204)
