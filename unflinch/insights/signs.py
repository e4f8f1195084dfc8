"""The one sign of change that is named, in words. What has not moved beyond noise is not named at all."""

from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nerve.sign import Moved

MOVED: Final[dict[tuple[str, str], Any]] = {
    ("unflinching", "up"): gettext_lazy("You meet more noes without flinching than you did at first."),
    ("unflinching", "down"): gettext_lazy(
        "You flinch at more noes than you did at first. That happens; lighter ones are always there."
    ),
    ("feared", "down"): gettext_lazy("After an ask, what you fear looks less likely."),
    ("feared", "up"): gettext_lazy("After an ask, what you fear looks likelier. Smaller steps may suit you better."),
    ("recovery", "up"): gettext_lazy("You’re back to yourself within the hour more often than at first."),
    ("recovery", "down"): gettext_lazy(
        "It takes longer than at first until you feel OK again. A rest or a lighter one is fine."
    ),
    ("rounds", "down"): gettext_lazy("It goes round in your head less than it did."),
    ("rounds", "up"): gettext_lazy("It goes round in your head more than it did. You can let it go sooner."),
    ("all_or_nothing", "down"): gettext_lazy("It feels less all-or-nothing than it did."),
    ("all_or_nothing", "up"): gettext_lazy("It feels more all-or-nothing than it did."),
    ("sting", "down"): gettext_lazy("A no stings less than it did. Going is still the point."),
    ("sting", "up"): gettext_lazy("A no stings more than it did. Lighter ones are always there."),
}


def of_sign(moved: Moved | None) -> str:
    """The sign that moved beyond noise, or that it is too early to say."""
    if moved is None:
        return _("Too early to say what has changed. Going is what counts.")
    return str(MOVED[moved.name, moved.way])
