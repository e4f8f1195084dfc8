"""The server of personal mode: one process, a few threads, one socket that nobody else can listen on."""

import errno
import os
import socket
from typing import Final

import waitress
from django.core.servers.basehttp import get_internal_wsgi_application

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


def listen(port: int) -> socket.socket | None:
    """A socket that already listens on this port of the loopback, or None where somebody else does.

    It's held from here on, so nobody can take the port between finding it free and serving on it.
    """
    listening = socket.socket()
    if os.name == "nt":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)  # type: ignore[attr-defined,unused-ignore]  # Windows only
    else:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((LOOPBACK, port))
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            return None
        raise
    return listening


def serve(listening: socket.socket) -> None:
    """Answer on this socket until SystemExit is raised in the main thread."""
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
    )
    server.run()
