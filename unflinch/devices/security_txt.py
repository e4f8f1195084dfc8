"""Where to write when somebody finds a hole in this installation (RFC 9116)."""

from datetime import UTC, timedelta
from typing import Final

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from unflinch.devices.requests import DeviceRequest
from unflinch.shell.locking import stays_open

SECURITY_TXT: Final = "/.well-known/security.txt"
# It's made anew each time, from what the host has set, so it's out of date only where nobody serves it any more.
_GOOD_FOR: Final = timedelta(days=90)


@stays_open
@require_safe
def security_txt(request: DeviceRequest) -> HttpResponse:
    """The file, where a host has given a contact; over https alone, as the standard asks. Else 404."""
    if settings.ADDRESS is None or not settings.ADDRESS.secure or not settings.SECURITY_CONTACT:
        return HttpResponse(status=404, content_type="text/plain; charset=utf-8")
    expires = (request.now + _GOOD_FOR).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    fields = {
        "Contact": settings.SECURITY_CONTACT,
        "Expires": expires,
        "Preferred-Languages": "en",
        "Canonical": f"{settings.ADDRESS}{SECURITY_TXT}",
        "Policy": settings.SECURITY_POLICY,
    }
    lines = [f"{name}: {value}\n" for name, value in fields.items() if value]
    return HttpResponse("".join(lines), content_type="text/plain; charset=utf-8")
