"""Forms that were left half filled, shown as they were left."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django import forms

from unflinch.shell.forms import Form

_F = TypeVar("_F", bound=Form)


def with_typed(form: type[_F], data: Mapping[str, Any] | None, typed: Mapping[str, list[str]], **options: Any) -> _F:
    """The form with what was sent; while nothing is sent, unbound, with what was typed into it before."""
    if data is not None:
        return form(data, **options)
    initial: dict[str, Any] = {}
    for name, values in typed.items():
        if name in form.base_fields and name != "id":
            many = isinstance(form.base_fields[name], forms.MultipleChoiceField)
            initial[name] = values if many else values[-1]
    return form(initial=initial, **options)
