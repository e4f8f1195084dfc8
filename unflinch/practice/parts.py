"""The parts of an entry: everything that a person can say about an ask, under its heading, in the order of the page."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_Words = str | Promise


@dataclass(frozen=True, slots=True)
class EntryPart:
    """One line of an entry. `name` is its word in an address; `fields` are mended together, the first one named it."""

    name: str
    heading: _Words
    fields: tuple[str, ...]


# Said before the ask, in its forecast and its plan.
SAID_BEFORE: Final = (
    EntryPart("fear", _("I was afraid"), ("feared", "feared_words")),
    EntryPart("likely", _("How likely did that seem?"), ("feared_before",)),
    EntryPart("a-no", _("How likely was a no?"), ("no_before",)),
    EntryPart("cost", _("How bad would a no be?"), ("cost_before",)),
    EntryPart("tension", _("How tense was I?"), ("tension_before",)),
    EntryPart("beforehand", _("Feelings beforehand"), ("feelings",)),
    EntryPart("line", _("My line"), ("line",)),
    EntryPart("where", _("When and where"), ("when_where",)),
    EntryPart("cue", _("When I reach …, I ask …"), ("cue",)),
)
# Said after it, in its debrief: what happened, and how it was for the person.
HAPPENED: Final = (
    EntryPart("happened", _("In one line"), ("what_happened",)),
    EntryPart("came-true", _("Did what I feared happen?"), ("feared_happened",)),
    EntryPart("again", _("If I asked again, how likely would it be?"), ("feared_after",)),
    EntryPart("kind-of-no", _("What kind of no?"), ("no_kind",)),
    EntryPart("flinched", _("Did I flinch?"), ("flinched",)),
    EntryPart("surprise", _("How surprised was I?"), ("surprise",)),
    EntryPart("gained", _("What I got out of it"), ("gained", "amount")),
    EntryPart("harms", _("Something wasn’t right"), ("harms",)),
    EntryPart("notes", _("Notes"), ("notes",)),
)
ME: Final = (
    EntryPart("feelings", _("Feelings"), ("feelings", "feeling_words")),
    EntryPart("sting", _("Did it sting?"), ("sting",)),
    EntryPart("really", _("How bad was the no, really?"), ("cost_after",)),
    EntryPart("back", _("How long until I felt OK again?"), ("back_after",)),
    EntryPart("funny", _("Funny, actually?"), ("funny",)),
    EntryPart("kind-line", _("A kind line to myself"), ("kind_line",)),
    EntryPart("fact", _("What I expected, and what happened"), ("fact_line",)),
    EntryPart("lesson", _("What I learned"), ("lesson",)),
    EntryPart("believe", _("To believe it next time, I’d have to see"), ("believe_next",)),
    EntryPart("rehearsed", _("Did I rehearse?"), ("rehearsed",)),
    EntryPart("habits", _("What I did to feel safe"), ("safe_habits",)),
    EntryPart("check-in", _("Check in with me the next day"), ("wants_echo",)),
)
SAID_AFTER: Final = HAPPENED + ME


def part_named(name: str, parts: tuple[EntryPart, ...]) -> EntryPart | None:
    """The part with this name, or None."""
    return next((part for part in parts if part.name == name), None)
