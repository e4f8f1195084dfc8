from hypothesis import given
from hypothesis import strategies as st

from nerve.going import going_of, unflinching
from nerve.tests.made_up import daily, rep, reps, spoken

histories = st.lists(reps, max_size=25)


@given(histories)
def test_nobody_went_anyway_more_often_than_they_asked(history):
    going = going_of(history)
    assert going.asks.value == going.asks.n == sum(ask.outcome != "not_asked" for ask in history)
    if going.went_anyway.value is not None:
        assert 0 <= going.went_anyway.value <= going.went_anyway.n <= going.asks.value


@given(histories)
def test_one_more_ask_in_spite_of_the_tension_is_one_more(history):
    before, after = going_of(history), going_of([*history, rep("no_reply", tension_before=60)])
    assert spoken(after.went_anyway)[1] == (before.went_anyway.value or 0) + 1
    assert spoken(after.asks)[1] == spoken(before.asks)[1] + 1


@given(st.lists(reps, max_size=30))
def test_only_noes_that_told_of_it_count(after):
    told = [one for one in after if one.outcome == "no" and one.flinched is not None]
    result = unflinching(after)
    assert result.share.n == result.change.n == len(told)


def test_the_halves_follow_the_moments_and_not_the_writing():
    flinched = ["yes"] * 8 + ["no"] * 8
    noes = [rep("no", daily(day), flinched=word) for day, word in enumerate(flinched)]
    assert unflinching(noes).change.value == unflinching(noes[::-1]).change.value == 100
