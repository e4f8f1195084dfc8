"""What a row of a diary is known by: what it holds, never where it stands.

The id of an ask or a total that came in has three parts: twelve hexadecimal digits for what it is about (six for when,
six for what was asked), sixteen for all that it says, and four for which of several equal rows it is. So the same row
has the same id in whichever file it comes, and a row that was corrected is found beside the one that it corrects. All
digits come from the person's own key: whoever has the data and no key cannot try what a row might say.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from unflinch.accounts.facts import Fact
from unflinch.accounts.models import Person
from unflinch.accounts.sealed import keyring
from unflinch.practice.models.dated import Dated
from unflinch.practice.vocabulary import Precision
from unflinch.takeout.everything import fields_of, name_of

_WHEN: Final = 6  # hexadecimal digits of an id that say when
_ABOUT: Final = 12  # digits that say when and what was asked
_NTH: Final = 4  # digits that count equal rows: more than a diary holds
# What tells one saving from another, and not one row from another.
_NOT_SAID: Final = frozenset({"id", "batch", "arrived", "at", "zone", "sequence", "nth"})


def keyed(person: Person, text: str) -> bytes:
    """32 bytes that stand for this text, and tell nobody without the person's key which text it was."""
    return hmac.new(keyring().key_of(person.pk), text.encode(), hashlib.sha256).digest()


def content_id(person: Person, when: str, title: str, content: str) -> UUID:
    """The id of the first row with this content."""
    digits = keyed(person, f"when {when}").hex()[:_WHEN] + keyed(person, f"title {title.casefold()}").hex()[:_WHEN]
    return UUID(f"{digits}{all_of(person, content)}{1:0{_NTH}x}")


def all_of(person: Person, content: str) -> str:
    """The digits of an id that stand for all that a row says."""
    digits = keyed(person, f"content {content}").hex()
    # A UUID of version 8: its digits are ours, but for the one of the version and two bits of the variant.
    return f"8{digits[:3]}{'89ab'[int(digits[3], 16) % 4]}{digits[4:15]}"


def nth_of(id: UUID, nth: int) -> UUID:
    """The id of the `nth` of several equal rows, from 1 on."""
    return UUID(f"{id.hex[:-_NTH]}{nth:0{_NTH}x}")


def named_row(id: UUID) -> str:
    """What tells when a row was and what was asked."""
    return id.hex[:_ABOUT]


def when_of(id: UUID) -> str:
    """What tells when a row was."""
    return id.hex[:_WHEN]


def all_but_subject(id: UUID) -> str:
    """What tells all that a row says, and which of several equal ones it is."""
    return id.hex[_ABOUT:]


def all_said(id: UUID) -> str:
    """What tells all that a row says, whichever of several equal ones it is."""
    return id.hex[_ABOUT:-_NTH]


def content_of(activity: str, facts: Iterable[Fact]) -> str:
    """All that these facts say, the same for unsaved ones and for those that are held."""
    told = sorted((name_of(type(fact)), str(getattr(fact, "kind", "")), sorted(_values_of(fact))) for fact in facts)
    return json.dumps([activity, told], default=str, ensure_ascii=False)


def _values_of(fact: Fact) -> Iterable[tuple[str, Any]]:
    """The name and the value of every field that says something."""
    for field in fields_of(type(fact)):
        value = getattr(fact, field.attname)
        if field.name not in _NOT_SAID and not field.is_relation and value not in (None, "", []):
            yield field.name, value
    if isinstance(fact, Dated) and fact.precision == Precision.MOMENT and fact.at is not None:
        yield "clock", fact.at.astimezone(ZoneInfo(fact.zone)).strftime("%H:%M:%S")


def energy_of(ask: UUID) -> UUID:
    """The id of the energy that came with an ask."""
    return uuid5(ask, "energy")
