"""Handing a message to a push service (RFC 8030), sealed for one browser (RFC 8291), over https to a public host."""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Final
from urllib.parse import SplitResult, urlsplit

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from py_vapid.utils import b64urldecode

from unflinch.nudges.models import Subscription
from unflinch.nudges.vapid import vapid_headers

_SECONDS: Final = 10
_HOLD_FOR: Final = timedelta(hours=3)  # a service keeps it so long for a phone that is off; later it would be stale
_LATER: Final = (429, 500, 502, 503, 504)
_GONE: Final = (404, 410)
_LONGEST_WAIT: Final = timedelta(days=1)
_PORTS: Final = {"https": 443, "http": 80}
_LONGEST_ADDRESS: Final = 1000


class Receipt(Enum):
    """What came of handing a message over."""

    TAKEN = auto()
    UNKNOWN = auto()  # it was sent, and no answer came: it may have arrived
    LATER = auto()
    REFUSED = auto()
    GONE = auto()


@dataclass(frozen=True, slots=True)
class Answered:
    """A receipt, and how long the service wants to be left alone where it said so."""

    receipt: Receipt
    wait: timedelta = timedelta()


class NoPushService(ValueError):
    """An address that no push service of the public network has."""


def hand_over(subscription: Subscription, message: bytes, *, topic: str, at: datetime) -> Answered:
    """Hand this message to the browser's push service. Redirects aren't followed, and no private host is called.

    A message of the same `topic` that still waits there is replaced.
    """
    try:
        address, body = checked_endpoint(subscription.endpoint), _sealed_for(subscription, message)
        connection = _connected(address)
    except ValueError:
        # No push service, or keys that nothing can be sealed with: rows can be damaged.
        return Answered(Receipt.GONE)
    except OSError:
        return Answered(Receipt.LATER)
    headers = {
        **vapid_headers(subscription.endpoint, at=at),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(int(_HOLD_FOR.total_seconds())),
        "Topic": topic,
        "Urgency": "normal",
    }
    try:
        path = address.path + (f"?{address.query}" if address.query else "")
        connection.request("POST", path or "/", body=body, headers=headers)
        return _read(connection.getresponse())
    except (OSError, http.client.HTTPException):
        return Answered(Receipt.UNKNOWN)
    finally:
        connection.close()


def checked_endpoint(endpoint: str) -> SplitResult:
    """The parts of a push service's address: https, a name, no user. Raises NoPushService for any other.

    One service of a home network may be named in the settings, and is taken as it is.
    """
    try:
        parts = urlsplit(endpoint)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError as error:
        raise NoPushService from error
    if not parts.hostname or parts.username or parts.password or len(endpoint) > _LONGEST_ADDRESS:
        raise NoPushService
    if ":" in parts.hostname or not endpoint.isascii() or not endpoint.isprintable() or " " in endpoint:
        raise NoPushService
    own = settings.PUSH_SERVICE
    is_own = own is not None and (parts.scheme, parts.hostname, port) == (own.scheme, own.host, own.port)
    if not is_own and parts.scheme != "https":
        raise NoPushService
    return parts


def _connected(address: SplitResult) -> http.client.HTTPConnection:
    """A connection to the host of this address, which is looked up once: what was checked is what is called.

    Raises NoPushService where it leads into a private network, OSError where nobody answers.
    """
    host, port = address.hostname or "", address.port or _PORTS[address.scheme]
    own = settings.PUSH_SERVICE
    is_own = own is not None and (host, port) == (own.host, own.port)
    found = [ip for ip in _addresses_of(host, port) if is_own or _is_public(ip)]
    if not found:
        raise NoPushService
    plain = socket.create_connection((found[0], port), timeout=_SECONDS)
    connection = http.client.HTTPConnection(host, port, timeout=_SECONDS)
    connection.sock = plain
    if address.scheme == "https":
        connection.default_port = _PORTS["https"]
        try:
            connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        except OSError:
            plain.close()
            raise
    return connection


def _addresses_of(host: str, port: int) -> Iterator[str]:
    for _, _, _, _, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        yield str(place[0])


def _is_public(ip: str) -> bool:
    """Whether this address is one of the public network: no machine at home, no machine of ours."""
    address = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    return address.is_global and not address.is_multicast and not address.is_reserved


def _sealed_for(subscription: Subscription, message: bytes) -> bytes:
    """The message as only this browser can open it."""
    sealed: bytes = http_ece.encrypt(
        message,
        private_key=ec.generate_private_key(ec.SECP256R1()),
        dh=b64urldecode(subscription.p256dh.encode()),
        auth_secret=b64urldecode(subscription.auth.encode()),
        version="aes128gcm",
    )
    return sealed


def _read(response: http.client.HTTPResponse) -> Answered:
    """What the service's answer means."""
    if 200 <= response.status < 300:  # noqa: PLR2004  # as RFC 9110 has it
        return Answered(Receipt.TAKEN)
    if response.status in _GONE:
        return Answered(Receipt.GONE)
    if response.status in _LATER:
        seconds = response.headers.get("Retry-After", "")
        wait = timedelta(seconds=int(seconds[:9])) if seconds.isdecimal() else timedelta()
        return Answered(Receipt.LATER, min(wait, _LONGEST_WAIT))
    return Answered(Receipt.REFUSED)
