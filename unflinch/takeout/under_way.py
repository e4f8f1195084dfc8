"""What pages say while an import is coming in or being taken back, and while an erasure waits to be finished."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject

from unflinch.accounts.keyring import KeyMissing
from unflinch.accounts.models import Person
from unflinch.practice.history import cached_fold
from unflinch.takeout.erasing import note_of_it
from unflinch.takeout.models import Import
from unflinch.takeout.one_at_a_time import Busy


class AnswerBusy:
    """A calm page where something has to wait: for another import, or for the rest of an erasure."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Only these two: everything else goes its way."""
        if isinstance(exception, KeyMissing) and note_of_it().exists():
            return render(request, "takeout/half_erased.html", status=503)
        return render(request, "takeout/busy.html", status=503) if isinstance(exception, Busy) else None


def import_under_way(request: HttpRequest) -> dict[str, object]:
    """For every page: how far an import is that isn't whole; empty where all is."""
    person = getattr(request, "user", None)
    return {"import_under_way": SimpleLazyObject(lambda: _state_of(person))} if isinstance(person, Person) else {}


def _state_of(person: Person) -> str:
    """The state of the first import of this person that isn't whole; empty where all are.

    Read once for each version of the person's facts: an import is a fact, so whatever changes its state raises that.
    """

    def read() -> str:
        return Import.objects.of(person).interrupted().values_list("state", flat=True).first() or ""

    return cached_fold(person, "import under way", read)
