"""Somebody at the pages of a running Unflinch from another process: real sockets, cookies, forms."""

import re
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, OpenerDirector, Request, build_opener
from uuid import uuid4

from tests.live import Live

SECONDS = 300
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class _StaysHere(HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Diarist:
    """Sees pages and sends forms; every answer is a status with where it leads."""

    def __init__(self, live: Live):
        self.url = live.url
        self.opener: OpenerDirector = build_opener(HTTPCookieProcessor(CookieJar()), _StaysHere())
        self.token = ""

    def see(self, address: str) -> str:
        with self.opener.open(f"{self.url}{address}", timeout=SECONDS) as answer:
            page = str(answer.read(), "utf-8")
        if found := TOKEN.search(page):
            self.token = found[1]
        return page

    def send(self, address: str, *, file: tuple[str, bytes] | None = None, **fields: str) -> tuple[int, str]:
        told = {"csrfmiddlewaretoken": self.token, **fields}
        body, kind = parted(told, file) if file else (urlencode(told).encode(), "application/x-www-form-urlencoded")
        request = Request(f"{self.url}{address}", data=body, headers={"Content-Type": kind})
        try:
            with self.opener.open(request, timeout=SECONDS) as answer:
                return answer.status, answer.url
        except HTTPError as error:
            with error:
                return error.code, error.headers.get("Location", "")

    def happened(self, title: str) -> int:
        """Log an ask; returns the status."""
        return self.send("/happened/", id=str(uuid4()), outcome="no", title=title)[0]

    def brings(self, name: str, content: bytes) -> str:
        """Bring a diary in through its page; returns the page that says what came of it."""
        self.see("/import/")
        _, preview = self.send("/import/", file=(name, content), id=str(uuid4()))
        status, imported = self.send(f"{preview}bringing-in/")
        assert status == 302, status
        return self.see(imported)


def parted(fields: dict[str, str], file: tuple[str, bytes]) -> tuple[bytes, str]:
    """A form with a file, as a browser sends it."""
    edge = uuid4().hex
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    head = f'--{edge}\r\nContent-Disposition: form-data; name="diary"; filename="{file[0]}"\r\n'
    body = "".join(parts).encode() + f"{head}Content-Type: text/csv\r\n\r\n".encode() + file[1]
    return body + f"\r\n--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}"
