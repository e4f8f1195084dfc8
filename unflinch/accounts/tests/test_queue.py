"""Writers get their turn in the order in which they came, and a turn that never comes is no wait without end."""

import threading
import time
from contextlib import nullcontext

import pytest
from django.db import connection, transaction

from unflinch.accounts.models import Person
from unflinch.accounts.sqlite.queue import Queue, queue_of


def wait_in(queue: Queue, order: list[int], number: int) -> threading.Thread:
    """A thread that waits for its turn; returned once it stands in the queue."""

    def write() -> None:
        assert queue.take()
        order.append(number)
        queue.give()

    thread = threading.Thread(target=write)
    thread.start()
    while len(queue._waiting) <= number:
        time.sleep(0.001)
    return thread


def test_turns_come_in_the_order_of_coming():
    queue = Queue()
    order: list[int] = []
    assert queue.take()
    threads = [wait_in(queue, order, number) for number in range(20)]
    queue.give()
    for thread in threads:
        thread.join()
    assert order == list(range(20))
    assert queue.take(0)


def test_who_waited_too_long_leaves_the_queue():
    queue = Queue()
    assert queue.take()
    assert not queue.take(0.01)
    queue.give()
    assert queue.take(0)


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("fails", [False, True])
def test_a_transaction_has_the_turn_until_it_ends(mira, fails):
    queue = queue_of(str(connection.settings_dict["NAME"]))
    expected = pytest.raises(ValueError, match="changed my mind") if fails else nullcontext()
    with expected, transaction.atomic():
        mira.live_in("DE")
        assert not queue.take(0)
        if fails:
            raise ValueError("changed my mind")
    assert queue.take(0)
    queue.give()


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_a_statement_without_a_transaction_waits_for_its_turn_too(mira):
    queue = queue_of(str(connection.settings_dict["NAME"]))
    assert queue.take()
    given: list[bool] = []

    def give() -> None:
        given.append(True)
        queue.give()

    threading.Timer(0.2, give).start()
    assert Person.objects.filter(pk=mira.pk).update(facts=7) == 1
    assert given == [True]
    assert queue.take(0)
    queue.give()
