"""Typed readers of the environment. Each refuses what it does not understand, naming the variable."""

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def path(name: str, default: Path) -> Path:
    """A folder or file, with ~ understood, made absolute."""
    return Path(os.environ.get(name) or default).expanduser().resolve()


def secret(name: str) -> str:
    """The secret itself, or the content of the file that NAME_FILE points to; empty where neither is set."""
    file = os.environ.get(f"{name}_FILE")
    if file is None:
        return os.environ.get(name, "")
    try:
        return Path(file).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(f"{name}_FILE cannot be read: {error}") from error


def postgresql(name: str) -> dict[str, object] | None:
    """Django's settings for a `postgresql://` address, or None where the variable is not set."""
    address = os.environ.get(name)
    if not address:
        return None
    parts = urlsplit(address)
    if parts.scheme not in ("postgresql", "postgres"):
        raise ImproperlyConfigured(f"{name} must begin with postgresql://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "unflinch",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or parse_qs(parts.query).get("host", [""])[0],
        "PORT": str(parts.port or ""),
        "OPTIONS": {"pool": True},
    }
