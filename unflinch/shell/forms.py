"""How every form of Unflinch reads what was typed, and how it is drawn."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator
from django.forms.renderers import DjangoTemplates
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html
from django.utils.safestring import SafeString

from unflinch.shell.widgets import LINE, ClientId

LONG_TEXT = 20_000  # letters: the longest story that one field takes
_LONGEST_WORD = 1_000  # letters: no real word is longer

# A field of text that nobody writes words into: a number, an address, a structure; a secret, and what is never seen.
_NO_WORDS = (forms.UUIDField, forms.SlugField, forms.JSONField)
_NO_WORDS_IN = (forms.PasswordInput, forms.HiddenInput)

_NEW_NUMBER = "This page had lost its number and has a new one. Please send it once more."

# Said instead of Django's own sentences, unless a field brings its own; the later rows are the closer ones.
_SENTENCES: tuple[tuple[type[forms.Field], dict[str, str]], ...] = (
    (forms.Field, {"required": "We need this one."}),
    (
        forms.IntegerField,
        {
            "invalid": "A whole number, please.",
            "min_value": "%(limit_value)s is the lowest that fits here.",
            "max_value": "%(limit_value)s is the highest that fits here.",
        },
    ),
    (forms.DecimalField, {"invalid": "A number, please, such as 4.50."}),
    (forms.DateField, {"invalid": "There’s no such day."}),
    (forms.ChoiceField, {"invalid_choice": "Please pick one of these."}),
    (
        forms.MultipleChoiceField,
        {"invalid_list": "Please pick from these.", "invalid_choice": "Please pick from these."},
    ),
)


_sent: ContextVar[list["Form"] | None] = ContextVar("the forms sent with this request", default=None)


class Renderer(DjangoTemplates):
    """Draws a field as label, hint, errors and widget, with templates from every app."""

    field_template_name = "shell/forms/field.html"


class Form(forms.Form):
    """Text comes out stripped, in NFC, all visible and no longer than its field; an untouched scale is None."""

    # Our own sentences are kinder than the browser's, which cannot point at a field inside closed details.
    use_required_attribute = False

    def __init__(self, data: Mapping[str, Any] | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(_composed(data), *args, **kwargs)
        for field in self.fields.values():
            speak_plainly(field)
            if isinstance(field, forms.CharField) and not isinstance(field, (forms.UUIDField, forms.JSONField)):
                guard_text(field)

    def full_clean(self) -> None:
        """Clean it, and note that it was sent with the request at hand (see `forms_sent`)."""
        super().full_clean()
        sent = _sent.get()
        if sent is not None and self.is_bound:
            sent.append(self)

    def own_words(self) -> list[str]:
        """What was typed into it in the person's own words, valid or not; a text that stood there before is left out.

        Every field of text counts, so that a new one cannot be forgotten.
        """
        return [words for name, field in self.fields.items() if _takes_words(field) and (words := self.newly(name))]

    def newly(self, name: str) -> str:
        """What was typed into this field, or nothing where it is as it was."""
        typed = str(self[name].data or "").strip()
        return "" if typed == str(self[name].initial or "").strip() else typed


@contextmanager
def forms_sent() -> Iterator[list[Form]]:
    """The forms that are sent while this lasts, one request of one thread, in the order in which they are read."""
    sent: list[Form] = []
    token = _sent.set(sent)
    try:
        yield sent
    finally:
        _sent.reset(token)


def _takes_words(field: forms.Field) -> bool:
    """Whether a person can write into it what they like."""
    return (
        isinstance(field, forms.CharField)
        and not isinstance(field, _NO_WORDS)
        and not isinstance(field.widget, _NO_WORDS_IN)
    )


class ShowsItsErrors(forms.BoundField):
    """A hidden field whose errors are seen."""

    def as_widget(self, *args: Any, **kwargs: Any) -> SafeString:
        return format_html("{}{}", self.errors, super().as_widget(*args, **kwargs))


class FactId(forms.UUIDField):
    """The client-made id of one fact."""

    widget = ClientId
    bound_field_class = ShowsItsErrors
    default_error_messages: ClassVar = {"required": _NEW_NUMBER, "invalid": _NEW_NUMBER}


class FactForm(Form):
    """A form that writes one fact, whose id was made where the form was opened. Templates say `{{ form.id }}`."""

    id = FactId(initial=uuid4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            # A page out of a cache draws a new id; one that came back with errors keeps the id it was sent with.
            self.fields["id"].widget.attrs["data-client-id"] = True


class Fits(MaxLengthValidator):
    """Refuses what is longer than its limit, and says both lengths."""

    def __call__(self, value: str) -> None:
        limit = self.limit_value() if callable(self.limit_value) else self.limit_value
        if len(value) > limit:
            raise ValidationError(f"That’s {len(value):,} letters; {limit:,} fit here.", code="max_length")


def _only_visible(value: str) -> None:
    """Refuse NUL, the other control characters and halves of characters; tabs and line ends may stay."""
    if any(unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\t\r\n" for letter in value):
        raise ValidationError(
            "An invisible character has crept in that can’t be saved. Typing it again helps.", code="control"
        )


def _composed(data: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """The same data with each text in NFC, so that an é is one letter however it was typed."""
    if data is None:
        return None
    if isinstance(data, MultiValueDict):
        return MultiValueDict({name: [nfc(value) for value in values] for name, values in data.lists()})
    return {name: nfc(value) for name, value in data.items()}


def nfc(value: Any) -> Any:
    """Word by word, because normalising takes quadratic time on a long run of accents."""
    if not isinstance(value, str) or value.isascii():
        return value
    return re.sub(
        r"\S+", lambda word: word[0] if len(word[0]) > _LONGEST_WORD else unicodedata.normalize("NFC", word[0]), value
    )


def speak_plainly(field: forms.Field) -> None:
    """Replace Django's sentences by ours; a sentence that the field itself brought stays."""
    for kind, sentences in _SENTENCES:
        if isinstance(field, kind):
            field.error_messages |= {code: said for code, said in sentences.items() if not _brought(field, code)}


def _brought(field: forms.Field, code: str) -> bool:
    """Whether this sentence is neither Django's nor ours; by identity, as comparing texts would translate them."""
    django = [kind for kind in type(field).__mro__ if kind.__module__.startswith("django.")]
    known = [kind.__dict__.get("default_error_messages", {}).get(code) for kind in django]
    known += [sentences.get(code) for _, sentences in _SENTENCES]
    return all(field.error_messages.get(code) is not sentence for sentence in known)


def guard_text(field: forms.CharField) -> None:
    """One rule for every text: visible characters, and a length that the sentence names."""
    limit = field.max_length or (LONG_TEXT if isinstance(field.widget, forms.Textarea) else LINE)
    field.widget.attrs.setdefault("maxlength", str(limit))
    theirs = (MaxLengthValidator, ProhibitNullCharactersValidator)
    field.validators = [rule for rule in field.validators if not isinstance(rule, theirs)] + [
        _only_visible,
        Fits(limit),
    ]
