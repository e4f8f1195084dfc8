from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import sleep

from unflinch.care.once import once

AS_LONG_AS_A_THREAD_NEEDS = 0.2  # seconds


def test_two_who_want_it_at_one_time_get_the_same_one():
    makers, may_end = [], Event()

    @once
    def slow():
        makers.append(object())
        may_end.wait(timeout=10)
        return makers[-1]

    with ThreadPoolExecutor(2) as threads:
        both = [threads.submit(slow), threads.submit(slow)]
        sleep(AS_LONG_AS_A_THREAD_NEEDS)
        may_end.set()
        one, other = (asked.result(timeout=10) for asked in both)
    assert one is other
    assert len(makers) == 1
