"""What came after an ask, as far as its rep does not hold it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, get_args

from nerve.rep import OUTCOMES, within_scale

_Flinched = Literal["yes", "a_bit", "no"]
FLINCHED: Final[tuple[_Flinched, ...]] = get_args(_Flinched)
_BackAfter = Literal["minutes", "hour", "today", "not_yet"]
BACK_AFTER: Final[tuple[_BackAfter, ...]] = get_args(_BackAfter)
_Rehearsed = Literal["no", "a_bit", "a_lot"]
REHEARSED: Final[tuple[_Rehearsed, ...]] = get_args(_Rehearsed)
_WORDS: Final = {"outcome": OUTCOMES, "flinched": FLINCHED, "back_after": BACK_AFTER, "rehearsed": REHEARSED}


@dataclass(frozen=True, slots=True)
class Aftermath:
    """The debrief and the echo of one ask; scales run from 0 to 100 and None means "not given".

    `round_and_round` is how much it went round in the head the next day. `sting` is the debrief's,
    `still_stings` the echo's. `safe_habits` names what was done to feel safe; empty where nothing was.
    Raises ValueError, naming the field, as `Rep` does.
    """

    at: datetime | None
    outcome: str
    flinched: str | None = None
    back_after: str | None = None
    sting: float | None = None
    still_stings: float | None = None
    round_and_round: float | None = None
    rehearsed: str | None = None
    safe_habits: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        if self.at is not None and self.at.tzinfo is None:
            raise ValueError("at: a moment needs its time zone")
        for name, words in _WORDS.items():
            word = getattr(self, name)
            if word not in words and (word is not None or name == "outcome"):
                raise ValueError(f"{name}: {word!r} is none of {', '.join(words)}")
        for name in ("sting", "still_stings", "round_and_round"):
            within_scale(name, getattr(self, name))
