"""Made-up lives: any that Hypothesis can think of, and a few hostile ones with a name."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from nerve.aftermath import BACK_AFTER, FLINCHED, REHEARSED, Aftermath
from nerve.measured import Measured
from nerve.rep import OUTCOMES, SCALES, Rep

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
    **dict.fromkeys(SCALES, scales),
)
aftermaths = st.builds(
    Aftermath,
    at=moments,
    outcome=st.sampled_from(OUTCOMES),
    flinched=st.none() | st.sampled_from(FLINCHED),
    back_after=st.none() | st.sampled_from(BACK_AFTER),
    sting=scales,
    still_stings=scales,
    round_and_round=scales,
    rehearsed=st.none() | st.sampled_from(REHEARSED),
    safe_habits=st.none() | st.sets(st.sampled_from(HABITS)).map(tuple),
)


def life(n: int, *, at: Callable[[int], datetime | None], value: Callable[[int], float | None]) -> list[Rep]:
    """So many asks, every scale of the i-th being value(i); noes, yeses and the others take turns."""
    return [rep(OUTCOMES[turn % len(OUTCOMES)], at(turn), value(turn)) for turn in range(n)]


def after_life(
    n: int, *, at: Callable[[int], datetime | None], value: Callable[[int], float | None]
) -> list[Aftermath]:
    """What came after such a life."""
    return [
        Aftermath(
            at(turn),
            OUTCOMES[turn % len(OUTCOMES)],
            flinched=FLINCHED[turn % 3] if value(turn) is not None else None,
            back_after=BACK_AFTER[turn % 4] if value(turn) is not None else None,
            sting=value(turn),
            still_stings=value(turn),
            round_and_round=value(turn),
            rehearsed=REHEARSED[turn % 3] if value(turn) is not None else None,
            safe_habits=HABITS[: turn % 3] if value(turn) is not None else None,
        )
        for turn in range(n)
    ]


def rep(outcome: str, at: datetime | None = None, value: float | None = None, **given: float | None) -> Rep:
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
