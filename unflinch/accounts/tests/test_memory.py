"""The memory of folds: what is kept comes back as it is, until its time is over or others need the room."""

from threading import Thread

import pytest
from django.core.cache import cache

from unflinch.accounts.memory import Memory


@pytest.fixture
def memory():
    memory = Memory("for a test", {"OPTIONS": {"MAX_ENTRIES": 3}})
    memory.clear()
    return memory


def test_what_is_kept_comes_back_itself(memory):
    value = (1, "two")
    memory.set("mira/a", value)
    assert memory.get("mira/a") is value
    assert memory.get("mira/b", "nothing") == "nothing"


def test_all_threads_of_a_process_share_it():
    cache.set("mira/a", 1)
    seen = []
    thread = Thread(target=lambda: seen.append(cache.get("mira/a")))
    thread.start()
    thread.join()
    assert seen == [1]


def test_a_newer_version_drops_everything_older_of_its_owner(memory):
    memory.set("mira/a", "old", version=4)
    memory.set("mira/b", "old", version=4)
    memory.set("jonas/a", "his", version=1)
    memory.set("mira/a", "new", version=5)
    assert [memory.get(key, version=4) for key in ("mira/a", "mira/b")] == [None, None]
    assert memory.get("mira/a", version=5) == "new"
    assert memory.get("jonas/a", version=1) == "his"


def test_the_version_of_nobodys_facts_is_a_version_too(memory):
    memory.set("mira/a", "nothing yet", version=0)
    assert (memory.get("mira/a", version=1), memory.get("mira/a", version=0)) == (None, "nothing yet")


def test_whoever_was_slow_does_not_put_an_older_version_back(memory):
    memory.set("mira/a", "new", version=5)
    assert memory.get_or_set("mira/a", "old", version=4) == "old"
    assert memory.get("mira/a", version=5) == "new"


def test_the_owner_used_least_lately_goes_first(memory):
    for owner in ("mira", "jonas", "ada"):
        memory.set(f"{owner}/a", owner)
    memory.get("mira/a")
    memory.set("emil/a", "emil")
    assert [memory.get(f"{owner}/a") for owner in ("mira", "jonas", "ada", "emil")] == ["mira", None, "ada", "emil"]


def test_one_owner_alone_cannot_take_more_than_there_is(memory):
    for number in range(9):
        memory.set(f"mira/{number}", number)
    assert [memory.get(f"mira/{number}") for number in range(9)] == [*[None] * 6, 6, 7, 8]


def test_a_value_whose_time_is_over_is_gone(memory, time_machine):
    time_machine.move_to(0, tick=False)
    memory.set("mira/a", 1, timeout=60)
    time_machine.move_to(59, tick=False)
    assert memory.get("mira/a") == 1
    time_machine.move_to(60, tick=False)
    assert memory.get("mira/a") is None


def test_the_first_one_that_was_added_stays(memory):
    assert (memory.add("mira/a", 1), memory.add("mira/a", 2), memory.get("mira/a")) == (True, False, 1)


def test_it_forgets_one_or_all(memory):
    memory.set("mira/a", 1)
    memory.set("mira/b", 2)
    assert (memory.delete("mira/a"), memory.delete("mira/a")) == (True, False)
    memory.clear()
    assert memory.get("mira/b") is None


def test_none_is_a_value_too(memory):
    memory.set("mira/a", None)
    assert memory.get("mira/a", "nothing") is None
    assert memory.get_or_set("mira/a", lambda: 3) is None
