"""Numbers as one says them."""

from django import template

register = template.Library()

WORDS = ("", "once", "twice", "three times", "four times", "five times", "six times", "seven times", "eight times",
         "nine times", "ten times", "eleven times", "twelve times")  # fmt: skip


@register.filter
def times(number: int) -> str:
    """1 as "once", 12 as "twelve times", 2000 as "2,000 times"."""
    return WORDS[number] if 0 < number < len(WORDS) else f"{number:,} times"
