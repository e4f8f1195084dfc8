"""The numbers in words for whoever reads the sheet beside the person: nobody is called "you", nothing is claimed."""

from typing import Final

from nerve.forecast import ForecastAgainstResult
from nerve.measured import Change, Measured
from nerve.missed import Missed
from nerve.shift import Shift
from nerve.trend import Course
from unflinch.insights.sentences import between, lacking, points, rounded, speed

_PICKED: Final = "Many cards were picked because a yes is likely, so this isn’t how requests in general go."


def forecast_heard(result: ForecastAgainstResult) -> str:
    """Forecast against result."""
    if result.gap.value is None:
        return f"Forecast against result: too few to tell yet, {lacking(result.gap.needs)}."
    named = {
        "up": f"More noes were expected than came. {_PICKED}",
        "down": "More noes came than were expected.",
        None: "Forecast and result lie too close together to call.",
    }
    return (
        f"A no was forecast at {rounded(result.forecast.value)} % on average, and came in "
        f"{rounded(result.heard.value)} % of {result.heard.n} answers ({between(result.heard, ' %')}). "
        f"{named[result.gap.moved]}"
    )


def belief_after(shift: Shift) -> str:
    """The feared thing, before an ask and after it."""
    change = shift.feared
    if change.value is None:
        return f"The feared thing before and after: too few to tell yet, {lacking(change.needs)}."
    named = {"down": "less likely", "up": "likelier", None: "about as likely"}
    return (
        f"After an ask the feared thing was rated {named[change.moved]} than before it: {points(change)} asks. "
        "There is nothing to compare it with."
    )


def belief_next_time(transfer: Change) -> str:
    """The forecast before the next ask of a kind, beside the one before."""
    if transfer.value is None:
        return f"The forecast before the next ask of a kind: too few to tell yet, {lacking(transfer.needs)}."
    named = {"down": "less likely", "up": "likelier", None: "about as likely"}
    return (
        f"Before the next ask of the same kind, the feared thing was rated {named[transfer.moved]} than before the "
        f"last: {points(transfer)} asks."
    )


def yeses_against_forecast(missed: Missed) -> str:
    """What came where a no was expected; nothing where no yes came."""
    asks = missed.yeses + missed.noes + missed.maybes + missed.silences
    return f"Of {asks} asks where a no was expected (above 50 %), {missed.yeses} were granted." if missed.yeses else ""


def noes_without_flinching(share: Measured) -> str:
    """How many noes were met without flinching, as the person ticked it; nothing where too few were."""
    if share.value is None:
        return ""
    return (
        f"“Flinched? No” was ticked for {rounded(share.value)} % of the noes ({between(share, ' %')}, "
        f"from {share.n} noes)."
    )


def sting_looking_back(fade: Change) -> str:
    """What was left of the sting on a later day; nothing where too few looked back."""
    if fade.value is None:
        return ""
    named = {
        "down": "It stung less on a later day",
        "up": "It stung more on a later day",
        None: "It stung about as much later",
    }
    return f"{named[fade.moved]}: {points(fade)} looks back. That is usual with time alone."


def tension_over_time(course: Course) -> str:
    """How the tension before asks went."""
    if course.slope.value is None:
        return f"Tension before asks: too few to draw a line yet, {lacking(course.slope.needs)}."
    named = {"up": "It rises", "down": "It falls", None: "No clear direction"}
    return f"{course.slope.n} asks. {named[course.slope.moved]}: {speed(course, 'ask')}."
