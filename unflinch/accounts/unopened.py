"""The page for data that can't be opened: which file it is, and what to do."""

from django.db import DatabaseError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string

from unflinch.accounts.check_up import what_is_wrong

# What reading damaged or missing files raises. A fault of ours raises these too, so the files are looked at first.
_UNOPENED = (DatabaseError, OSError, LookupError, ValueError, TypeError)


def explained(error: Exception) -> HttpResponse | None:
    """The calm page, where the files are what is wrong; None where they're well, and the fault is ours."""
    if not isinstance(error, _UNOPENED):
        return None
    advice = what_is_wrong()
    if not advice and isinstance(error, OperationalError) and "locked" in str(error):
        advice = "Something else is writing to your diary just now. Wait a moment and send it again."
    if not advice:
        return None
    # Without the request, which would look the person up once more.
    return HttpResponse(render_to_string("accounts/unopened.html", {"advice": advice}), status=503)
