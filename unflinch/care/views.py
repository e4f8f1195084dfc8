"""Help, a quick way out, and rests."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_POST, require_safe

from unflinch.accounts.requests import Request
from unflinch.care.forms import LENGTHS, PauseForm, PlaceForm
from unflinch.care.help_at_hand import country_of, help_address
from unflinch.care.help_first import help_page
from unflinch.care.help_lines import help_lines
from unflinch.care.models import Pause, days_on
from unflinch.care.stop_signs import first_visit, tender_times
from unflinch.shell.form_page import form_page, form_response, posted
from unflinch.shell.locking import stays_open, way_out

_A_MONTH = 30 * 24 * 60 * 60


@stays_open
@require_safe
@cache_control(private=True, max_age=_A_MONTH)
def help(request: HttpRequest) -> HttpResponse:
    """The same for everybody there, without the database: the browser keeps it for when there is no signal.

    A new release is a new address (see `help_at_hand`), so that no old list outlives it.
    """
    lines = help_lines()
    chosen = lines.of(request.GET.get("country", ""))
    page = {"chosen": chosen, "lines": lines, "signs": first_visit(), "tender": tender_times()}
    return render(request, "care/help.html", page)


@form_page
def place(request: Request) -> HttpResponse:
    written = {"country": country_of(request.user)}
    form = PlaceForm(posted(request), initial=written)
    if form.is_valid():
        request.user.live_in(form.cleaned_data["country"])
        return redirect(help_address(request)["help_address"])
    return form_response(request, "care/place.html", form)


@way_out
@never_cache
@require_safe
def away(request: HttpRequest) -> HttpResponse:
    return redirect("care:list")


@way_out
@require_safe
def shopping_list(request: HttpRequest) -> HttpResponse:
    """Where the quick way out leads: a page of ours that says nothing about us."""
    return render(request, "care/list.html")


@form_page
def pause(request: Request) -> HttpResponse:
    form = PauseForm(posted(request))
    if form.is_valid():
        until = days_on(request.user, form.cleaned_data["days"], at=request.now)
        Pause.objects.begin(request.user, id=form.cleaned_data["id"], until=until, at=request.now)
        return redirect(_onwards(request, request.POST.get("next", "")) or "care:pause")
    pauses = Pause.objects.of(request.user).in_force(request.now).last_to_end_first()
    return form_response(request, "care/pause.html", form, pauses=pauses, lengths=LENGTHS)


@never_cache
@require_safe
def pause_help(request: Request, pk: UUID) -> HttpResponse:
    """What follows words of a crisis: help, and one button that ends the rest they called for and carries on."""
    pause = get_object_or_404(Pause.objects.of(request.user), pk=pk)
    return help_page(request, {"pause": pause, "next": _onwards(request, request.GET.get("next", ""))})


@require_POST
def pause_end(request: Request, pk: UUID) -> HttpResponse:
    get_object_or_404(Pause.objects.of(request.user), pk=pk).end(request.now)
    return redirect(_onwards(request, request.POST.get("next", "")) or "care:pause")


def _onwards(request: Request, address: str) -> str:
    """The same address where it is one of ours, or empty."""
    return address if url_has_allowed_host_and_scheme(address, {request.get_host()}) else ""
