"""What a row of ducks says to somebody who does not see it."""

from collections import Counter
from collections.abc import Iterable

from django import template

register = template.Library()

# One of them, several of them; in the order in which they are said.
SAID = {
    "no": ("no", "noes"),
    "yes": ("yes", "yeses"),
    "maybe": ("maybe", "maybes"),
    "no_reply": ("silence", "silences"),
    "went": ("warm-up", "warm-ups"),
    "planned": ("planned", "planned"),
    "not_asked": ("not this time", "not this time"),
}


@register.filter
def in_words(outcomes: Iterable[str]) -> str:
    """["no", "yes", "no"] is "2 noes, 1 yes". What is not an outcome is left out."""
    counts = Counter(outcomes)
    return ", ".join(f"{counts[name]} {said[counts[name] > 1]}" for name, said in SAID.items() if counts[name])
