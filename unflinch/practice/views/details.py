"""Mending an entry: all that can be added after an ask, or one part of it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from unflinch.accounts.requests import Request
from unflinch.practice.forms.details import BeforehandForm, DetailsForm
from unflinch.practice.models import Ask
from unflinch.practice.parts import HAPPENED, ME, SAID_AFTER, SAID_BEFORE, EntryPart, part_named
from unflinch.practice.views.fetch import ask_or_404
from unflinch.shell.form_page import form_page, form_response, posted


@form_page
def details(request: Request, pk: UUID, part: str = "") -> HttpResponse:
    ask = ask_or_404(request, pk)
    if ask.answer is None:
        return redirect("practice:answer", pk)
    one = part_named(part, SAID_AFTER)
    if one is None and part:
        raise Http404
    if one is None and ask.rests(request.day):
        return redirect("practice:ask", pk)
    form = DetailsForm.of(ask, one, posted(request))
    if form.is_valid():
        ask.tell(id=form.cleaned_data["id"], at=request.now, seen=form.seen, **form.changed())
        return redirect("practice:ask", pk)
    groups = [form.group(HAPPENED), form.group(ME)]
    return form_response(request, "practice/details.html", form, ask=ask, part=one, groups=groups, tab="diary")


@form_page
def beforehand(request: Request, pk: UUID, part: str) -> HttpResponse:
    ask = ask_or_404(request, pk)
    one = part_named(part, SAID_BEFORE)
    if one is None or not _was_said(ask, one):
        raise Http404
    form = BeforehandForm.of(ask, one, posted(request))
    if form.is_valid():
        ask.plan.remember(ask, seen=form.seen, plan=form.plan(), **form.forecast())
        return redirect("practice:ask", pk)
    return form_response(request, "practice/details.html", form, ask=ask, part=one, tab="diary")


def _was_said(ask: Ask, part: EntryPart) -> bool:
    """Whether there is something to mend: a plan always, a forecast only where one was made."""
    return part.fields[0] in BeforehandForm.PLAN or ask.foretold is not None
