"""Sealed text: what a person typed, encrypted in its row with that person's own key."""

import os
from functools import cache
from typing import Any, cast
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from django.conf import settings
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from unflinch.accounts.keyring import NONCE_BYTES, KeyMissing, Keyring

VERSION = b"\x01"


class Sealed(bytes):
    """Bytes as they stand in the database: version, nonce, ciphertext with its tag."""


class SealedText(DeferredAttribute):
    """Opens the text when it is first read, so that a row whose words nobody reads costs nothing."""

    field: "SealedTextField"

    def __get__(self, instance: models.Model | None, cls: type[models.Model] | None = None) -> Any:
        value = super().__get__(instance, cls)
        if instance is not None and isinstance(value, Sealed):
            value = instance.__dict__[self.field.attname] = self.field.open(instance, value)
        return value

    def __set__(self, instance: models.Model, value: str | bytes) -> None:
        instance.__dict__[self.field.attname] = value or ""


class SealedTextField(models.BinaryField):  # type: ignore[type-arg]  # generic in the stubs only
    """A `str` in Python, ciphertext in the database, bound to its row, column and person.

    The model must have a `person`. Nothing can be looked up by a sealed text, and `update()` refuses one.
    """

    descriptor_class = SealedText

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"blank": True, "default": b"", **options})

    def from_db_value(self, value: bytes | memoryview | None, *_: object) -> str | Sealed:
        return Sealed(value) if value else ""

    def to_python(self, value: Any) -> Any:
        return value

    def pre_save(self, instance: models.Model, add: bool) -> bytes:
        value = instance.__dict__.get(self.attname, "")
        return value if isinstance(value, Sealed) else self.seal(instance, value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if isinstance(value, str):
            raise TypeError(f"{self.name} is sealed: save it with its row, and look rows up by something else")
        return super().get_db_prep_value(value, connection, prepared)

    def seal(self, instance: models.Model, text: str) -> Sealed:
        """The text sealed for its place; empty stays empty. Raises KeyMissing."""
        if text == "":
            return Sealed(b"")
        nonce = os.urandom(NONCE_BYTES)
        cipher = ChaCha20Poly1305(keyring().key_of(person_of(instance)))
        return Sealed(VERSION + nonce + cipher.encrypt(nonce, text.encode(), self._place(instance)))

    def open(self, instance: models.Model, blob: Sealed) -> str:
        """The text again. Raises KeyMissing where the key is gone or the bytes were moved or changed."""
        body = blob[len(VERSION) :]
        cipher = ChaCha20Poly1305(keyring().key_of(person_of(instance)))
        try:
            return cipher.decrypt(body[:NONCE_BYTES], body[NONCE_BYTES:], self._place(instance)).decode()
        except InvalidTag as error:
            raise KeyMissing("this text was sealed for another row, or damaged") from error

    def _place(self, instance: models.Model) -> bytes:
        return f"{instance._meta.label_lower}.{self.name}/{instance.pk}".encode()


def keyring() -> Keyring:
    """The key file of this installation."""
    return _keyring(settings.KEYRING, settings.INSTANCE_SECRET)


def person_of(instance: models.Model) -> UUID:
    """Whose row this is."""
    return cast(UUID, getattr(instance, "person_id"))  # noqa: B009  # every sealed model has a person; models.Model does not


@cache
def _keyring(path: Any, secret: str) -> Keyring:
    return Keyring(path, secret)
