"""Numbers in plain words. A change is named only where its interval excludes no change; nothing flatters."""

from typing import Final

from nerve.forecast import ForecastAgainstResult
from nerve.measured import Change, Lacking, Measured, Needs
from nerve.missed import Missed
from nerve.recovery import MEANT, Recovery
from nerve.rounds import Rounds
from nerve.shift import Shift
from nerve.sign import Moved
from nerve.trend import Course

_MORE: Final[dict[Lacking, tuple[str, str]]] = {
    "forecasts": ("answered ask with a forecast of a no", "answered asks with a forecast of a no"),
    "foreseen": ("answered ask where you expected a no", "answered asks where you expected a no"),
    "tensions": ("ask with your tension before it", "asks with your tension before them"),
    "noes": ("no with its sting", "noes with their sting"),
    "re_ratings": (
        "ask with the feared thing rated before and after",
        "asks with the feared thing rated before and after",
    ),
    "next_asks": (
        "ask of a kind you asked before, with the feared thing rated both times",
        "asks of a kind you asked before, with the feared thing rated both times",
    ),
    "gaps": ("ask that went differently from what you feared", "asks that went differently from what you feared"),
    "recoveries": ("ask with how soon you were yourself again", "asks with how soon you were yourself again"),
    "echoes": ("look back on a later day", "looks back on a later day"),
    "rehearsals": ("ask with how much you rehearsed", "asks with how much you rehearsed"),
    "habits": ("ask with your safety habits", "asks with your safety habits"),
    "re_offers": ("challenge let go and offered again", "challenges let go and offered again"),
    "fortnights": ("answer to the question of a fortnight", "answers to the question of a fortnight"),
    "days": ("day with an ask", "days with an ask"),
}
# The four answers, said as they were given: minutes stand for them in the reckoning only.
_SOON: Final = {
    MEANT["minutes"]: "minutes",
    MEANT["hour"]: "an hour",
    MEANT["today"]: "later that day",
    MEANT["not_yet"]: "a day or more",
}
_YEAR: Final = 365.25 / 7  # weeks
_A_TENTH: Final = 0.1  # points; what one decimal still shows


def lacking(needs: Needs | None) -> str:
    """What a number still needs: "3 more noes with their sting"."""
    if needs is None:
        return ""
    one, many = _MORE[needs.of]
    return f"{needs.more} more {one if needs.more == 1 else many}"


def between(measured: Measured, unit: str = "") -> str:
    """A number's interval: "25 to 84 %"."""
    return f"{rounded(measured.low)} to {rounded(measured.high)}{unit}"


def rounded(value: float | None) -> str:
    """A whole number with a real minus; nothing for None."""
    return "" if value is None else f"{value:.0f}".replace("-0", "0").replace("-", "−")


def of_forecast(result: ForecastAgainstResult) -> str:
    """Forecast against result in one sentence."""
    if result.gap.value is None:
        return f"Too few to tell yet: {lacking(result.gap.needs)}."
    said, heard = rounded(result.forecast.value), rounded(result.heard.value)
    named = {
        "up": "You expected more noes than came. Many cards here are picked because a yes is likely, so that says "
        "little about other asks.",
        "down": "More noes came than you expected.",
        None: "Forecast and result lie too close together to call.",
    }
    return (
        f"You said a no was {said} % likely and heard one in {heard} % of {result.heard.n} answers "
        f"({between(result.heard, ' %')}). {named[result.gap.moved]}"
    )


def of_sting(course: Course) -> str:
    """The sting curve in one sentence. That it falls is told, and never called success."""
    if course.slope.value is None:
        return f"Too few to draw a line yet: {lacking(course.slope.needs)}."
    named = {"up": "It rises", "down": "It falls", None: "No clear direction"}
    return f"{course.slope.n} noes. {named[course.slope.moved]}: {speed(course, 'no')}."


def speed(course: Course, turn: str) -> str:
    """How fast: points a week, or a year where a week has less than a tenth of one; a `turn` where no day is known."""
    slope, step = course.slope, "week" if course.per == "week" else turn
    low, value, high = slope.spoken or (0.0, 0.0, 0.0)
    if step == "week" and slope.moved is not None and abs(value) < _A_TENTH:
        slope, step = Change(_YEAR * value, _YEAR * low, _YEAR * high, slope.n), "year"
    return f"{rounded_signed(slope.value)} points a {step}, {_span(slope)}"


def of_fade(fade: Change) -> str:
    """What was left of the sting when one looked back; nothing where too few did."""
    if fade.value is None:
        return ""
    named = {
        "down": "When you looked back, it stung less than at once",
        "up": "When you looked back, it stung more than at once",
        None: "When you looked back, it stung about as much as at once",
    }
    return f"{named[fade.moved]}: {points(fade)} looks back. Most things sting less on a later day."


def of_shift(shift: Change) -> str:
    """How likely the feared thing is after an ask, beside how likely it was before it."""
    if shift.value is None:
        return f"Too few to tell yet: {lacking(shift.needs)}."
    named = {
        "down": "After an ask the feared thing looks less likely to you than before it",
        "up": "After an ask the feared thing looks likelier to you than before it",
        None: "After an ask the feared thing looks about as likely to you as before it",
    }
    return f"{named[shift.moved]}: {points(shift)} asks."


