from zoneinfo import available_timezones

from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from unflinch.accounts.forms import AppetiteForm, ClockForm
from unflinch.accounts.models import Draft
from unflinch.accounts.models.draft import TooLong
from unflinch.accounts.requests import Request
from unflinch.shell.form_page import form_page, form_response, posted

_FIELDS_OF_A_FORM = 60
_LETTERS_OF_A_NAME = 120


@form_page
def you(request: Request) -> HttpResponse:
    form = ClockForm.of(request.user, posted(request))
    if form.is_valid():
        request.user.set_clock(seen=form.seen, **form.changed())
        return redirect("accounts:you")
    return form_response(request, "accounts/you.html", form, zones=sorted(available_timezones()))


@require_POST
def appetite(request: Request) -> HttpResponse:
    form = AppetiteForm(request.POST)
    if form.is_valid():
        request.user.set_clock(**form.cleaned_data)
    return redirect("today:home")


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
