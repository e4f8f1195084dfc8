"""What every page has to know while somebody has a lock: when to ask again."""

from django.http import HttpRequest

from unflinch.lock.opened import here_cookie


def lock_of_page(request: HttpRequest) -> dict[str, object]:
    """The lock that was opened for this page, and the cookie that runs out when the page is left; or nothing."""
    opened = getattr(request, "opened", None)
    return {"lock_opened": opened, "here_cookie": here_cookie()} if opened is not None else {}