def of_transfer(transfer: Change) -> str:
    """How likely the feared thing is before the next ask of a kind; nothing where too few came again."""
    if transfer.value is None:
        return ""
    named = {
        "down": "Before the next ask of a kind, the feared thing looks less likely to you than before the last one",
        "up": "Before the next ask of a kind, the feared thing looks likelier to you than before the last one",
        None: "Before the next ask of a kind, the feared thing looks about as likely to you as before the last one",
    }
    return f"{named[transfer.moved]}: {points(transfer)} asks."


def of_learning(shift: Shift) -> str:
    """How far the belief moved toward what came, where that it moved is beyond noise as well; else nothing."""
    rate = shift.learning_rate
    low, value, high = rate.spoken or (0.0, 0.0, 0.0)
    if low <= 0 or shift.feared.moved is None:
        return ""
    ends = f"{rounded(100 * low)} to {rounded(100 * high)} %, from {rate.n} asks"
    return f"Typically you went {rounded(100 * value)} % of the way from what you feared to what came ({ends})."


def of_cost(cost: Change) -> str:
    """What a no did to how bad one would be; nothing where too few noes told."""
    if cost.value is None:
        return ""
    named = {
        "down": "After a no, the next one looks less bad than before it",
        "up": "After a no, the next one looks worse than before it",
        None: "After a no, the next one looks about as bad as before it",
    }
    return f"{named[cost.moved]}: {points(cost)} noes."


def of_recovery(recovery: Recovery) -> str:
    """How soon back to oneself, typically, as one would say it; nothing where too few told."""
    minutes = recovery.minutes.value
    return "" if minutes is None else _SOON[minutes]


def of_recovery_range(recovery: Recovery) -> str:
    """How sure that is: "minutes to an hour, from 20 asks"; nothing where too few told."""
    if recovery.minutes.spoken is None:
        return ""
    low, _, high = recovery.minutes.spoken
    ends = "" if low == high else f"{_SOON[low]} to {_SOON[high]}, "
    return f"{ends}from {recovery.minutes.n} asks"


def _span(change: Change) -> str:
    """A change's interval: "between −5.2 and −1.7"."""
    return f"between {rounded_signed(change.low)} and {rounded_signed(change.high)}"


def points(change: Change) -> str:
    """How much, how sure, and from how many: "−3.2 points, between −4.0 and −2.4, from 20"."""
    return f"{rounded_signed(change.value)} points, {_span(change)}, from {change.n}"


def rounded_signed(value: float | None) -> str:
    """One decimal with its sign: "−3.2", "+0.4"; nothing before a zero."""
    return "" if value is None else f"{round(value, 1) or 0.0:+.1f}".replace("+0.0", "0.0").replace("-", "−")


def of_unflinching(share: Measured) -> str:
    """How many noes were met without flinching."""
    if share.value is None:
        return ""
    return f"You didn’t flinch at {rounded(share.value)} % of the noes ({between(share, ' %')}, from {share.n} noes)"


def of_missed(missed: Missed) -> str:
    """What came where a no was expected; nothing where nothing came."""
    if missed.yeses == 0:
        return ""
    asks = missed.yeses + missed.noes + missed.maybes + missed.silences
    return f"Where you expected a no, {missed.yeses} of {asks} said yes."


def of_rounds(rounds: Rounds) -> str:
    """How much asks went round in the head on the next day; nothing where too few told."""
    if rounds.median.value is None:
        return ""
    named = {"down": " It has become less.", "up": " It has become more.", None: ""}
    typical = (
        f"Typically {rounds.median.value:.0f} of 100 ({between(rounds.median)}, from {rounds.median.n} looks back)."
    )
    return f"{typical}{named[rounds.course.slope.moved]}"


def of_all_or_nothing(course: Course) -> str:
    """The question of a fortnight in one sentence; nothing before the first answer."""
    if not course.points:
        return ""
    if course.slope.value is None:
        return f"Last time {course.points[-1].y:.0f} of 100. Too few to draw a line yet: {lacking(course.slope.needs)}."
    named = {"up": "It rises", "down": "It falls", None: "No clear direction"}
    return f"{named[course.slope.moved]}: {speed(course, 'time')}."


MOVED: Final[dict[tuple[str, str], str]] = {
    ("unflinching", "up"): "You meet more noes without flinching than you did at first.",
    (
        "unflinching",
        "down",
    ): "You flinch at more noes than you did at first. That happens; lighter ones are always there.",
    ("feared", "down"): "After an ask, what you feared looks less likely to you than before it.",
    (
        "feared",
        "up",
    ): "After an ask, what you feared looks likelier to you than before it. Smaller steps may suit you better.",
    ("recovery", "up"): "You are back to yourself within the hour more often than at first.",
    (
        "recovery",
        "down",
    ): "It takes longer than at first until you are yourself again. A rest or a lighter one is fine.",
    ("rounds", "down"): "It goes round in your head less than it did.",
    ("rounds", "up"): "It goes round in your head more than it did. You may close the file sooner.",
    ("all_or_nothing", "down"): "It feels less all-or-nothing than it did.",
    ("all_or_nothing", "up"): "It feels more all-or-nothing than it did.",
    ("sting", "down"): "A no stings less than it did. Going is still the point.",
    ("sting", "up"): "A no stings more than it did. Lighter ones are always there.",
}


def of_sign(moved: Moved | None) -> str:
    """The sign that moved beyond noise, or that it is too early to say."""
    return "Too early to say what has changed. Going is what counts." if moved is None else MOVED[moved.name, moved.way]
