"""What a view begins with: the ask that its address names."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from unflinch.accounts.requests import Request
from unflinch.practice.models import Ask
from unflinch.practice.vocabulary import Outcome


def ask_or_404(request: Request, pk: UUID) -> Ask:
    """This person's ask with all that hangs on it. Raises Http404 for a stranger's, and for one that isn't there."""
    return get_object_or_404(Ask.objects.of(request.user).with_all(), pk=pk)


def undone_in(request: HttpRequest) -> str:
    """The answer that was just taken back, by its word, where the address says so."""
    said = request.GET.get("undone", "")
    return str(Outcome(said).label) if said in Outcome.values else ""
