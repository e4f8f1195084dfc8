"""After the answer: what was feared beside what happened, how it feels, and everything else that can be said."""

from uuid import UUID, uuid5

from django.http import HttpResponse
from django.shortcuts import redirect

from unflinch.accounts.models import Draft
from unflinch.accounts.requests import Request
from unflinch.care.resting import is_resting
from unflinch.practice.aftermath import lands_softly, lucky_escape
from unflinch.practice.fears import CAME_TRUE, compared_fear, yes_nearly_missed
from unflinch.practice.forms.after import DebriefForm
from unflinch.practice.forms.debriefing import FearForm, FeelingsForm
from unflinch.practice.models import Ask
from unflinch.practice.onwards import ANOTHER, address_of_way, ways_on
from unflinch.practice.views.fetch import ask_or_404
from unflinch.practice.vocabulary import Link
from unflinch.shell.form_page import form_page, form_response, posted


@form_page
def fear(request: Request, pk: UUID) -> HttpResponse:
    """One question. Each tap is saved by itself, and the same page then shows what was thought beside what came."""
    ask = ask_or_404(request, pk)
    found = compared_fear(ask)
    if found is None:
        return redirect("practice:answer" if ask.answer is None else "practice:feelings", pk)
    form = FearForm(posted(request))
    if form.is_valid():
        if told := form.told():
            ask.tell(id=form.cleaned_data["id"], at=request.now, **told)
        return redirect("practice:fear", pk)
    page = {"compared": found, "happened": CAME_TRUE.items(), "unmoved": lucky_escape(ask), "likely": form.likely}
    return form_response(request, "practice/fear.html", form, ask=ask, **page)


@form_page
def feelings(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    if ask.answer is None:
        return redirect("practice:answer", pk)
    draft = f"feelings/{pk}"
    form = FeelingsForm.of(ask, posted(request), typed=Draft.objects.fields_of(request.user, draft))
    if form.is_valid():
        if form.cleaned_data.get("title"):
            ask.describe(title=form.cleaned_data["title"])
        if told := form.told():
            ask.tell(id=form.cleaned_data["id"], at=request.now, seen=form.seen, **told)
        Draft.objects.clear(request.user, draft)
        return _onwards(request, pk, form.cleaned_data["id"])
    ways = () if is_resting(request) else ways_on(ask)
    page = {
        "draft": draft,
        "ways": ways,
        "nearly_missed": yes_nearly_missed(ask),
        "back": compared_fear(ask) is not None,
    }
    return form_response(request, "practice/feelings.html", form, ask=ask, **page)


@form_page
def debrief(request: Request, pk: UUID) -> HttpResponse:
    ask = ask_or_404(request, pk)
    if ask.answer is None:
        return redirect("practice:answer", pk)
    draft = f"debrief/{pk}"
    form = DebriefForm.of(ask, posted(request), typed=Draft.objects.fields_of(request.user, draft))
    if form.is_valid():
        if told := form.changed():
            ask.tell(id=form.cleaned_data["id"], at=request.now, seen=form.seen, **told)
        Draft.objects.clear(request.user, draft)
        soft = lands_softly(ask_or_404(request, pk), request.day)
        return redirect("today:soft_landing" if soft else "practice:ask", pk)
    return form_response(request, "practice/debrief.html", form, ask=ask, draft=draft)


def _onwards(request: Request, pk: UUID, id: UUID) -> HttpResponse:
    """Where the button leads. After a hard one it is a quiet page, whatever was tapped."""
    ask, to = ask_or_404(request, pk), request.POST.get("next", "")
    if lands_softly(ask, request.day):
        return redirect("today:soft_landing", pk)
    if to == ANOTHER and _may_ask(request, ask):
        grown = ask.follow_with(id=uuid5(id, ANOTHER), at=request.now, link=Link.ANOTHER)
        return redirect("practice:forecast", grown.pk)
    return redirect(address_of_way(ask, to))


def _may_ask(request: Request, ask: Ask) -> bool:
    return not is_resting(request) and any(way.to == ANOTHER for way in ways_on(ask))
