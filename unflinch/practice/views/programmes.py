"""Programmes, their pace and rules, and the rules to rebel against."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from unflinch.accounts.requests import Request
from unflinch.practice.forms.programmes import PaceForm, ProgrammeForm, RuleForm
from unflinch.practice.ground_rules import SHAPES, begin_programme
from unflinch.practice.models import Programme, Rule
from unflinch.practice.vocabulary import RuleKind


@never_cache
@require_http_methods(["GET", "POST"])
def programmes(request: Request) -> HttpResponse:
    form = ProgrammeForm(request.POST) if request.method == "POST" else ProgrammeForm()
    if form.is_bound and form.is_valid():
        programme = begin_programme(request.user, id=form.cleaned_data["id"], at=request.now, **form.content())
        return redirect("practice:programme", programme.pk)
    mine = Programme.objects.of(request.user).latest_first()
    kinds = [(kind, kind.label, shape) for kind, shape in SHAPES.items()]
    page = {"form": form, "kinds": kinds, "programmes": mine, "running": mine.running().first()}
    return render(request, "practice/programmes.html", page, status=422 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def programme(request: Request, pk: UUID) -> HttpResponse:
    programme = get_object_or_404(Programme.objects.of(request.user), pk=pk)
    form = PaceForm.of(programme, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        programme.set_pace(seen=form.seen, **form.pace())
        return redirect("practice:programme", pk)
    rules = Rule.objects.of(request.user).ground(programme).standing().in_order()
    page = {"programme": programme, "form": form, "rules": rules, "rule_form": RuleForm(), "day": request.day}
    return render(request, "practice/programme.html", page, status=422 if form.is_bound else 200)


@require_POST
def ending(request: Request, pk: UUID) -> HttpResponse:
    get_object_or_404(Programme.objects.of(request.user), pk=pk).end(at=request.now)
    return redirect("insights:programme", pk)


@never_cache
@require_http_methods(["GET", "POST"])
def rules(request: Request) -> HttpResponse:
    form = RuleForm(request.POST) if request.method == "POST" else RuleForm()
    if form.is_bound and form.is_valid():
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
    return render(request, "practice/rules.html", {"form": form, "rules": own}, status=422 if form.is_bound else 200)


@require_POST
def retirement(request: Request, pk: UUID) -> HttpResponse:
    rule = get_object_or_404(Rule.objects.of(request.user), pk=pk)
    rule.retire(at=request.now)
    if rule.kind == RuleKind.OWN or rule.programme_id is None:
        return redirect("practice:rules")
    return redirect("practice:programme", rule.programme_id)
