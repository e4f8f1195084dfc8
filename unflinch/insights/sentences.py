"""How a number is said: what it needs, how much, how sure. A change is named only where its interval excludes none."""

from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from nerve.measured import Change, Lacking, Measured, Needs
from nerve.trend import Course

_MORE: Final[dict[Lacking, Any]] = {
    "forecasts": ngettext_lazy(
        "%(more)d more answered ask with a forecast of a no",
        "%(more)d more answered asks with a forecast of a no",
        "more",
    ),
    "foreseen": ngettext_lazy(
        "%(more)d more answered ask where a no was expected",
        "%(more)d more answered asks where a no was expected",
        "more",
    ),
    "tensions": ngettext_lazy(
        "%(more)d more ask with the tension before it", "%(more)d more asks with the tension before them", "more"
    ),
    "noes": ngettext_lazy("%(more)d more no with its sting", "%(more)d more noes with their sting", "more"),
    "re_ratings": ngettext_lazy(
        "%(more)d more ask with the feared thing rated before and after",
        "%(more)d more asks with the feared thing rated before and after",
        "more",
    ),
    "next_asks": ngettext_lazy(
        "%(more)d more ask of a kind that was asked before, with the feared thing rated both times",
        "%(more)d more asks of a kind that was asked before, with the feared thing rated both times",
        "more",
    ),
    "gaps": ngettext_lazy(
        "%(more)d more ask that went differently from what was feared",
        "%(more)d more asks that went differently from what was feared",
        "more",
    ),
    "recoveries": ngettext_lazy(
        "%(more)d more ask that says how soon it felt OK again",
        "%(more)d more asks that say how soon it felt OK again",
        "more",
    ),
    "echoes": ngettext_lazy("%(more)d more check-in on a later day", "%(more)d more check-ins on a later day", "more"),
    "rehearsals": ngettext_lazy(
        "%(more)d more ask that says how much was rehearsed",
        "%(more)d more asks that say how much was rehearsed",
        "more",
    ),
    "habits": ngettext_lazy(
        "%(more)d more ask that says which safety habits there were",
        "%(more)d more asks that say which safety habits there were",
        "more",
    ),
    "re_offers": ngettext_lazy(
        "%(more)d more challenge let go and offered again", "%(more)d more challenges let go and offered again", "more"
    ),
    "fortnights": ngettext_lazy(
        "%(more)d more answer to the fortnightly question",
        "%(more)d more answers to the fortnightly question",
        "more",
    ),
    "days": ngettext_lazy("%(more)d more day with an ask", "%(more)d more days with an ask", "more"),
}
_YEAR: Final = 365.25 / 7  # weeks
_A_TENTH: Final = 0.1  # points; what one decimal still shows


def lacking(needs: Needs | None) -> str:
    """What a number still needs: "3 more noes with their sting"."""
    return "" if needs is None else str(_MORE[needs.of] % {"more": needs.more})


def too_few(needs: Needs | None) -> str:
    """That there is too little to tell, and what it needs."""
    return _("Too few to tell yet: %(needs)s.") % {"needs": lacking(needs)}


def between(measured: Measured) -> str:
    """A number's interval: "25 to 84"."""
    return _("%(low)s to %(high)s") % {"low": rounded(measured.low), "high": rounded(measured.high)}


def per_cent_between(measured: Measured) -> str:
    """The interval of a share: "25 to 84%"."""
    return _("%(low)s to %(high)s%%") % {"low": rounded(measured.low), "high": rounded(measured.high)}


def interval_from(low: str, high: str, n: int) -> str:
    """An interval and how many it is made of: "25 to 84, from 12"."""
    return _("%(low)s to %(high)s, from %(n)d") % {"low": low, "high": high, "n": n}


def rounded(value: float | None) -> str:
    """A whole number with a real minus; nothing for None."""
    return "" if value is None else f"{value:.0f}".replace("-0", "0").replace("-", "−")


def rounded_signed(value: float | None) -> str:
    """One decimal with its sign: "−3.2", "+0.4"; nothing before a zero."""
    return "" if value is None else f"{round(value, 1) or 0.0:+.1f}".replace("+0.0", "0.0").replace("-", "−")


def points(change: Change) -> str:
    """How much and how sure: "−3.2 points, between −4.0 and −2.4"."""
    return _("%(value)s points, between %(low)s and %(high)s") % _signed(change)


def _speed(course: Course) -> str:
    """How fast: points a week, or a year where a week has less than a tenth of one; each time where no day is known."""
    slope = course.slope
    low, value, high = slope.spoken or (0.0, 0.0, 0.0)
    if course.per != "week":
        return _("%(value)s points each time, between %(low)s and %(high)s") % _signed(slope)
    if slope.moved is not None and abs(value) < _A_TENTH:
        yearly = Change(_YEAR * value, _YEAR * low, _YEAR * high, slope.n)
        return _("%(value)s points a year, between %(low)s and %(high)s") % _signed(yearly)
    return _("%(value)s points a week, between %(low)s and %(high)s") % _signed(slope)


def direction(course: Course) -> str:
    """Which way a course goes, and how fast."""
    named = {
        "up": _("It rises: %(speed)s."),
        "down": _("It falls: %(speed)s."),
        None: _("No clear direction: %(speed)s."),
    }
    return named[course.slope.moved] % {"speed": _speed(course)}


def _signed(change: Change) -> dict[str, str]:
    """The three ends of a change as they are said."""
    return {name: rounded_signed(getattr(change, name)) for name in ("low", "value", "high")}
