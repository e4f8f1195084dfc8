"""What is said of an export and of an import that is taken back: the same on the page and in a terminal."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils.dateformat import format as formatted

from unflinch.accounts.models import Person
from unflinch.takeout.looking import Looked
from unflinch.takeout.models import Import
from unflinch.takeout.taking_back import TakingBack


def said_of_export(looked: Looked, person: Person, *, fresh: bool) -> Iterator[str]:
    """What is in it, and what would come of it here; `fresh` says that nothing has begun here yet."""
    asks = _counted(looked.asks, "ask")
    span = "" if looked.first is None or looked.last is None else f", {_from_to(looked.first, looked.last)}"
    yield f"It holds {asks}{span}." if looked.made is None else f"It was made on {_on(looked.made)}: {asks}{span}."
    if looked.elsewhere:
        yield "It was made by a different Unflinch."
    yield f"{_counted(looked.added, 'row')} would come in." if looked.added else "Nothing in it is new here."
    if looked.known:
        yield f"{_counted(looked.known, 'row')} in it are here already." if looked.known > 1 else "1 is here already."
    if looked.differing:
        yield f"{_counted(len(looked.differing), 'row')} differ from what is here; what is here stays."
    if looked.damaged:
        yield f"{_counted(looked.damaged, 'text')} couldn’t be read any more when it was made, and came out empty."
    if fresh and looked.settings:
        yield f"Its settings come along: the time zone is {looked.settings.get('zone', person.zone)}."
    elif any(getattr(person, name) != value for name, value in looked.settings.items()):
        yield "Your settings here stay as they are."


def said_of_taking_back(seen: TakingBack) -> Iterator[str]:
    """Which import it is, what would go and what would stay."""
    yield f"{_named(seen.batch)}, imported on {_on(seen.batch.arrived)}."
    yield f"{_counted(seen.asks_that_go, 'ask')} would go, {_counted(seen.rows_that_go, 'row')} in all."
    if seen.asks_that_stay:
        asks = _counted(seen.asks_that_stay, "ask")
        yield f"{asks} would stay: you’ve added to {_them(seen.asks_that_stay)} since."
    elif seen.stays:
        yield f"{_counted(len(seen.stays), 'row')} would stay: you’ve changed {_them(len(seen.stays))} since."


def _named(batch: Import) -> str:
    """The import by the name of its file."""
    return f"“{batch.name or 'a file without a name'}”"


def _counted(count: int, thing: str) -> str:
    """So many things, as one says it."""
    return f"1 {thing}" if count == 1 else f"{count:,} {thing}s"


def _them(count: int) -> str:
    return "it" if count == 1 else "them"


def _from_to(first: date, last: date) -> str:
    return f"on {_on(first)}" if first == last else f"from {_on(first)} to {_on(last)}"


def _on(when: date | datetime) -> str:
    """A day as one says it: 3 March 2026."""
    return formatted(when, "j F Y")
