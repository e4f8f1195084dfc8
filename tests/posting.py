"""Asks sent to a running Unflinch by plain HTTP, as a browser without JavaScript sends them."""

import re
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

SECONDS = 120  # a busy machine answers late, and an answer that never comes is an error


class Poster:
    """One browser: a connection that stays open, and the token that a form wants."""

    def __init__(self, url: str) -> None:
        self.connection = HTTPConnection(urlsplit(url).netloc, timeout=SECONDS)
        self.cookie = ""
        self.token = ""

    def __enter__(self) -> "Poster":
        """Past the welcome, with a token in hand."""
        self.get("/")
        self.post("/welcome/", zone="Europe/Berlin", adult="yes", hard="no")
        assert self.get("/happened/")[0] == 200
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def get(self, address: str) -> tuple[int, str]:
        self.connection.request("GET", address, headers={"Cookie": self.cookie})
        answer = self.connection.getresponse()
        for name, value in answer.getheaders():
            if name == "Set-Cookie":
                self.cookie = value.partition(";")[0]
        page = answer.read().decode()
        found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        self.token = found.group(1) if found else self.token
        return answer.status, page

    def post(self, address: str, **fields: str) -> int:
        """The status of the answer; 302 says that it was saved."""
        body = urlencode({"csrfmiddlewaretoken": self.token, "id": str(uuid4()), **fields})
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request("POST", address, body=body, headers=headers)
        answer = self.connection.getresponse()
        answer.read()
        return answer.status

    def ask(self, title: str) -> int:
        return self.post("/happened/", title=title, outcome="no")
