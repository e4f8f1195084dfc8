from io import BytesIO
from typing import Any
from uuid import UUID

from django.http import FileResponse, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from unflinch.accounts.requests import Request
from unflinch.shell.form_page import form_page, form_response, posted
from unflinch.shell.forms import Form
from unflinch.takeout.checking import Malformed
from unflinch.takeout.erasing import Unfinished, erase
from unflinch.takeout.forms import ErasureForm
from unflinch.takeout.looking import look
from unflinch.takeout.models import Import, Upload
from unflinch.takeout.one_at_a_time import Busy
from unflinch.takeout.packing import pack
from unflinch.takeout.taking_back import looked_back, take_back
from unflinch.takeout.telling import said_of_export, said_of_taking_back
from unflinch.takeout.unpacking import is_new_here, unpack

# The browser forgets the pages it held.
_FORGET = '"cache", "storage"'


@form_page
def export(request: Request) -> HttpResponse | FileResponse:
    if request.method != "POST":
        return form_response(request, "takeout/export.html", Form())
    content = BytesIO()
    pack(request.user, content, at=request.now)
    content.seek(0)
    return FileResponse(content, as_attachment=True, filename=f"unflinch-{request.day}.zip")


@form_page
def restoring(request: Request, pk: UUID) -> HttpResponse:
    upload = get_object_or_404(Upload.objects.of(request.user), pk=pk)
    file = BytesIO(upload.diary)
    page: dict[str, Any] = {"upload": upload}
    try:
        if request.method == "POST":
            unpacked = unpack(request.user, file, name=upload.name, at=request.now)
            upload.delete()
            return redirect("takeout:restored", unpacked.batch.pk) if unpacked.batch else redirect("takeout:import")
        looked, fresh = look(request.user, file), is_new_here(request.user)
        page |= {"said": said_of_export(looked, request.user, fresh=fresh), "is_new": looked.added > 0 or fresh}
    except (Malformed, Busy) as sentence:
        page["puzzle"] = f"{sentence} Nothing was brought in."
    return render(request, "takeout/restoring.html", page, status=422 if "puzzle" in page else 200)


@never_cache
@require_safe
def restored(request: Request, pk: UUID) -> HttpResponse:
    batch = get_object_or_404(Import.objects.of(request.user).whole(), pk=pk)
    return render(request, "takeout/restored.html", {"batch": batch})


@form_page
def taking_back(request: Request, pk: UUID) -> HttpResponse:
    batch = get_object_or_404(Import.objects.of(request.user).whole(), pk=pk)
    puzzle = ""
    if request.method == "POST":
        try:
            take_back(request.user, batch)
        except Busy as sentence:
            puzzle = str(sentence)
        else:
            return redirect("takeout:import")
    page = {"batch": batch, "said": said_of_taking_back(looked_back(request.user, batch)), "puzzle": puzzle}
    return render(request, "takeout/taking_back.html", page, status=422 if puzzle else 200)


@form_page
def erasure(request: Request) -> HttpResponse:
    form = ErasureForm(posted(request))
    if form.is_valid():
        try:
            erase(request.user, at=request.now)
        except Unfinished as sentence:
            form.add_error(None, str(sentence))
        else:
            return HttpResponseRedirect(reverse("today:home"), headers={"Clear-Site-Data": _FORGET})
    return form_response(request, "takeout/erasure.html", form)
