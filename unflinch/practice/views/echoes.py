"""How an ask sits on a later day."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from unflinch.accounts.requests import Request
from unflinch.practice.forms.after import EchoForm
from unflinch.practice.views.fetch import ask_or_404
from unflinch.shell.form_page import form_page, form_response, posted


@form_page
def echo(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    if ask.answer is None:
        return redirect("practice:ask", pk)
    form = EchoForm(posted(request))
    if form.is_valid():
        data = dict(form.cleaned_data)
        written = ask.echo(id=data.pop("id"), at=request.now, **data)
        return redirect("today:home") if written.says_nothing else redirect("practice:ask", pk)
    return form_response(request, "practice/echo.html", form, ask=ask)
