"""A search that leaves no readable word in the address: what is looked for is sealed with the person's own key.

The form is sent by POST and leads to an address that holds the sealed words, so that Back, reloading and the next page
work as everywhere. The browser's history holds what only this diary can open, and nothing after erasing.
"""

import base64
import os
from collections.abc import Callable
from functools import wraps
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect

from unflinch.accounts.keyring import NONCE_BYTES
from unflinch.accounts.models import Person
from unflinch.accounts.requests import Request
from unflinch.accounts.sealed import keyring

_View = Callable[..., HttpResponse]

_SEALED: Final = "found"
_PURPOSE: Final = b"unflinch: words that are looked for"
# Sealed texts are as long as what they hold. Whoever sees the address learns only in steps how long that was.
_STEP: Final = 64
_NOT_SEARCHED: Final = frozenset({"csrfmiddlewaretoken", "page"})


def searched_by_post(view: _View) -> _View:
    """A view that reads a search from `request.GET`; the form is sent by POST, and the address holds it sealed."""

    @wraps(view)
    def search(request: Request, *arguments: Any, **named: Any) -> HttpResponse:
        if request.method == "POST":
            wanted = [(name, value) for name, value in _pairs(request.POST) if name not in _NOT_SEARCHED and value]
            sealed = urlencode({_SEALED: _seal(request.user, urlencode(wanted))}) if wanted else ""
            return redirect(f"{request.path}?{sealed}" if sealed else request.path)
        request.GET = _opened(request)  # type: ignore[assignment]  # ours can be read alike
        return view(request, *arguments, **named)

    return search


def search_of(request: Request) -> str:
    """The search as it stands in this page's address, to be followed by a page's number; empty without one."""
    kept = [(name, value) for name, value in parse_qsl(request.META.get("QUERY_STRING", "")) if name != "page"]
    return f"{urlencode(kept)}&" if kept else ""


def _seal(person: Person, text: str) -> str:
    """The text as a word for an address, which only this person's key opens. Raises KeyMissing."""
    nonce, padded = os.urandom(NONCE_BYTES), text.encode() + b"\0" * (-len(text.encode()) % _STEP)
    cipher = ChaCha20Poly1305(keyring().key_of(person.pk))
    return base64.urlsafe_b64encode(nonce + cipher.encrypt(nonce, padded, _PURPOSE)).decode("ascii")


def _open_sealed(person: Person, word: str) -> str:
    """The text again; empty where it was sealed with another key, cut or made up. Raises KeyMissing."""
    cipher = ChaCha20Poly1305(keyring().key_of(person.pk))
    try:
        blob = base64.urlsafe_b64decode(word)
        return cipher.decrypt(blob[:NONCE_BYTES], blob[NONCE_BYTES:], _PURPOSE).rstrip(b"\0").decode()
    except (InvalidTag, ValueError):
        return ""


def _opened(request: Request) -> QueryDict:
    query = request.GET.copy()
    for word in query.pop(_SEALED, []):
        query.update(QueryDict(_open_sealed(request.user, str(word))))
    return query


def _pairs(form: QueryDict) -> list[tuple[str, str]]:
    return [(name, str(value)) for name, values in form.lists() for value in values]
