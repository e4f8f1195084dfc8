"""How far the service worker reaches. Knows nothing of Django, so that the settings can name it."""

from wsgiref.headers import Headers


def let_the_worker_see_all(headers: Headers, _path: str, url: str) -> None:
    """Add the header that lets the service worker, one of many static files, stand in front of every page."""
    if "/shell/worker/worker." in url:
        headers["Service-Worker-Allowed"] = "/"
