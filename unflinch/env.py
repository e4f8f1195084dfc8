"""Typed readers of the environment. Each refuses what it does not understand, naming the variable."""

import ipaddress
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

import tomli
from django.core.exceptions import ImproperlyConfigured

_PORTS: Final = {"http": 80, "https": 443}
# Names that the domain system hands to nobody outside a home.
_HOME_NAMES: Final = (".local", ".lan", ".home.arpa", ".localhost")
_LINK: Final = re.compile(r"https://[\w.-]+(:\d+)?(/[!-~]*)?", re.ASCII)
_CONTACT: Final = re.compile(rf"{_LINK.pattern}|mailto:[\w.+-]+@[\w-]+(\.[\w-]+)+|tel:\+[\d-]+", re.ASCII)
# What a settings file may say; each name is that of a variable, in small letters and without UNFLINCH_.
_IN_A_FILE: Final = frozenset(
    {
        *("address", "listen", "trusted_proxy", "security_contact", "security_policy"),
        *("backups", "backup_passphrase_file", "database", "secret_file", "static", "questionnaires", "push_service"),
    }
)


@dataclass(frozen=True, slots=True)
class Address:
    """Where the owner's devices find this Unflinch: the origin that their browsers see."""

    scheme: str
    host: str
    port: int

    @property
    def secure(self) -> bool:
        """Whether nobody on the way can read along."""
        return self.scheme == "https"

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")


def path(name: str, default: Path) -> Path:
    """A folder or file, with ~ understood, made absolute."""
    return Path(os.environ.get(name) or default).expanduser().resolve()


def folder(name: str) -> Path | None:
    """A folder, with ~ understood, made absolute; None where the variable is not set."""
    value = os.environ.get(name)
    return Path(value).expanduser().resolve() if value else None


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


def address(name: str) -> Address | None:
    """The origin at which devices open Unflinch, or None where the variable is not set.

    Over plain http only somewhere in a home network: elsewhere everybody on the way could read along.
    """
    value = os.environ.get(name)
    if not value:
        return None
    scheme, host, port, rest = _parts_of(name, value)
    if scheme not in _PORTS or not host or rest:
        raise ImproperlyConfigured(f"{name} must be like https://unflinch.example, without a path, and not {value!r}")
    found = Address(scheme, host, port or _PORTS[scheme])
    if not found.secure and not _is_at_home(host):
        raise ImproperlyConfigured(f"{name} needs https: plain http is for an address in your own home network")
    return found


def endpoint(name: str, default: tuple[str, int]) -> tuple[str, int]:
    """An address in digits and a port to listen on, like 127.0.0.1:8000."""
    value = os.environ.get(name)
    if not value:
        return default
    _, host, port, rest = _parts_of(name, f"//{value}")
    if not port or rest or not _is_in_digits(host):
        raise ImproperlyConfigured(f"{name} must be like 127.0.0.1:8000, and not {value!r}")
    return host, port


def network_address(name: str, default: str) -> str:
    """The address of one machine, in digits."""
    value = os.environ.get(name) or default
    if not _is_in_digits(value):
        raise ImproperlyConfigured(f"{name} must be like 127.0.0.1, and not {value!r}")
    return value


def contact(name: str) -> str:
    """Where somebody can be written to or called: mailto:, https: or tel:; empty where the variable is not set."""
    value = os.environ.get(name, "")
    if value and not _CONTACT.fullmatch(value):
        raise ImproperlyConfigured(
            f"{name} must be like mailto:security@unflinch.example, https://… or tel:+49…, and not {value!r}"
        )
    return value


def link(name: str) -> str:
    """The https address of a page; empty where the variable is not set."""
    value = os.environ.get(name, "")
    if value and not _LINK.fullmatch(value):
        raise ImproperlyConfigured(f"{name} must be like https://unflinch.example/security, and not {value!r}")
    return value


def read_settings_file(file: Path) -> None:
    """Take settings from a TOML file; a variable that is set goes before what the file says.

    Raises ImproperlyConfigured, naming what is wrong, for a file that can't be read or that says something else.
    """
    try:
        said = tomli.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise ImproperlyConfigured(f"{file} can't be read: {error}") from error
    unknown = sorted(said.keys() - _IN_A_FILE)
    if unknown:
        raise ImproperlyConfigured(f"{file}: {unknown[0]!r} is none of {', '.join(sorted(_IN_A_FILE))}")
    for name, value in said.items():
        if not isinstance(value, str):
            raise ImproperlyConfigured(f"{file}: {name} must be a text in quotes, and not {value!r}")
        os.environ.setdefault(f"UNFLINCH_{name.upper()}", value)


def _parts_of(name: str, value: str) -> tuple[str, str, int | None, str]:
    """Scheme, host, port and whatever else stands in an address; `name` is the variable to blame."""
    try:
        parts = urlsplit(value)
        user = parts.username or parts.password or ""
        return (
            parts.scheme,
            parts.hostname or "",
            parts.port,
            f"{user}{parts.path.strip('/')}{parts.query}{parts.fragment}",
        )
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} can't be understood: {value!r} ({error})") from error


def _is_in_digits(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_at_home(host: str) -> bool:
    if _is_in_digits(host):
        return ipaddress.ip_address(host).is_private
    return "." not in host or host.endswith(_HOME_NAMES)
