"""Typed words within a sentence of the page."""

from django import template

register = template.Library()

ENDS = (".", "!", "?", "…", ":", ";")


@register.filter
def with_stop(words: object) -> str:
    """The words with a full stop behind them, unless they end in a mark of their own."""
    text = str(words).rstrip()
    bare = text.rstrip("”’\"')»*_")
    return text if not text or bare.endswith(ENDS) else f"{text}."
