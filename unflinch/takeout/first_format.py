"""The first format of an export, one JSON object with everything in it, read an event at a time."""

from collections.abc import Iterator
from typing import Any, Final

import ijson

from unflinch.takeout.checking import Malformed, shown_value

_MOST_EVENTS: Final = 2000  # of one row, or of all that stands outside of rows
_DEEPEST: Final = 8
_AT_ONCE: Final = 16 * 1024  # bytes
_CLOSED_BY: Final = {"start_map": "end_map", "start_array": "end_array"}
_Event = tuple[str, str, Any]


def first_format_header(content: Any) -> dict[str, Any]:
    """What stands before the tables: the format, the moment, the person's settings. Raises Malformed."""
    found: dict[str, Any] = {"person": {}}
    for number, (prefix, event, value) in enumerate(_events_of(content)):
        if number > _MOST_EVENTS or prefix.startswith("tables"):
            break
        if prefix.startswith("person."):
            found["person"][prefix.removeprefix("person.")] = value
        elif "." not in prefix and event in ("number", "string"):
            found[prefix] = value
    return found


def rows(content: Any, names: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row with the name of its table, which is one of these, in their order. Raises Malformed."""
    events = _events_of(content)
    place, loose, is_there = -1, 0, False
    for prefix, event, value in events:
        loose += 1
        if loose > _MOST_EVENTS:
            raise Malformed("The export holds more beside its rows than an export does.")
        if (prefix, event) == ("tables", "map_key"):
            place = _next_place(value, names, place)
        elif (prefix, event) == (f"tables.{names[place]}.item", "start_map"):
            yield names[place], _built(events, names[place])
            loose -= 1
        elif prefix.startswith("tables.") and (prefix, event) not in _lists(names[place]):
            raise Malformed(f"{names[place]} holds something that is no row.")
        is_there = is_there or (prefix, event) == ("tables", "start_map")
    if not is_there:
        raise Malformed("The export holds no tables.")


def _lists(name: str) -> tuple[tuple[str, str], ...]:
    """How the list of rows of this table begins and ends."""
    return (f"tables.{name}", "start_array"), (f"tables.{name}", "end_array")


def _next_place(name: str, names: tuple[str, ...], before: int) -> int:
    """Where this table stands among all. Raises Malformed for one that is unknown or comes too late."""
    if name not in names:
        raise Malformed(f"The export has a table that this Unflinch doesn't know: {shown_value(name)}.")
    if names.index(name) <= before:
        raise Malformed(f"The tables of the export are not in their order: {name}.")
    return names.index(name)


def _built(events: Iterator[_Event], name: str) -> dict[str, Any]:
    """The row that has just begun. Raises Malformed for one that holds too much."""
    builder = ijson.ObjectBuilder()
    builder.event("start_map", None)
    depth = 1
    for number, (_, event, value) in enumerate(events):
        if number > _MOST_EVENTS:
            raise Malformed(f"A row of {name} holds more than a row can.")
        builder.event(event, value)
        depth += (event in _CLOSED_BY) - (event in _CLOSED_BY.values())
        if depth == 0:
            break
    row: dict[str, Any] = builder.value
    return row


def _events_of(content: Any) -> Iterator[_Event]:
    """What the parser meets, in order, each with the path to it. Raises Malformed where it is no JSON, or too deep."""
    path: list[str] = []
    try:
        for event, value in ijson.basic_parse(content, buf_size=_AT_ONCE):
            if event in _CLOSED_BY.values():
                path.pop()
            elif event == "map_key":
                path[-1] = ""
            yield ".".join(filter(None, path)), event, value
            if event == "map_key":
                path[-1] = value
            elif event in _CLOSED_BY:
                path.append("item" if event == "start_array" else "")
            if len(path) > _DEEPEST:
                raise Malformed("The export holds lists within lists, as an export never does.")
    except ijson.JSONError as error:
        raise Malformed(f"This is no export of Unflinch, or it is damaged ({shown_value(error)}).") from error
