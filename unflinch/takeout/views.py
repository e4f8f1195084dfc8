from collections import Counter
from contextlib import suppress
from datetime import timedelta
from typing import Any, BinaryIO, cast
from uuid import UUID, uuid4

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from unflinch.accounts.requests import Request
from unflinch.shell.form_page import form_page, form_response, posted
from unflinch.takeout.archive import is_export
from unflinch.takeout.bringing_in import batch_of, bring_in
from unflinch.takeout.checking import Malformed
from unflinch.takeout.diary.columns import UnknownColumns
from unflinch.takeout.diary.decoding import UnreadableFile
from unflinch.takeout.diary.rows import read_diary
from unflinch.takeout.diary.weeks import read_weeks
from unflinch.takeout.forms import UploadForm
from unflinch.takeout.look import agreed, diary_of, look_at
from unflinch.takeout.looking import look
from unflinch.takeout.models import Import, KeptRow, Upload

_FORGOTTEN_AFTER = timedelta(days=1)


@form_page
def upload(request: Request) -> HttpResponse:
    form = UploadForm(posted(request), request.FILES or None)
    if form.is_valid():
        diary, weeks = form.cleaned_data["diary"], form.cleaned_data["weeks"]
        try:
            whole = is_export(cast(BinaryIO, diary))
            if whole:
                look(request.user, cast(BinaryIO, diary))
            else:
                with suppress(UnknownColumns):
                    read_diary(diary.read())
            kept = _keep_upload(request, form.cleaned_data["id"], diary, weeks)
        except (UnreadableFile, Malformed) as error:
            form.add_error("diary", f"{error} Nothing was brought in.")
        else:
            return redirect("takeout:restoring" if whole else "takeout:preview", kept.pk)
    imports = Import.objects.of(request.user).whole().in_short().newest_first()
    aside = Counter(KeptRow.objects.of(request.user).open().values_list("batch", flat=True))
    return form_response(request, "takeout/upload.html", form, imports=[(one, aside[one.pk]) for one in imports])


@form_page
def preview(request: Request, pk: UUID) -> HttpResponse:
    upload = get_object_or_404(Upload.objects.of(request.user), pk=pk)
    if upload.batch is not None:
        return redirect("takeout:imported", upload.batch)
    if upload.is_export:
        return redirect("takeout:restoring", pk)
    seen = look_at(upload, at=request.now)
    form = seen.form(posted(request))
    if form.is_valid():
        try:
            upload.say(agreed(upload.diary, form.said(upload.said)))
        except UnreadableFile as error:
            form.add_error(None, str(error))
        else:
            return redirect("takeout:preview", pk)
    return form_response(request, "takeout/preview.html", form, upload=upload, look=seen)


@require_POST
def bringing_in(request: Request, pk: UUID) -> HttpResponse:
    upload = get_object_or_404(Upload.objects.of(request.user), pk=pk)
    if upload.batch is not None:
        return redirect("takeout:imported", upload.batch)
    diary = None if upload.is_export else diary_of(upload, at=request.now)
    if diary is None:
        return redirect("takeout:preview", pk)
    weeks = read_weeks(upload.titles) if upload.titles else None
    batch = batch_of(request.user, upload.diary)
    bring_in(request.user, diary, weeks, batch=batch, name=upload.name, at=request.now, upload=upload)
    return redirect("takeout:imported", batch)


@never_cache
@require_safe
def imported(request: Request, pk: UUID) -> HttpResponse:
    batch = get_object_or_404(Import.objects.of(request.user).of_sheets(), pk=pk)
    page = {"batch": batch, "aside": KeptRow.objects.of(request.user).in_batch(pk).open().count()}
    return render(request, "takeout/imported.html", page)


def _keep_upload(request: Request, pk: UUID, diary: "UploadedFile[Any]", weeks: "UploadedFile[Any] | None") -> Upload:
    """Hold the files, sealed, until the person has looked at the preview. Raises UnreadableFile for bad weeks."""
    Upload.objects.of(request.user).older_than(request.now - _FORGOTTEN_AFTER).delete()
    diary.seek(0)
    titles = weeks.read() if weeks else b""
    if titles:
        read_weeks(titles)
    content = {"name": diary.name or "", "content": diary.read().decode("latin-1"), "weeks": titles.decode("latin-1")}
    held = Upload.objects.of(request.user).filter(pk=pk).first()
    # A page gone back to sends its old id with another file, or with the same one for a second try.
    id = pk if held is None or held.says(content) else uuid4()
    return Upload.objects.once(id=id, person=request.user, at=request.now, arrived=request.now, **content)
