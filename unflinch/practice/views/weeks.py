"""The facts of a week; its page is one of insights'."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from unflinch.accounts.requests import Request
from unflinch.practice.forms.week import WeekForm
from unflinch.practice.history.weeks import address_of
from unflinch.practice.models import Ask, WeekReview
from unflinch.practice.review_week import review_week

_MOMENTS = ("funniest", "kindest")


@never_cache
@require_POST
def weeks(request: Request) -> HttpResponse:
    form = WeekForm.of(_opened_on(request), request.POST)
    if form.non_field_errors():
        raise Http404
    if not form.is_valid():
        page = {"tab": "diary", "form": form.offer([], _picked(request))}
        return render(request, "practice/week.html", page, status=422)
    data, told = form.cleaned_data, form.content()
    named = {told[name] for name in _MOMENTS if told.get(name) is not None}
    if Ask.objects.of(request.user).with_ids(named).count() != len(named):
        raise Http404
    which = {"day": data["day"], "week": data["week"], "latest": data["review"]}
    review_week(request.user, id=data["id"], at=request.now, seen=form.seen, **which, **told)
    if data["from_today"]:
        return redirect("today:home")
    return redirect("insights:week", address_of(data["day"], data["week"]))


def _opened_on(request: Request) -> WeekReview | None:
    """The review that the form was opened on, where it names one of this person's."""
    try:
        id = UUID(request.POST.get("review", ""))
    except ValueError:
        return None
    return WeekReview.objects.of(request.user).filter(pk=id).first()


def _picked(request: Request) -> list[tuple[str, str]]:
    """The moment and the stranger that were picked, as choices."""
    ids = [request.POST.get(name, "") for name in _MOMENTS]
    return [(id, "as you picked it") for id in dict.fromkeys(ids) if id]
