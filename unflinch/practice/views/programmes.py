"""Programmes, their pace and rules, and the rules to rebel against."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from unflinch.accounts.requests import Request
from unflinch.care.resting import is_resting
from unflinch.practice.forms.programmes import PaceForm, ProgrammeForm, RuleForm
from unflinch.practice.models import Programme, Rule
from unflinch.practice.start_programme import SHAPES, begin_programme
from unflinch.practice.vocabulary import RuleKind
from unflinch.shell.form_page import form_page, form_response, posted


@form_page
def programmes(request: Request) -> HttpResponse:
    form = ProgrammeForm(posted(request))
    if form.is_valid():
        programme = begin_programme(request.user, id=form.cleaned_data["id"], at=request.now, **form.content())
        return redirect("practice:programme", programme.pk)
    mine = Programme.objects.of(request.user).latest_first()
    kinds = [(kind, kind.label, shape) for kind, shape in SHAPES.items()]
    page = {"kinds": kinds, "programmes": mine, "running": mine.running().first(), "day": request.day}
    return form_response(request, "practice/programmes.html", form, **page)


@form_page
def programme(request: Request, pk: UUID) -> HttpResponse:
    programme = get_object_or_404(Programme.objects.of(request.user), pk=pk)
    form = PaceForm.of(programme, posted(request))
    if form.is_valid():
        programme.set_pace(seen=form.seen, **form.pace())
        return redirect("practice:programme", pk)
    rules = Rule.objects.of(request.user).ground(programme).standing().in_order()
    week = programme.week_of(request.day) if programme.runs else None
    page = {"programme": programme, "rules": rules, "rule_form": RuleForm(), "day": request.day, "week": week}
    return form_response(request, "practice/programme.html", form, **page)


@require_POST
def ending(request: Request, pk: UUID) -> HttpResponse:
    get_object_or_404(Programme.objects.of(request.user), pk=pk).end(at=request.now)
    return redirect("insights:programme", pk)


@form_page
def rules(request: Request) -> HttpResponse:
    form = RuleForm(posted(request))
    if form.is_valid():
        data = form.cleaned_data
        owner = (
            None
            if data["programme"] is None
            else get_object_or_404(Programme.objects.of(request.user), pk=data["programme"])
        )
        Rule.objects.once(
            id=data["id"], person=request.user, at=request.now, arrived=request.now,
            kind=data["kind"], programme=owner, words=data["words"],
        )  # fmt: skip
        return redirect("practice:rules") if owner is None else redirect("practice:programme", owner.pk)
    own = Rule.objects.of(request.user).to_rebel_against().standing().in_order()
    return form_response(request, "practice/rules.html", form, rules=own, resting=is_resting(request))


@require_POST
def retirement(request: Request, pk: UUID) -> HttpResponse:
    rule = get_object_or_404(Rule.objects.of(request.user), pk=pk)
    rule.retire(at=request.now)
    if rule.kind == RuleKind.OWN or rule.programme_id is None:
        return redirect("practice:rules")
    return redirect("practice:programme", rule.programme_id)
