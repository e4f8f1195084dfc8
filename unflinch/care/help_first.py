"""Wherever somebody types words of a crisis, help comes first, and challenges rest for today."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, cast
from urllib.parse import urlencode
from uuid import UUID, uuid5

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from unflinch.accounts.requests import Request
from unflinch.care.attention import NOTHING, Attention, heaviest
from unflinch.care.help_at_hand import country_of
from unflinch.care.help_lines import help_lines
from unflinch.care.models import Pause, days_on
from unflinch.care.resting import is_resting
from unflinch.care.words import level_by_lists
from unflinch.shell.forms import Form, forms_sent

_CARRY_ON: Final = "safe"  # in the address of a search whose writer said that they are safe
_NOT_ACCEPTED: Final = 400  # from this status on nothing was saved


class HelpFirst:
    """Reads every form that is sent. Nothing it finds is stored but a rest, which looks like any other.

    What was sent is saved as always; only the page that follows is help, with one button that carries on to where the
    person was going. A search changes nothing, so its page of help stands in place of what was found.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        with forms_sent() as sent:
            request.sent = sent
            response = self.get_response(request)
        typed = _typed_with(request)
        if response.status_code >= _NOT_ACCEPTED or not typed.of_a_crisis:
            return response
        if request.method != "POST":
            return help_page(request, {"search": _carried_on(request)})
        pause = _rest_for_today(request, typed)
        if pause.ended_at is not None or not response.has_header("Location"):
            return response  # the same words again, whose writer has said that they are safe
        query = urlencode({"next": response.headers["Location"]})
        return redirect(f"{reverse('care:help_first', args=[pause.pk])}?{query}")


@dataclass(frozen=True, slots=True)
class _Typed:
    """The forms of one request, and what their words say."""

    sent: Sequence[Form]

    @property
    def texts(self) -> list[str]:
        """The words of each field, once each."""
        return list(dict.fromkeys(text for form in self.sent for text in form.own_words() if text))

    @property
    def id(self) -> UUID | None:
        """The number of the fact that is written with these words, where one is."""
        ids = (getattr(form, "cleaned_data", {}).get("id") for form in self.sent)
        return next((id for id in ids if isinstance(id, UUID)), None)

    @property
    def reading(self) -> Attention:
        """The words of each field, and those of one form in a row: a sentence can be split over two fields."""
        alone = heaviest(self.texts)
        in_a_row = [" ".join(words) for form in self.sent if len(words := form.own_words()) > 1]
        if any(level_by_lists(text) == "explicit" for text in in_a_row):
            return replace(alone, level="explicit")
        return alone

    @property
    def of_a_crisis(self) -> bool:
        return self.reading.level == "explicit"


def _typed_with(request: Request) -> _Typed:
    """What was typed into the forms of this request: nothing in a search whose writer has said that they are safe."""
    return _Typed([] if _CARRY_ON in request.GET else request.sent)


def _rest_for_today(request: Request, words: _Typed) -> Pause:
    """The rest until the end of today that these words call for; the same words sent twice are one rest."""
    at = request.came or request.now  # words that waited on a phone call for a rest from the moment they come in
    until = days_on(request.user, 1, at=at)
    id = uuid5(words.id or request.user.pk, "\n".join((until.isoformat(), *words.texts)))
    return Pause.objects.begin(request.user, id=id, until=until, at=at)


def help_page(request: Request, page: dict[str, Any]) -> HttpResponse:
    """Help before anything else: the lines of the person's own country, and a way on."""
    return render(request, "care/help_first.html", {"country": help_lines().of(country_of(request.user)), **page})


def _carried_on(request: HttpRequest) -> str:
    """The address of the same search as it came, its words sealed, with the word that its writer is safe."""
    query = QueryDict(request.META.get("QUERY_STRING", ""), mutable=True)
    query[_CARRY_ON] = "yes"
    return f"{request.path}?{query.urlencode()}"


def beside_words(request: HttpRequest) -> dict[str, Any]:
    """For every template: what the words say that came with this request, and whether challenges rest at this moment.

    Both are found out only where a template asks.
    """
    if not hasattr(request, "sent"):  # a page of somebody who was not let in
        return {"typed_now": NOTHING, "rests_now": False}
    ours = cast(Request, request)
    return {
        "typed_now": SimpleLazyObject(lambda: _typed_with(ours).reading),
        "rests_now": SimpleLazyObject(lambda: is_resting(ours)),
    }
