"""Somebody with a browser on a running Unflinch, without a browser: many of them can come at once."""

import re
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, build_opener
from uuid import uuid4

SECONDS_TO_ANSWER = 120  # on a busy machine


class _StaysHere(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """Go nowhere: the answer itself is looked at."""


class Visitor:
    """One window, with cookies of its own."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()), _StaysHere())

    def see(self, address: str) -> str:
        """The page at this address."""
        return self._answer(address, None)[1]

    def send(self, address: str, **fields: object) -> tuple[int, str]:
        """Send a form as one that this window has open; the status and the page, or where it leads to."""
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.see("/happened/"))
        assert token is not None
        return self._answer(address, urlencode({"csrfmiddlewaretoken": token.group(1), **fields}).encode())

    def happened(self, **fields: object) -> str:
        """Log an ask; the address of its debrief."""
        told = {"id": uuid4(), "outcome": "no", "title": "Ask for a plaster", **fields}
        status, address = self.send("/happened/", **told)
        assert status == 302, address
        return address

    def _answer(self, address: str, body: bytes | None) -> tuple[int, str]:
        try:
            with self.opener.open(f"{self.url}{address}", body, timeout=SECONDS_TO_ANSWER) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            with error:
                return error.code, error.headers.get("Location") or error.read().decode()
