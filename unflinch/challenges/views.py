from uuid import UUID, uuid4

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unflinch.accounts.models import Draft
from unflinch.accounts.requests import Request
from unflinch.accounts.searching import search_of, searched_by_post
from unflinch.accounts.typed import with_typed
from unflinch.care.hints import hints_for
from unflinch.care.resting import rests
from unflinch.challenges.browsing import matching, shelves_of
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.forms import ChoosingForm, FilterForm, OwnChallengeForm
from unflinch.challenges.models import OwnChallenge
from unflinch.challenges.tiles import MOOD_TILES, PLACE_TILES, TILES
from unflinch.shell.form_page import form_page, form_response, posted

_A_PAGE = 24
_NEW = "own"


@require_http_methods(["GET", "HEAD", "POST"])
@rests()
@searched_by_post
def ideas(request: Request) -> HttpResponse:
    form = FilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    found = matching(catalogue(), **wanted)
    searching = any(wanted.values())
    page = {
        "tab": "ideas",
        "form": form,
        "searching": searching,
        "narrowed": any(value for name, value in wanted.items() if name not in ("q", "tile")),
        "tile": TILES.get(wanted.get("tile", "")),
        "query": search_of(request),
        "found": Paginator(found, _A_PAGE).get_page(request.GET.get("page")) if searching else None,
        "shelves": shelves_of(catalogue().decks),
        "own": (own := list(OwnChallenge.objects.of(request.user).on_offer().gentlest_first())),
        "all": len(catalogue().by_boldness) + len(own),
        "moods": MOOD_TILES,
        "places": PLACE_TILES,
    }
    return render(request, "challenges/ideas.html", page)


@require_safe
@rests()
def deck(request: Request, slug: str) -> HttpResponse:
    found = next((deck for deck in catalogue().decks if deck.slug == slug), None)
    if found is None:
        raise Http404
    return render(request, "challenges/deck.html", {"tab": "ideas", "deck": found})


@never_cache
@require_safe
@rests()
def challenge(request: Request, slug: str) -> HttpResponse:
    found = catalogue().get(slug)
    if found is None:
        raise Http404
    gentler, bolder = catalogue().get(found.gentler), catalogue().get(found.bolder)
    page = {"tab": "ideas", "challenge": found, "gentler": gentler, "bolder": bolder}
    page |= {"choosing": ChoosingForm(initial={"slug": slug}), "aside_id": uuid4()}
    return render(request, "challenges/challenge.html", page)


@form_page
@rests("GET", "HEAD")
def own_new(request: Request) -> HttpResponse:
    typed = Draft.objects.fields_of(request.user, _NEW)
    form = with_typed(OwnChallengeForm, posted(request), typed)
    if form.is_valid():
        own = OwnChallenge.objects.once(
            id=form.cleaned_data["id"], person=request.user, at=request.now, arrived=request.now, **form.content()
        )
        Draft.objects.clear(request.user, _NEW)
        return redirect("challenges:own", own.pk)
    return form_response(request, "challenges/own_new.html", form, tab="ideas")


@form_page
@rests("GET", "HEAD")
def own(request: Request, pk: UUID) -> HttpResponse:
    own = get_object_or_404(OwnChallenge.objects.of(request.user), pk=pk)
    form = OwnChallengeForm.of(own, posted(request))
    if form.is_valid():
        own.amend(seen=form.seen, **form.mended())
        return redirect("challenges:own", pk)
    choosing = ChoosingForm(initial={"own": own.pk}, auto_id="choosing_%s")
    page = {"own": own, "choosing": choosing, "hints": hints_for(own.title, own.line)}
    return form_response(request, "challenges/own.html", form, tab="ideas", **page)


@require_POST
def own_retirement(request: Request, pk: UUID) -> HttpResponse:
    get_object_or_404(OwnChallenge.objects.of(request.user), pk=pk).retire(at=request.now)
    return redirect("challenges:ideas")
