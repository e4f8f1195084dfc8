"""How an ask sits on a later day."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from unflinch.accounts.requests import Request
from unflinch.practice.forms.after import EchoForm
from unflinch.practice.models import Ask


@never_cache
@require_http_methods(["GET", "POST"])
def echo(request: Request, pk: UUID) -> HttpResponse:
    ask = get_object_or_404(Ask.objects.of(request.user).with_all(), pk=pk)
    if ask.answer is None:
        return redirect("practice:ask", pk)
    form = EchoForm(request.POST) if request.method == "POST" else EchoForm()
    if form.is_bound and form.is_valid():
        data = dict(form.cleaned_data)
        written = ask.echo(id=data.pop("id"), at=request.now, **data)
        return redirect("today:home") if written.says_nothing else redirect("practice:ask", pk)
    return render(request, "practice/echo.html", {"ask": ask, "form": form}, status=422 if form.is_bound else 200)
