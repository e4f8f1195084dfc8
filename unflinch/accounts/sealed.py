"""Sealed text: what a person typed, encrypted in its row with that person's own key."""

import os
from functools import cache
from typing import Any, Final, cast
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from django.conf import settings
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from unflinch.accounts.keyring import NONCE_BYTES, Keyring

_VERSION = b"\x01"
DAMAGED: Final = "This text can’t be read any more."


class _Sealed(bytes):
    """Bytes as they stand in the database: version, nonce, ciphertext with its tag."""


class Damaged(str):
    """What stands in for a text whose bytes were moved or changed; it holds them, so that no save loses them."""

    __slots__ = ("blob",)
    blob: "_Sealed"

    def __new__(cls, blob: "_Sealed") -> "Damaged":
        text = super().__new__(cls, DAMAGED)
        text.blob = blob
        return text


class _SealedText(DeferredAttribute):
    """Opens the text when it is first read, so that a row whose words nobody reads costs nothing."""

    field: "SealedTextField"

    def __get__(self, instance: models.Model | None, cls: type[models.Model] | None = None) -> Any:
        value = super().__get__(instance, cls)
        if instance is not None and isinstance(value, _Sealed):
            value = instance.__dict__[self.field.attname] = self.field.open(instance, value)
        return value

    def __set__(self, instance: models.Model, value: str | bytes) -> None:
        # A form that shows a damaged text sends the sentence back: that is no new text, and the bytes stay.
        if value != DAMAGED or not self._is_damaged(instance):
            instance.__dict__[self.field.attname] = value or ""

    def _is_damaged(self, instance: models.Model) -> bool:
        held = instance.__dict__.get(self.field.attname)
        return isinstance(self.field.open(instance, held) if isinstance(held, _Sealed) else held, Damaged)


class SealedTextField(models.BinaryField):  # type: ignore[type-arg]  # generic in the stubs only
    """A `str` in Python, ciphertext in the database, bound to its row, column and person.

    The model must have a `person`. Nothing can be looked up by a sealed text, and `update()` refuses one.
    """

    descriptor_class = _SealedText

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"blank": True, "default": b"", **options})

    def from_db_value(self, value: Any, *_: object) -> str | _Sealed:
        """The bytes, still closed. Where something else stands in the column, it is damage, and held as bytes."""
        held = value if isinstance(value, bytes | memoryview) else str(value or "").encode()
        return _Sealed(held) if held else ""

    def to_python(self, value: Any) -> Any:
        return value

    def pre_save(self, instance: models.Model, add: bool) -> bytes:
        value = instance.__dict__.get(self.attname, "")
        if isinstance(value, Damaged):
            return value.blob
        return value if isinstance(value, _Sealed) else self.seal(instance, value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if isinstance(value, str):
            raise TypeError(f"{self.name} is sealed: save it with its row, and look rows up by something else")
        return super().get_db_prep_value(value, connection, prepared)

    def seal(self, instance: models.Model, text: str) -> _Sealed:
        """The text sealed for its place; empty stays empty. Raises KeyMissing."""
        if text == "":
            return _Sealed(b"")
        nonce = os.urandom(NONCE_BYTES)
        cipher = ChaCha20Poly1305(keyring().key_of(_person_of(instance)))
        return _Sealed(_VERSION + nonce + cipher.encrypt(nonce, text.encode(), self._place(instance)))

    def open(self, instance: models.Model, blob: _Sealed) -> str:
        """The text again; `Damaged` where its bytes were moved or changed. Raises KeyMissing where the key is gone."""
        cipher = ChaCha20Poly1305(keyring().key_of(_person_of(instance)))
        nonce, body = blob[len(_VERSION) :][:NONCE_BYTES], blob[len(_VERSION) + NONCE_BYTES :]
        try:
            text = cipher.decrypt(nonce, body, self._place(instance)).decode()
        except (InvalidTag, ValueError):
            return Damaged(blob)
        return text if blob.startswith(_VERSION) else Damaged(blob)

    def _place(self, instance: models.Model) -> bytes:
        return f"{instance._meta.label_lower}.{self.name}/{instance.pk}".encode()


def keyring() -> Keyring:
    """The key file of this installation."""
    return _keyring(settings.KEYRING, settings.INSTANCE_SECRET)


def _person_of(instance: models.Model) -> UUID:
    """Whose row this is."""
    return cast(UUID, getattr(instance, "person_id"))  # noqa: B009  # every sealed model has a person; models.Model does not


@cache
def _keyring(path: Any, secret: str) -> Keyring:
    return Keyring(path, secret)
