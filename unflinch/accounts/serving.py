"""The server: one process, a few threads, one socket that nobody else can listen on."""

import errno
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import waitress
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.servers.basehttp import get_internal_wsgi_application
from filelock import FileLock

LOOPBACK: Final = "127.0.0.1"
_BACKLOG: Final = 128

# One person and a browser's few connections. Each thread holds a database connection with its own page cache; more
# of them wait for the same interpreter lock and answer later, not sooner.
_THREADS: Final = 4
_CONNECTIONS: Final = 200
# A body that stops coming, or a connection that nobody uses, is closed after this long.
_SECONDS_OF_SILENCE: Final = 20
_SECONDS_BETWEEN_LOOKS: Final = 5
# Beyond this a body is refused as it arrives. The settings allow an upload of 64 MiB.
_MOST_BYTES_OF_A_BODY: Final = 96 * 1024 * 1024
# The server would put what is larger into a temporary file, in the clear.
_NEVER_INTO_A_FILE: Final = 1 << 40


def listen(port: int, *, host: str = LOOPBACK) -> socket.socket | None:
    """A socket that already listens on this port of `host`, in digits, or None where somebody else does.

    It's held from here on, so nobody can take the port between finding it free and serving on it.
    """
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    if os.name == "nt":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)  # type: ignore[attr-defined,unused-ignore]  # Windows only
    else:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            return None
        raise
    return listening


def serve(listening: socket.socket, *, trusted_proxy: str | None = None) -> None:
    """Answer on this socket until SystemExit is raised in the main thread.

    Only `trusted_proxy`, an address in digits, is believed when it says where a request came from and over what.
    """
    server = waitress.create_server(
        get_internal_wsgi_application(),
        sockets=[listening],
        threads=_THREADS,
        connection_limit=_CONNECTIONS,
        channel_timeout=_SECONDS_OF_SILENCE,
        cleanup_interval=_SECONDS_BETWEEN_LOOKS,
        max_request_body_size=_MOST_BYTES_OF_A_BODY,
        inbuf_overflow=_NEVER_INTO_A_FILE,
        outbuf_overflow=_NEVER_INTO_A_FILE,
        asyncore_use_poll=True,
        ident=None,
        clear_untrusted_proxy_headers=True,
        **_believing(trusted_proxy),
    )
    server.run()


def _believing(trusted_proxy: str | None) -> dict[str, Any]:
    """What the server has to know to believe one proxy: the last one, about where a request came from and over what."""
    if trusted_proxy is None:
        return {}
    headers = {"x-forwarded-for", "x-forwarded-proto"}
    return {"trusted_proxy": trusted_proxy, "trusted_proxy_count": 1, "trusted_proxy_headers": headers}


@contextmanager
def only_server(data: Path, address: str) -> Iterator[None]:
    """Hold the data folder as its one server, and say there at which address. Raises Timeout where another one does."""
    with FileLock(data / "running.lock", timeout=0):
        (data / "running").write_text(address, encoding="ascii")
        yield


def address_of_server(data: Path) -> str:
    """Where the running one said it would be."""
    file = data / "running"
    return file.read_text(encoding="ascii") if file.exists() else "an address it has not said yet"


def prepare_static() -> None:
    """Hash and compress styles and scripts, once after each change of them."""
    manifest = settings.STATIC_ROOT / "staticfiles.json"
    if not manifest.exists() or manifest.stat().st_mtime < _newest_source():
        call_command("collectstatic", verbosity=0, interactive=False)


def _newest_source() -> float:
    """When the newest of the styles and scripts was changed, in seconds since 1970."""
    found = (Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list([]))
    return max(file.stat().st_mtime for file in found)
