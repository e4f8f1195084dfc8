"""What there is to fill in, filling it in, and what it says. Optional throughout: nothing else hangs on it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from unflinch.accounts.models import Draft
from unflinch.accounts.requests import Request
from unflinch.accounts.typed import with_typed
from unflinch.questionnaires.catalogue import instruments
from unflinch.questionnaires.forms import MarksForm
from unflinch.questionnaires.instrument import Instrument
from unflinch.questionnaires.models import Filled, TooSoon
from unflinch.questionnaires.offers import QuestionnaireOffer, left_over, offer, offers
from unflinch.questionnaires.results import result_of
from unflinch.shell.form_page import form_page, form_response, posted


@never_cache
@require_safe
def all_of_them(request: Request) -> HttpResponse:
    filled = list(Filled.objects.of(request.user).newest_first())
    page = {"offers": offers(instruments(), filled, request.day), "left_over": left_over(instruments(), filled)}
    return render(request, "questionnaires/all.html", page)


@form_page
def questionnaire_page(request: Request, slug: str) -> HttpResponse:
    instrument = instruments().get(slug)
    if instrument is None:
        raise Http404
    draft = f"questionnaires/{slug}"
    kind, typed = MarksForm.of(instrument), Draft.objects.fields_of(request.user, draft)
    form = with_typed(kind, posted(request), typed)
    if form.is_valid():
        try:
            filled = Filled.objects.fill(
                request.user, instrument, form.marks(), id=form.cleaned_data["id"], day=request.day, at=request.now
            )
        except TooSoon:
            return _resting(request, instrument)
        Draft.objects.clear(request.user, draft)
        return redirect("questionnaires:filled", filled.pk)
    if not form.is_bound and not _offer_of(request, instrument).is_open:
        return _resting(request, instrument)
    return form_response(request, "questionnaires/questions.html", form, instrument=instrument, draft=draft)


@never_cache
@require_safe
def filled_in_result(request: Request, pk: UUID) -> HttpResponse:
    filled = get_object_or_404(Filled.objects.of(request.user), pk=pk)
    instrument = instruments().get(filled.slug)
    page = {"filled": filled, "instrument": instrument}
    if instrument is None or instrument.version != filled.version:
        return render(request, "questionnaires/unread.html", page)
    before = Filled.objects.comparable_to(filled).newest_first().first()
    return render(request, "questionnaires/filled.html", page | {"result": result_of(instrument, filled, before)})


@form_page
def result_deletion(request: Request, pk: UUID) -> HttpResponse:
    filled = get_object_or_404(Filled.objects.of(request.user), pk=pk)
    if request.method == "POST":
        filled.delete()
        return redirect("questionnaires:all")
    return render(request, "questionnaires/deletion.html", {"filled": filled})


def _resting(request: Request, instrument: Instrument) -> HttpResponse:
    """Not open yet: when it was filled in last, and when it opens."""
    page = {"offer": _offer_of(request, instrument)}
    return render(request, "questionnaires/resting.html", page, status=200 if request.method != "POST" else 409)


def _offer_of(request: Request, instrument: Instrument) -> QuestionnaireOffer:
    return offer(instrument, Filled.objects.of(request.user).newest_first(), request.day)
