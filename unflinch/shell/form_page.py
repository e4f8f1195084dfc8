"""Pages with a form: shown empty, shown again with what is wrong in it, or saved and left behind.

@form_page
def echo(request, pk):
    ask = ask_or_404(request, pk)
    form = EchoForm(posted(request))
    if form.is_valid():
        ask.echo(at=request.now, **form.cleaned_data)
        return redirect("practice:ask", pk)
    return form_response(request, "practice/echo.html", form, ask=ask)
"""

from collections.abc import Callable
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods


def form_page(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view that shows a form and takes it. The browser asks for the page anew each time, as a form has its own id."""
    return never_cache(require_http_methods(["GET", "HEAD", "POST"])(view))


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent with the form; None when somebody looks at the page, so that the form is unbound."""
    return request.POST if request.method == "POST" else None


def form_response(request: HttpRequest, template: str, form: BaseForm, **page: Any) -> HttpResponse:
    """The page with the form on it, answered with 422 where something that was sent has to be put right."""
    return render(request, template, {"form": form, **page}, status=422 if form.is_bound else 200)
