"""The moment after: the answer fills the screen, and a quiet page follows a hard one."""

from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from unflinch.accounts.requests import Request
from unflinch.care.attention import heaviest
from unflinch.care.resting import is_resting
from unflinch.practice.aftermath import typed_about, went_badly
from unflinch.practice.forms.line import mend_of
from unflinch.practice.models import Debrief
from unflinch.practice.onwards import after_the_answer, ways_on
from unflinch.practice.views.fetch import ask_or_404
from unflinch.today.landing import landing_of, soft_landing_of


@never_cache
@require_safe
def after(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    if ask.answer is None:
        return redirect("practice:forecast", pk)
    page = {
        "ask": ask,
        "landing": landing_of(ask, request.day),
        "next": after_the_answer(ask),
        "undo": ask.trail.can_undo(request.now),
        "reading": heaviest(typed_about(ask, request.day)),
        "ways": ways_on(ask),
        "went_badly": went_badly(ask.debrief or Debrief()),
    }
    return render(request, "today/after.html", page)


@never_cache
@require_safe
def soft_landing(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    if ask.answer is None:
        return redirect("practice:forecast", pk)
    reading = heaviest(typed_about(ask, request.day))
    page = {
        "ask": ask,
        "landing": soft_landing_of(ask),
        "reading": reading,
        "mend": mend_of(ask, reading.harsh),
        "resting": is_resting(request),
        "rest_id": uuid4(),
    }
    return render(request, "today/soft_landing.html", page)
