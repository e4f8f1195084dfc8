"""Every tunable number of `nerve`: its name, unit, range and reason, on one page."""

from typing import Final, TypeVar

Number = TypeVar("Number", int, float)


def tuned(value: Number, unit: str, low: float, high: float, reason: str) -> Number:
    """The value, as it is. Raises ValueError outside of its range, or without a unit and a reason."""
    if not low <= value <= high:
        raise ValueError(f"{value!r} {unit} is not within {low!r} to {high!r}")
    if not unit or not reason:
        raise ValueError(f"{value!r} needs a unit and a reason")
    return value


# What a number needs before it speaks.

LEVEL: Final = tuned(0.95, "share", 0.8, 0.99, "The custom of the field; every interval is read alike.")
ANSWERS_NEEDED: Final = tuned(8, "asks", 8, 30, "From 8 on Wilson's interval holds what it promises; tested.")
MEDIAN_NEEDED: Final = tuned(6, "asks", 6, 30, "The whole range of 5 holds the median in 94 % only, of 6 in 97 %.")
TREND_NEEDED: Final = tuned(8, "asks", 8, 30, "From about 8 points on, Kendall's S is as good as normal.")

# Where a line is drawn across a scale.

HIGH_TENSION: Final = tuned(60.0, "points", 40, 80, "From here on most people would rather leave; design section 5.")
NO_EXPECTED: Final = tuned(50.0, "points", 50, 70, "Above the middle a no was thought likelier than not.")
LEARNING_GAP: Final = tuned(15.0, "points", 5, 40, "Divided by less, a slip of the thumb would be a learning rate.")
BIG_SURPRISE: Final = tuned(60.0, "points", 40, 80, "The upper two of the five words.")
SMALL_SHIFT: Final = tuned(10.0, "points", 5, 20, "Half a step between the five words: the same word again.")
BIN_WIDTH: Final = tuned(20.0, "points", 10, 50, "Five bins for the five words; thin neighbours are put together.")

# Time, and the way back to oneself.

WINDOW_DAYS: Final = tuned(14, "days", 7, 28, "At 3 to 5 asks a week, two weeks hold the 6 that a median needs.")
MINUTES: Final = tuned(10.0, "minutes", 1, 30, "Stands for 'minutes'; only the order of the four is reckoned with.")
AN_HOUR: Final = tuned(60.0, "minutes", 31, 120, "Stands for 'an hour'.")
LATER_TODAY: Final = tuned(240.0, "minutes", 121, 960, "Stands for 'today': some hours, an afternoon.")
NOT_YET: Final = tuned(1440.0, "minutes", 961, 10080, "Stands for 'not yet': a day, and nobody knows how much more.")

# How much is drawn, and how much is worked through.

TREND_POINTS: Final = tuned(200, "points", 50, 500, "Pairs grow with the square; 200 make 19,900, a few milliseconds.")
LINE_POINTS: Final = tuned(24, "points", 8, 100, "A point every 15 px looks smooth on a phone 390 px wide.")
LINE_REACH: Final = tuned(2 / 3, "share", 0.3, 1, "Cleveland's (1979) share of neighbours for a calm line.")
