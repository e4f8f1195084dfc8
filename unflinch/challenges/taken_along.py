"""What a form takes along of its card, so that a phone without a signal can show the steps of the ask it begins."""

from collections.abc import Mapping
from typing import Final, Protocol

from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import CHANNEL_OF, Channel, Kind
from unflinch.shell.mending import mark_of, packed

_PREFIX: Final = "known-"


class Askable(Protocol):
    """What a card of the library, an own challenge and an ask have in common."""

    @property
    def title(self) -> str: ...
    @property
    def channel(self) -> str: ...
    @property
    def kind(self) -> str: ...


def taken_along(card: Askable) -> dict[str, str]:
    """Its words, how it is asked, and which answers it can have, as hidden fields; what says nothing is left out.

    `answers` is "went" for a warm-up, "own_no", or how one meets: "in_person", "phone" or "written"; `marks` say on
    which line the form before it was opened (see `shell.mending`).
    """
    known = catalogue().get(getattr(card, "slug", ""))
    medium, line = CHANNEL_OF[Channel(card.channel)], getattr(card, "line", "")
    is_own_no = card.kind == Kind.SAY_NO
    said = {
        "title": card.title,
        "line": line,
        "marks": packed({"line": mark_of(line)}),
        "medium": medium,
        "answers": "own_no" if is_own_no else medium,
        "own_no": "yes" if is_own_no else "",
    }
    if known is not None:
        said |= {"answers": "went" if known.warm_up else said["answers"], "yes": known.means_yes, "no": known.means_no}
    return as_hidden_fields(said)


def as_hidden_fields(said: Mapping[str, object]) -> dict[str, str]:
    """These as fields that no form of ours reads; the empty ones are left out."""
    return {f"{_PREFIX}{name}": str(value) for name, value in said.items() if value not in ("", None)}
