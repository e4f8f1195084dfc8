"""What stands between a phone and Unflinch: a network that fails in each of the ways that networks do."""

import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from threading import Thread
from urllib.parse import urlsplit

# What becomes of one request, by its method and path.
Fate = Callable[[str, str], str]
SECONDS = 120
SAID = {
    "gateway": "HTTP/1.1 502 Bad Gateway\r\n",
    "login": "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n",
    "portal": "HTTP/1.1 302 Found\r\nLocation: /login-to-this-network/\r\n",
}
PAGE = "<!doctype html><title>Free wifi</title><h1>Log in to this network</h1>"


@dataclass
class Relay:
    """Hands requests on to `server`, or not.

    A fate is `fine`, `gone` (nobody there), `lost` (it arrives and the answer doesn't), `gateway` (502), `login`
    (another page in place of ours) or `portal` (led to one).
    """

    server: str
    port: int = 0
    fate: Fate = field(default=lambda *_: "fine")
    seen: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def always(self, fate: str) -> None:
        self.fate = lambda *_: fate

    def serve(self, caller: socket.socket) -> None:
        with closing(caller), suppress(OSError):
            caller.settimeout(SECONDS)
            request = _whole(caller)
            if not request:
                return
            method, path, _ = request.split(b"\r\n", 1)[0].decode().split(" ", 2)
            fate = self.fate(method, path)
            self.seen.append((method, path, fate))
            if fate in SAID:
                length = f"Content-Length: {len(PAGE)}\r\nConnection: close\r\n\r\n"
                caller.sendall(f"{SAID[fate]}{length}{PAGE}".encode())
            elif fate != "gone":
                answer = self._handed_on(request)
                if fate == "fine":
                    caller.sendall(answer)

    def _handed_on(self, request: bytes) -> bytes:
        where = urlsplit(self.server)
        head, _, body = request.partition(b"\r\n\r\n")
        lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"connection:")]
        with socket.create_connection((where.hostname or "", where.port or 0), timeout=SECONDS) as server:
            server.sendall(b"\r\n".join([*lines, b"Connection: close", b"", body]))
            parts = []
            while part := server.recv(65536):
                parts.append(part)
        return b"".join(parts)


@contextmanager
def relaying(server: str, port: int = 0) -> Iterator[Relay]:
    """A relay in front of this address, until the block ends."""
    with socket.create_server(("127.0.0.1", port)) as listening:
        relay = Relay(server, listening.getsockname()[1])
        Thread(target=_accept, args=(listening, relay), daemon=True).start()
        yield relay


def _accept(listening: socket.socket, relay: Relay) -> None:
    with suppress(OSError):
        while True:
            caller, _ = listening.accept()
            Thread(target=relay.serve, args=(caller,), daemon=True).start()


def _whole(caller: socket.socket) -> bytes:
    """One request with its body; empty where the caller said nothing."""
    request = b""
    while b"\r\n\r\n" not in request:
        part = caller.recv(65536)
        if not part:
            return b""
        request += part
    head, _, body = request.partition(b"\r\n\r\n")
    length = next((int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
    while len(body) < length:
        part = caller.recv(65536)
        if not part:
            return b""
        body += part
    return head + b"\r\n\r\n" + body
