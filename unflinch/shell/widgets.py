"""The few ways in which a page asks something. Each works as plain HTML; the behaviours only make it kinder."""

import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise

LINE = 280
_HIGHEST = 100
FIFTHS = (10, 30, 50, 70, 90)
_WORDS = ("not at all", "a bit", "fifty-fifty", "likely", "almost certain")


class Chips(forms.RadioSelect):
    """One of a few; where the answer may be left, one chip says so, and a second tap takes a choice back."""

    template_name = "shell/forms/chips.html"
    unset: str | Promise = "rather not say"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["unselect"] = not self.is_required
        return context

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        groups = super().optgroups(name, value, attrs)
        options = [option for _, members, _ in groups for option in members]
        if self.is_required or any(option["value"] in ("", None) for option in options):
            return groups
        chosen = any(option["selected"] for option in options)
        last = self.create_option(name, "", str(self.unset), not chosen, len(options), attrs=attrs)
        return [*groups, (None, [last], len(groups))]


class WordScale(Chips):
    """Five words in a row, lowest first, for a scale of 0 to 100: they send 10, 30, 50, 70 and 90, or nothing.

    A number that was saved before, 61 say, stays 61 until another word is picked: its fifth sends it as it is.
    """

    template_name = "shell/forms/words.html"
    unset = "not answered"

    def __init__(self, attrs: dict[str, Any] | None = None, words: Sequence[str] = _WORDS) -> None:
        if len(words) != len(_WORDS):
            raise ValueError(f"A scale has {len(_WORDS)} words, not {len(words)}: {', '.join(words)}")
        super().__init__(attrs, choices=list(zip(FIFTHS, words, strict=True)))

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        exact = _sent_for(value[0]) if value else None
        groups = super().optgroups(name, [] if exact is None else [str(exact)], attrs)
        for _, members, _ in groups:
            for option in members:
                if option["selected"] and exact is not None:
                    option["value"] = value[0]
        return groups


def fifth_of(rating: int) -> int:
    """Which of five words, 0 to 4, a rating from 0 to 100 is: 20 is still the first, 21 the second."""
    return rating * len(FIFTHS) // (_HIGHEST + 1)


def _sent_for(number: str) -> int | None:
    """What the word sends that a saved number is; None for what is no rating."""
    return FIFTHS[fifth_of(int(number))] if number.isdecimal() and int(number) <= _HIGHEST else None


class ManyChips(forms.CheckboxSelectMultiple):
    """Any of a few."""

    template_name = "shell/forms/chips.html"


class DotsInput(forms.RadioSelect):
    """A row of dots, lowest first. With `submit` each dot is a button: one tap answers and sends."""

    template_name = "shell/forms/dots.html"

    def __init__(self, attrs: dict[str, Any] | None = None, choices: Any = (), *, submit: bool = False) -> None:
        self.submit = submit
        super().__init__(attrs, choices)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["submit"] = self.submit
        return context


class LineInput(forms.TextInput):
    """One line of text. With `sorry`, for the line to say: shown whole, and it offers to take out the second sorry."""

    def __init__(self, attrs: dict[str, Any] | None = None, *, maxlength: int = LINE, sorry: bool = False) -> None:
        own: dict[str, Any] = {"maxlength": maxlength, "autocomplete": "off", "class": "field", "dir": "auto"}
        if sorry:
            self.template_name = "django/forms/widgets/textarea.html"
            own |= {"data-sorry": True, "rows": 2}
        super().__init__(own | (attrs or {}))

    def value_from_datadict(self, data: Any, files: MultiValueDict[str, Any], name: str) -> Any:
        """What was pasted from several lines becomes one."""
        value = super().value_from_datadict(data, files, name)
        return re.sub(r"[\t\r\n]+", " ", value) if isinstance(value, str) else value


class Lines(forms.Textarea):
    """Text of several lines, or longer than one line of the page; its line ends come back as they went."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", "class": "field", "dir": "auto", "rows": 4, **(attrs or {})})

    def value_from_datadict(self, data: Any, files: MultiValueDict[str, Any], name: str) -> Any:
        value = super().value_from_datadict(data, files, name)
        return re.sub(r"\r\n?", "\n", value) if isinstance(value, str) else value


class ClientId(forms.HiddenInput):
    """The id of the fact that a form will make. One that cannot be read is replaced by a fresh one."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        # Several of these forms may stand on one page, and none of their ids is ever pointed at.
        super().__init__({"id": False, **(attrs or {})})

    def format_value(self, value: Any) -> str:
        try:
            return str(UUID(str(value)))
        except ValueError:
            return str(uuid4())
