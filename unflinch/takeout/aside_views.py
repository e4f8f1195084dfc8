"""The pages of rows kept aside: all of an import at once, and one by itself."""

from typing import Final
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from unflinch.accounts.requests import Request
from unflinch.shell.form_page import form_page, form_response, posted
from unflinch.takeout.forms import RowForm
from unflinch.takeout.groups import Alike, in_groups
from unflinch.takeout.mending import let_go, mend_rows
from unflinch.takeout.models import Import, KeptRow

GROUPS_A_PAGE: Final = 30


@never_cache
@require_safe
def row_aside(request: Request, pk: UUID) -> HttpResponse:
    batch = get_object_or_404(Import.objects.of(request.user), pk=pk)
    groups = _groups_of(request, batch)
    return _page_of(request, batch, groups) if groups else redirect("takeout:imported", pk)


@require_POST
def alike(request: Request, pk: UUID, key: str) -> HttpResponse:
    batch = get_object_or_404(Import.objects.of(request.user), pk=pk)
    groups = _groups_of(request, batch)
    group = _group_with(groups, key)
    form = group.ask(request.POST)
    if form.is_valid():
        changes = {group.complaint.column: form.cleaned_data["cell"]} if group.has_cell else {}
        mended = mend_rows(request.user, group.rows, changes, at=request.now)
        wrong = [one for _, complaints in mended.still for one in complaints if one.column in changes]
        if not wrong:
            return redirect("takeout:aside", pk)
        form.add_error("cell", f"{wrong[0].sentence}.")
    return _page_of(request, batch, groups, near=group, status=422)


@require_POST
def row_replacing(request: Request, pk: UUID, key: str) -> HttpResponse:
    batch = get_object_or_404(Import.objects.of(request.user), pk=pk)
    group = _group_with(_groups_of(request, batch), key)
    mend_rows(request.user, group.rows, {}, at=request.now, replaces=True)
    return redirect("takeout:aside", pk)


@require_POST
def letting_alike_go(request: Request, pk: UUID, key: str) -> HttpResponse:
    batch = get_object_or_404(Import.objects.of(request.user), pk=pk)
    let_go(_group_with(_groups_of(request, batch), key).rows, at=request.now)
    return redirect("takeout:aside", pk)


@require_POST
def letting_all_go(request: Request, pk: UUID) -> HttpResponse:
    get_object_or_404(Import.objects.of(request.user), pk=pk)
    let_go(KeptRow.objects.of(request.user).in_batch(pk).open(), at=request.now)
    return redirect("takeout:imported", pk)


@form_page
def kept_row(request: Request, pk: UUID) -> HttpResponse:
    row = get_object_or_404(KeptRow.objects.of(request.user).open(), pk=pk)
    complaints = row.complaints
    form = RowForm(row.values, complaints, posted(request))
    if form.is_valid():
        mended = mend_rows(request.user, [row], form.cells(), at=request.now)
        if not mended.still:
            return redirect("takeout:aside", row.batch)
        complaints = mended.still[0][1]
        form.show(complaints)
    return form_response(request, "takeout/kept_row.html", form, row=row, complaints=complaints)


@require_POST
def replacing_one(request: Request, pk: UUID) -> HttpResponse:
    row = get_object_or_404(KeptRow.objects.of(request.user).open(), pk=pk)
    mend_rows(request.user, [row], {}, at=request.now, replaces=True)
    return redirect("takeout:aside", row.batch)


@require_POST
def letting_go(request: Request, pk: UUID) -> HttpResponse:
    row = get_object_or_404(KeptRow.objects.of(request.user), pk=pk)
    let_go([row], at=request.now)
    return redirect("takeout:aside", row.batch)


def _groups_of(request: Request, batch: Import) -> list[Alike]:
    """The rows of this import that wait for a word, by what is in their way."""
    return in_groups(request.user, KeptRow.objects.of(request.user).in_batch(batch.pk).open().by_line(), batch.said)


def _group_with(groups: list[Alike], key: str) -> Alike:
    """The group of this key. Raises Http404."""
    found = next((group for group in groups if group.key == key), None)
    if found is None:
        raise Http404
    return found


def _page_of(
    request: Request, batch: Import, groups: list[Alike], *, near: Alike | None = None, status: int = 200
) -> HttpResponse:
    """A page of groups; the one that holds `near`, where one is named."""
    pages = Paginator(groups, GROUPS_A_PAGE)
    number = groups.index(near) // GROUPS_A_PAGE + 1 if near else request.GET.get("page")
    page = {"batch": batch, "pages": pages.get_page(number), "count": sum(len(group.rows) for group in groups)}
    return render(request, "takeout/aside.html", page, status=status)
