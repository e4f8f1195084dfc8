"""The facts of a week; its page is one of insights'."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from unflinch.accounts.requests import Request
from unflinch.care.attention import rest_if_needed
from unflinch.practice.forms.week import WeekForm
from unflinch.practice.models import Ask
from unflinch.practice.reviewing import review_week


@require_POST
def weeks(request: Request) -> HttpResponse:
    form = WeekForm(request.POST)
    if not form.is_valid():
        raise Http404
    data, content = form.cleaned_data, form.content()
    named = {pk for pk in (content["funniest_id"], content["kindest_id"]) if pk is not None}
    if Ask.objects.of(request.user).with_ids(named).count() != len(named):
        raise Http404
    review_week(
        request.user, id=data["id"], at=request.now, day=data["day"], week=data["week"], turn=data["turn"], **content
    )
    rest_if_needed(request.user, [content["title"], content["takeaway"]], id=data["id"], at=request.now)
    return redirect("insights:week", data["day"].isoformat() if data["day"] else f"week-{data['week']}")
