"""A line of a debrief, said more kindly."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from unflinch.accounts.requests import Request
from unflinch.practice.forms.line import MendedLineForm
from unflinch.practice.views.fetch import ask_or_404


@require_POST
def line(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    if ask.answer is None:
        return redirect("practice:answer", pk)
    form = MendedLineForm(request.POST)
    if not form.is_valid():
        return render(request, "practice/line.html", {"ask": ask, "form": form}, status=422)
    data = form.cleaned_data
    ask.tell(id=data["id"], at=request.now, **{data["line"]: data["words"]})
    return redirect("today:soft_landing", pk)
