"""Cards, reps and questions for the tests of a coach."""

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import strategies as st

from nerve.card import CHANNELS, FACETS, Card
from nerve.rep import OUTCOMES, SCALES, Rep

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LADDER = [Card(f"step {step:02}", {"size": step / 20, "oddness": step / 20}, "in_person", 0.6) for step in range(20)]

scales = st.none() | st.floats(0, 100)
cards = st.lists(
    st.builds(
        Card,
        st.sampled_from("abcdefgh"),
        st.dictionaries(st.sampled_from(FACETS), st.floats(0, 1)),
        st.sampled_from(CHANNELS),
        st.floats(0, 1),
    ),
    unique_by=lambda card: card.key,
)
reps = st.lists(
    st.builds(
        Rep,
        st.sampled_from("abcdefghi"),
        st.none() | st.integers(-3000, 100).map(lambda hours: NOW + timedelta(hours=hours)),
        st.sampled_from(["shop", "street", ""]),
        st.sampled_from(OUTCOMES),
        too_much=st.booleans(),
        **dict.fromkeys(SCALES, scales),
    ),
    max_size=12,
)


def ask(coach, reps=(), *, cards=LADDER, seed=1, **other):
    """What this coach offers now."""
    return coach(cards, list(reps), now=NOW, rng=Random(seed), **other)


def made(count, *, days=30, outcome="yes", **told):
    """So many asks of cards that are gone since."""
    return [Rep(f"other {at}", NOW - timedelta(days=days), "shop", outcome, **told) for at in range(count)]


def codes(choice):
    return [reason.code for reason in choice.reasons]
