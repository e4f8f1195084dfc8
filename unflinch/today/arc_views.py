"""A deck with an arc: its stages as a way, how far one has come, and whether to follow it."""

from uuid import uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from unflinch.accounts.requests import Request
from unflinch.care.resting import rests
from unflinch.challenges.arcs import arc_named
from unflinch.coach.following import followed_way, way_through
from unflinch.coach.next_step import offer_for


@never_cache
@require_safe
@rests()
def arc(request: Request, slug: str) -> HttpResponse:
    found = arc_named(slug)
    if found is None:
        raise Http404
    offer = offer_for(request.user, at=request.now, paused=False)
    page = {
        "tab": "ideas",
        "way": way_through(request.user, found),
        "other": followed_way(request.user),
        "rest": "" if offer is None or offer.challenge is not None else offer.sentence,
        "id": uuid4(),
    }
    return render(request, "today/arc.html", page)
