"""Made-up lives: any that Hypothesis can think of, and a few hostile ones with a name."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from nerve.measured import Measured
from nerve.rep import OUTCOMES, SCALES, WORDS, Rep

START = datetime(2026, 3, 2, 12, tzinfo=UTC)

scales = st.none() | st.integers(0, 100).map(float) | st.floats(0, 100)
moments = st.none() | st.integers(0, 400).map(lambda hours: START + timedelta(hours=hours))

HABITS = ("rushed", "over_apologised")

reps = st.builds(
    Rep,
    key=st.sampled_from(["dog", "desk", "letter"]),
    at=moments,
    place=st.just("street"),
    outcome=st.sampled_from(OUTCOMES),
    safe_habits=st.none() | st.sets(st.sampled_from(HABITS)).map(tuple),
    **{name: st.none() | st.sampled_from(words) for name, words in WORDS.items()},
    **dict.fromkeys(SCALES, scales),
)


def life(n: int, *, at: Callable[[int], datetime | None], value: Callable[[int], float | None]) -> list[Rep]:
    """So many asks, every scale of the i-th being value(i); outcomes, words and habits take turns where it has one."""
    outcomes = [OUTCOMES[turn % len(OUTCOMES)] for turn in range(n)]
    return [rep(came, at(turn), value(turn), **said_in(turn, value(turn))) for turn, came in enumerate(outcomes)]


def said_in(turn: int, value: float | None) -> dict[str, Any]:
    if value is None:
        return {}
    return {name: words[turn % len(words)] for name, words in WORDS.items()} | {"safe_habits": HABITS[: turn % 3]}


def rep(outcome: str, at: datetime | None = None, value: float | None = None, **given: Any) -> Rep:
    """An ask with every scale at `value`, but for what is given."""
    return Rep("dog", at, "street", outcome, **(dict.fromkeys(SCALES, value) | given))


def noes(stings: list[float], at: list[datetime | None]) -> list[Rep]:
    """Noes with their stings."""
    return [rep("no", moment, sting=sting) for moment, sting in zip(at, stings, strict=True)]


def spoken(number: Measured) -> tuple[float, float, float]:
    """Low, value and high of a number that must have them."""
    assert number.spoken is not None
    return number.spoken


def daily(turn: int) -> datetime:
    return START + timedelta(days=turn)
