"""Numbers as one says them."""

from django import template
from django.utils.translation import gettext_lazy, ngettext

register = template.Library()

_TIMES = ("", gettext_lazy("once"), gettext_lazy("twice"), gettext_lazy("three times"), gettext_lazy("four times"),
          gettext_lazy("five times"), gettext_lazy("six times"), gettext_lazy("seven times"),
          gettext_lazy("eight times"), gettext_lazy("nine times"), gettext_lazy("ten times"),
          gettext_lazy("eleven times"), gettext_lazy("twelve times"))  # fmt: skip
_NUMBERS = ("", gettext_lazy("one"), gettext_lazy("two"), gettext_lazy("three"), gettext_lazy("four"),
            gettext_lazy("five"), gettext_lazy("six"), gettext_lazy("seven"), gettext_lazy("eight"),
            gettext_lazy("nine"), gettext_lazy("ten"), gettext_lazy("eleven"), gettext_lazy("twelve"))  # fmt: skip


@register.filter
def times(number: int) -> str:
    """1 as "once", 12 as "twelve times", 2000 as "2,000 times"."""
    if 0 < number < len(_TIMES):
        return str(_TIMES[number])
    return ngettext("%(number)s time", "%(number)s times", number) % {"number": f"{number:,}"}


def counted(number: int) -> str:
    """1 as "one", 12 as "twelve", 2000 as "2,000"."""
    return str(_NUMBERS[number]) if 0 < number < len(_NUMBERS) else f"{number:,}"
