"""What grows out of an ask: another person after a no, more after a yes; and taking things back."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from unflinch.accounts.requests import Request
from unflinch.care.resting import rests
from unflinch.practice.forms.about import AboutForm
from unflinch.practice.forms.after import MoreForm
from unflinch.practice.forms.keeping import FollowForm
from unflinch.practice.models import Ask, TooLate
from unflinch.practice.models.dated import latest_day
from unflinch.practice.vocabulary import Link


@require_POST
@rests()
def follower(request: Request, pk: UUID) -> HttpResponse:
    ask = get_object_or_404(Ask.objects.of(request.user).with_all(), pk=pk)
    form = FollowForm(request.POST)
    if not form.is_valid():
        return redirect("practice:ask", pk)
    grown = ask.follow_with(id=form.cleaned_data["id"], at=request.now, link=form.cleaned_data["link"])
    return redirect("practice:forecast", grown.pk)


@never_cache
@require_http_methods(["GET", "POST"])
@rests()
def more(request: Request, pk: UUID) -> HttpResponse:
    ask = get_object_or_404(Ask.objects.of(request.user).with_all(), pk=pk)
    form = MoreForm(request.POST) if request.method == "POST" else MoreForm()
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        grown = ask.follow_with(id=data["id"], at=request.now, link=Link.MORE, title=data["title"])
        return redirect("practice:forecast", grown.pk)
    return render(request, "practice/more.html", {"ask": ask, "form": form}, status=422 if form.is_bound else 200)


@require_POST
def undo(request: Request, pk: UUID) -> HttpResponse:
    ask = get_object_or_404(Ask.objects.of(request.user).with_all(), pk=pk)
    try:
        ask.undo(at=request.now)
    except TooLate:
        return redirect("practice:ask", pk)
    return redirect("practice:log")


@never_cache
@require_http_methods(["GET", "POST"])
def ask_deletion(request: Request, pk: UUID) -> HttpResponse:
    ask = get_object_or_404(Ask.objects.of(request.user).with_all(), pk=pk)
    if request.method == "POST":
        ask.remove()
        return redirect("practice:diary")
    return render(request, "practice/deletion.html", {"ask": ask, "tab": "diary"})


@never_cache
@require_http_methods(["GET", "POST"])
def mended_details(request: Request, pk: UUID) -> HttpResponse:
    ask = get_object_or_404(Ask.objects.of(request.user).with_all(), pk=pk)
    data = request.POST if request.method == "POST" else None
    form = AboutForm.of(ask, data, today=latest_day(request.user, request.now))
    if form.is_bound and form.is_valid():
        ask.describe(seen=form.seen, **form.about())
        return redirect("practice:ask", pk)
    return render(request, "practice/about.html", {"ask": ask, "form": form}, status=422 if form.is_bound else 200)
