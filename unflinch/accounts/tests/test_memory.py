"""The memory of folds: what is kept comes back as it is, until its time is over or others need the room."""

import pytest

from unflinch.accounts.memory import Memory


@pytest.fixture
def memory():
    return Memory("", {"OPTIONS": {"MAX_ENTRIES": 3}})


def test_what_is_kept_comes_back_itself(memory):
    value = (1, "two")
    memory.set("a", value)
    assert memory.get("a") is value
    assert memory.get("b", "nothing") == "nothing"


def test_what_was_used_least_lately_goes_first(memory):
    for name in "abc":
        memory.set(name, name)
    memory.get("a")
    memory.set("d", "d")
    assert [memory.get(name) for name in "abcd"] == ["a", None, "c", "d"]


def test_a_value_whose_time_is_over_is_gone(memory, time_machine):
    time_machine.move_to(0, tick=False)
    memory.set("a", 1, timeout=60)
    time_machine.move_to(59, tick=False)
    assert memory.get("a") == 1
    time_machine.move_to(60, tick=False)
    assert memory.get("a") is None


def test_the_first_one_that_was_added_stays(memory):
    assert (memory.add("a", 1), memory.add("a", 2), memory.get("a")) == (True, False, 1)


def test_it_forgets_one_or_all(memory):
    memory.set("a", 1)
    memory.set("b", 2)
    assert (memory.delete("a"), memory.delete("a")) == (True, False)
    memory.clear()
    assert memory.get("b") is None


def test_none_is_a_value_too(memory):
    memory.set("a", None)
    assert memory.get("a", "nothing") is None
    assert memory.get_or_set("a", lambda: 3) is None
