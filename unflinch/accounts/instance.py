"""The data folder of personal mode and the secret that belongs to it. Knows nothing of Django."""

import secrets
from pathlib import Path

from unflinch.accounts.keyring import write_atomically

SECRET_BYTES = 32


def secret_file(data: Path) -> Path:
    """The file that holds this folder's secret, made with the folder where there is none. Raises OSError."""
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = data / "instance.key"
    if not file.exists():
        write_atomically(file, secrets.token_urlsafe(SECRET_BYTES).encode("ascii"))
    return file
