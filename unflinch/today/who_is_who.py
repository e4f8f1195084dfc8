"""What each duck means, told by its pose first."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from unflinch.practice.vocabulary import Outcome


@dataclass(frozen=True, slots=True)
class _Duck:
    """One pose: the outcome that it stands for, its name, and what it does."""

    outcome: str
    name: str
    about: str


def who_is_who() -> list[_Duck]:
    """Every duck that can be on a pond, and the free place."""
    return [
        _Duck(Outcome.YES, _("Yes"), _("Head up, swimming.")),
        _Duck(Outcome.NO, _("No"), _("Water off a duck’s back.")),
        _Duck(Outcome.MAYBE, _("Maybe"), _("Still in the reeds.")),
        _Duck(Outcome.NO_REPLY, _("No answer"), _("Fast asleep. It isn’t about you.")),
        _Duck(Outcome.WENT, _("A warm-up"), _("Out for a lap. Nobody could say no.")),
        _Duck(Outcome.NOT_ASKED, _("Not this time"), _("Feet dry today. There’s always a next time.")),
        _Duck("planned", _("A free place"), _("If you like. It doesn’t mind waiting.")),
    ]
