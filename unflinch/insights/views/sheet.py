"""The sheet: choosing what goes on it, the page to print, the PDF, and links that end."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unflinch.accounts.models import Person
from unflinch.accounts.requests import Request
from unflinch.insights.forms import USUAL, LinkForm, RangeForm
from unflinch.insights.models import SheetLink
from unflinch.insights.sheet.material import material_of
from unflinch.insights.sheet.parts import Section, sections_of
from unflinch.insights.sheet.pdf import pdf_of

_FOOTER = "Asking practice, logged by the person doing it. Not a diagnosis and not therapy. Intervals are 95%."


@require_safe
def sheet(request: Request) -> HttpResponse:
    return _choosing(request, RangeForm(initial={"parts": USUAL, "paper": "a4"}), status=200)


@never_cache
@require_safe
def page(request: Request) -> HttpResponse:
    form = RangeForm(request.GET)
    if not form.is_valid():
        return _choosing(request, form, status=422)
    data = form.cleaned_data
    shown = {"sections": _sections(request.user, data, today=request.day), "about": _about(data, today=request.day)}
    return render(request, "insights/sheet_page.html", {**shown, "query": request.GET.urlencode()})


@never_cache
@require_safe
def pdf(request: Request) -> HttpResponse:
    form = RangeForm(request.GET)
    if not form.is_valid():
        return _choosing(request, form, status=422)
    data = form.cleaned_data
    found = _sections(request.user, data, today=request.day)
    made = pdf_of(found, about=_about(data, today=request.day), paper=data["paper"] or "a4")
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="sheet-{request.day}.pdf"'
    return answer


@require_POST
def links(request: Request) -> HttpResponse:
    form = LinkForm(request.POST)
    if not form.is_valid():
        return _choosing(request, form, status=422)
    data = form.cleaned_data
    what = {name: data[name] for name in ("first", "last", "parts")}
    until = request.now + timedelta(days=data["days"])
    SheetLink.objects.give(request.user, id=data["id"], at=request.now, until=until, **what)
    return redirect("insights:sheet")


@require_POST
def revocation(request: Request, pk: UUID) -> HttpResponse:
    get_object_or_404(SheetLink.objects.of(request.user), pk=pk).revoke(at=request.now)
    return redirect("insights:sheet")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def shared_sheet(request: Request, token: str) -> HttpResponse:
    """Somebody with a link. A look at the address counts nothing and shows nothing; pressing the button does both."""
    answer = _behind(request, token)
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def _behind(request: Request, token: str) -> HttpResponse:
    """The door of the link with this token, the sheet once somebody pressed its button, or that it has ended."""
    link = SheetLink.objects.behind(token).alive(request.now).select_related("person").first()
    if link is None:
        return render(request, "insights/sheet_ended.html", status=404)
    if request.method != "POST":
        return render(request, "insights/sheet_door.html", {"link": link})
    link.count()
    what: dict[str, Any] = {"first": link.first, "last": link.last, "parts": link.parts}
    today = link.person.day_of(request.now)
    shown = {"sections": _sections(link.person, what, today=today), "about": _about(what, today=today)}
    return render(request, "insights/sheet_page.html", {**shown, "guest": True})


def _choosing(request: Request, form: RangeForm, *, status: int) -> HttpResponse:
    """The page on which a sheet is put together, with the links that open now."""
    alive = SheetLink.objects.of(request.user).alive(request.now).newest_first()
    link = form if isinstance(form, LinkForm) else LinkForm(initial={"days": 14}, auto_id="link_%s")
    page = {"tab": "changes", "form": form, "link": link, "links": alive, "id": uuid4(), "origin": request.get_host()}
    return render(request, "insights/sheet.html", {**page, "scheme": request.scheme}, status=status)


def _sections(person: Person, data: Mapping[str, Any], *, today: date) -> Sequence[Section]:
    material = material_of(person, first=data["first"], last=data["last"], today=today)
    return sections_of(material, data["parts"])


def _about(data: Mapping[str, Any], *, today: date) -> dict[str, str]:
    """What stands above and below the parts."""
    first, last = data["first"], data["last"]
    spelt = {
        True: "Everything logged so far",
        False: f"{_day_words(first) or 'The beginning'} to {_day_words(last or today)}",
    }
    return {
        "title": "Asking practice",
        "range": f"{spelt[first is None and last is None]}. Made on {_day_words(today)}.",
        "footer": _FOOTER,
    }


def _day_words(day: date | None) -> str:
    return "" if day is None else f"{day.day} {day:%B %Y}"
