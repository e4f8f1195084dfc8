"""What a server looks at by itself is looked at again, also after a look that failed in a way that was foreseen."""

import logging
from threading import Event

from unflinch.accounts.by_itself import Look


def test_a_look_that_failed_is_logged_and_comes_again(caplog):
    tries, third = [], Event()

    def look():
        tries.append(1)
        if len(tries) == 1:
            raise OSError("no room")
        if len(tries) == 3:
            third.set()

    with caplog.at_level(logging.ERROR):
        Look("looks", look, seconds=0.001, failures=(OSError,), complaint="It failed: %s").begin(at_once=True)
        assert third.wait(60)
    assert "It failed: no room" in caplog.text
