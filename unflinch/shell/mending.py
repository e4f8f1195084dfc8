"""Forms that change what is written already: each knows what it was opened on, so that no window undoes another."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from hashlib import blake2s
from typing import Any, Final, Self

from django import forms
from django.utils.datastructures import MultiValueDict

from unflinch.shell.forms import LONG_TEXT, Form, guard_text, nfc
from unflinch.shell.widgets import Lines

OPENED: Final = "opened"
NOT_MENDED: Final = frozenset({OPENED, "id"})


class Seen(dict[str, str]):
    """What a form was opened on: a mark for each field that held something. It speaks of its fields by their labels."""

    def __init__(self, marks: Mapping[str, str], fields: Mapping[str, forms.Field]) -> None:
        super().__init__(marks)
        self.fields = fields

    @classmethod
    def of(cls, marks: Mapping[str, str]) -> "Seen":
        """These marks, with labels where a form gave them."""
        return marks if isinstance(marks, Seen) else cls(marks, {})

    def picks(self, name: str) -> bool:
        """Whether the field offers a choice; else it takes words or a number."""
        return hasattr(self.fields.get(name), "choices")

    def label(self, name: str) -> str:
        field = self.fields.get(name)
        return name if field is None else str(field.label or name)

    def shown(self, name: str, value: Any) -> str:
        """A value as the page says it."""
        if is_blank(value):
            return "nothing"
        if isinstance(self.fields.get(name), (forms.BooleanField, forms.NullBooleanField)):
            return "ticked" if value else "not ticked"
        words = {str(key): str(label) for key, label in getattr(self.fields.get(name), "choices", ())}
        values = value if isinstance(value, list) else [value]
        return ", ".join(words.get(str(one), str(one)) for one in values)


class Overtaken(Exception):
    """Since the form was opened, another value was saved where it brings one. `now` holds what is saved, by field."""

    def __init__(self, now: Mapping[str, Any], seen: Mapping[str, str]) -> None:
        super().__init__(", ".join(now))
        self.now = now
        self.seen = seen


class MendingForm(Form):
    """Shows what is written, and gives back only what was changed in it. What stands there unchanged is never refused.

    Make it with `over`. `written` holds the values by field as they are saved.
    """

    opened = forms.CharField(required=False, max_length=4_000, widget=forms.HiddenInput(attrs={"id": False}))
    written: Mapping[str, Any] = {}

    @classmethod
    def over(
        cls,
        written: Mapping[str, Any],
        data: Mapping[str, Any] | None = None,
        *,
        typed: Mapping[str, list[str]] | None = None,
        without: Iterable[str] = (),
        shown: Mapping[str, Any] = {},
        **options: Any,
    ) -> Self:
        """The form over what is written: with what was sent, or with what was `typed` and not yet sent on top.

        Fields in `without` are not asked; `shown` are values that the form shows in another way than they are saved.
        """
        form = cls(data, initial={**written, **shown}, **options)
        for name in without:
            del form.fields[name]
        form.written = written
        form.make_room()
        if data is None:
            form.lay(typed or {})
        return form

    @property
    def seen(self) -> Seen:
        """What the form was opened on, as it was sent; nothing at all where it was not said."""
        return Seen(_unpacked(str(self.data.get(OPENED, ""))), self.fields)

    def changed(self) -> dict[str, Any]:
        """What is in the form now and was not when it was opened."""
        values = {name: value for name, value in self.cleaned_data.items() if not self.stays_unticked(name)}
        return changed_fields(values, self.seen)

    def newly(self, name: str) -> str:
        """What was typed into this field, or nothing where it is saved already, whatever the form shows."""
        typed = super().newly(name)
        return "" if mark_of(typed) == mark_of(self.written.get(name)) else typed

    def stays_unticked(self, name: str) -> bool:
        """Whether it is a box that is not ticked, and was not."""
        is_box = isinstance(self.fields[name].widget, forms.CheckboxInput)
        return is_box and not self.cleaned_data[name] and self.seen.get(name, "") in _UNTICKED

    def clean(self) -> dict[str, Any]:
        for name in [name for name in self.errors if name in self.written]:
            if mark_of(self[name].data) == mark_of(self.written[name]):
                del self.errors[name]
                self.cleaned_data[name] = self.written[name]
        return super().clean() or self.cleaned_data

    def make_room(self) -> None:
        """A text that is longer than its field takes, or has lines, gets a field that holds it whole."""
        for name, field in self.fields.items():
            text = self.written.get(name)
            if not isinstance(field, forms.CharField) or not isinstance(text, str):
                continue
            if "\n" in text or len(text) > int(field.widget.attrs.get("maxlength", LONG_TEXT)):
                field.max_length = max(LONG_TEXT, len(text))
                field.widget = Lines({**field.widget.attrs, "maxlength": str(field.max_length)})
                guard_text(field)

    def lay(self, typed: Mapping[str, list[str]]) -> None:
        """Show what was typed over what is written, where it was changed, as opened on what was written then."""
        marks = _marks_of({name: self.written.get(name) for name in self.fields})
        then = _unpacked(typed[OPENED][-1]) if OPENED in typed else marks
        for name, field in self.fields.items():
            if name in NOT_MENDED or (name not in typed and OPENED not in typed):
                continue
            value = field.widget.value_from_datadict(MultiValueDict(dict(typed)), MultiValueDict(), name)
            was = then.get(name, "")
            if mark_of(value) != was and not (value is False and was in _UNTICKED):
                self.initial[name] = value
                marks[name] = was
        self.initial[OPENED] = packed(marks)


def changed_fields(values: Mapping[str, Any], seen: Mapping[str, str]) -> dict[str, Any]:
    """Those of these values that are not what was seen."""
    return {
        name: value for name, value in values.items() if name not in NOT_MENDED and mark_of(value) != seen.get(name, "")
    }


def refuse_overtaken(now: Mapping[str, Any], seen: Mapping[str, str] | None, wanted: Mapping[str, Any]) -> None:
    """Raise Overtaken where something else than what was seen is saved by now, and is not what is wanted either.

    None for `seen` says that whoever writes knows what is there.
    """
    if seen is None:
        return
    other = {
        name: now[name]
        for name, value in wanted.items()
        if mark_of(now[name]) not in (seen.get(name, ""), mark_of(value))
    }
    if other:
        raise Overtaken(other, seen)


def is_blank(value: Any) -> bool:
    """Whether a value says nothing; 0 and no say something."""
    return value is None or value in ("", [])


def mark_of(value: Any) -> str:
    """A short mark of a value, the same however it is held, and empty where it says nothing."""
    if is_blank(value):
        return ""
    if isinstance(value, (list, tuple)):
        text = "\n".join(sorted(map(str, value)))
    elif isinstance(value, Decimal):
        text = f"{value.normalize():f}"
    else:
        text = re.sub(r"\r\n?", "\n", nfc(str(value))).strip()
    return blake2s(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest() if text else ""


def _marks_of(values: Mapping[str, Any]) -> dict[str, str]:
    """The marks of those values that say something."""
    marks = {name: mark_of(value) for name, value in values.items()}
    return {name: mark for name, mark in marks.items() if mark}


def packed(marks: Mapping[str, str]) -> str:
    """Marks as a hidden field carries them."""
    return ",".join(f"{name}:{mark}" for name, mark in sorted(marks.items()) if mark)


def _unpacked(text: str) -> dict[str, str]:
    """Marks out of a hidden field; what is no mark is left out."""
    parts = (part.partition(":") for part in text.split(","))
    return {name: mark for name, _, mark in parts if mark}


_UNTICKED: Final = ("", mark_of(False))
