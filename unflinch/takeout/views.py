from contextlib import suppress
from datetime import timedelta
from typing import Any, BinaryIO, cast
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unflinch.accounts.requests import Request
from unflinch.takeout.archive import is_export
from unflinch.takeout.bringing_in import batch_of, bring_in, mend_row
from unflinch.takeout.checking import Malformed
from unflinch.takeout.diary.choices import FileChoices
from unflinch.takeout.diary.columns import Columns, UnknownColumns
from unflinch.takeout.diary.decoding import UnreadableFile
from unflinch.takeout.diary.rows import Diary, read_diary
from unflinch.takeout.diary.weeks import read_weeks
from unflinch.takeout.forms import ColumnsForm, RowForm, UploadForm
from unflinch.takeout.looking import look
from unflinch.takeout.models import Import, KeptRow, Upload

SHOWN = 20
FORGOTTEN_AFTER = timedelta(days=1)


@never_cache
@require_http_methods(["GET", "POST"])
def upload(request: Request) -> HttpResponse:
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_bound and form.is_valid():
        diary, weeks = form.cleaned_data["diary"], form.cleaned_data["weeks"]
        try:
            whole = is_export(cast(BinaryIO, diary))
            if whole:
                look(request.user, cast(BinaryIO, diary))
            else:
                with suppress(UnknownColumns):
                    read_diary(diary.read())
            kept = keep_upload(request, form.cleaned_data["id"], diary, weeks)
        except (UnreadableFile, Malformed) as error:
            form.add_error("diary", f"{error} Nothing was brought in.")
        else:
            return redirect("takeout:restoring" if whole else "takeout:preview", kept.pk)
    imports = Import.objects.of(request.user).whole().newest_first()
    rows = KeptRow.objects.of(request.user).open().by_line()[:SHOWN]
    page = {"form": form, "imports": imports, "kept": rows}
    return render(request, "takeout/upload.html", page, status=422 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def preview(request: Request, pk: UUID) -> HttpResponse:
    upload = get_object_or_404(Upload.objects.of(request.user), pk=pk)
    if upload.is_export:
        return redirect("takeout:restoring", pk)
    diary, columns, puzzle = looked_at(upload)
    form = ColumnsForm(columns, request.POST) if request.method == "POST" else ColumnsForm(columns)
    if form.is_bound and form.is_valid():
        try:
            read_diary(upload.diary, FileChoices(columns=form.mapping()))
        except UnreadableFile as error:
            form.add_error(None, str(error))
        else:
            upload.map(form.mapping())
            return redirect("takeout:preview", pk)
    weeks = read_weeks(upload.titles) if upload.titles else None
    page = {"upload": upload, "diary": diary, "form": form, "weeks": weeks, "puzzle": puzzle}
    return render(request, "takeout/preview.html", page, status=422 if form.is_bound else 200)


@require_POST
def bringing_in(request: Request, pk: UUID) -> HttpResponse:
    upload = get_object_or_404(Upload.objects.of(request.user), pk=pk)
    if upload.is_export:
        return redirect("takeout:restoring", pk)
    diary, _, _ = looked_at(upload)
    if diary is None:
        return redirect("takeout:preview", pk)
    weeks = read_weeks(upload.titles) if upload.titles else None
    batch = batch_of(request.user, upload.diary)
    bring_in(request.user, diary, weeks, batch=batch, name=upload.name, at=request.now)
    upload.delete()
    request.user.welcome(zone=request.user.zone, at=request.now)
    return redirect("takeout:imported", batch)


@never_cache
@require_safe
def imported(request: Request, pk: UUID) -> HttpResponse:
    batch = get_object_or_404(Import.objects.of(request.user).whole().of_sheets(), pk=pk)
    rows = KeptRow.objects.of(request.user).in_batch(pk).open().by_line()
    page = {"batch": batch, "kept": rows[:SHOWN], "aside": rows.count()}
    return render(request, "takeout/imported.html", page)


@never_cache
@require_http_methods(["GET", "POST"])
def kept_row(request: Request, pk: UUID) -> HttpResponse:
    row = get_object_or_404(KeptRow.objects.of(request.user).open(), pk=pk)
    form = RowForm(row.values, request.POST) if request.method == "POST" else RowForm(row.values)
    complaints = row.complaints
    if form.is_bound and form.is_valid():
        complaints = mend_row(row, form.cells(), at=request.now)
        if not complaints:
            return redirect("takeout:import")
    page = {"row": row, "form": form, "complaints": complaints}
    return render(request, "takeout/kept_row.html", page, status=422 if form.is_bound else 200)


@require_POST
def letting_go(request: Request, pk: UUID) -> HttpResponse:
    get_object_or_404(KeptRow.objects.of(request.user), pk=pk).close(at=request.now)
    return redirect("takeout:import")


def looked_at(upload: Upload) -> tuple[Diary | None, Columns, str]:
    """The diary as it reads now with its columns; or no diary, and the sentence that says which columns are missing."""
    try:
        diary = read_diary(upload.diary, FileChoices(columns=upload.columns))
    except UnknownColumns as unknown:
        return None, unknown.columns, str(unknown)
    return diary, diary.columns, ""


def keep_upload(request: Request, pk: UUID, diary: "UploadedFile[Any]", weeks: "UploadedFile[Any] | None") -> Upload:
    """Hold the files, sealed, until the person has looked at the preview. Raises UnreadableFile for bad weeks."""
    Upload.objects.of(request.user).older_than(request.now - FORGOTTEN_AFTER).delete()
    diary.seek(0)
    titles = weeks.read() if weeks else b""
    if titles:
        read_weeks(titles)
    content = {"name": diary.name or "", "content": diary.read().decode("latin-1"), "weeks": titles.decode("latin-1")}
    return Upload.objects.once(id=pk, person=request.user, at=request.now, arrived=request.now, **content)
