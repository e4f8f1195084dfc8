"""What a server does by itself while it runs: a look at something, again and again, from a thread of its own."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from time import sleep
from typing import Any

from django.db import connection


@dataclass(frozen=True, slots=True)
class Look:
    """One thing to look at, every so many seconds. A look that ends in one of `failures` is logged and comes again.

    `complaint` is what the log says of it, with a place for the failure.
    """

    name: str
    look: Callable[[], Any]
    seconds: float
    failures: tuple[type[Exception], ...]
    complaint: str

    def begin(self, *, at_once: bool) -> None:
        """Look from now on until the process ends; the first time at once or after the first wait."""
        Thread(target=self._look_on, args=(0 if at_once else self.seconds,), name=self.name, daemon=True).start()

    def _look_on(self, wait: float) -> None:
        while True:
            sleep(wait)
            wait = self.seconds
            try:
                self.look()
            except self.failures as failure:
                logging.getLogger(__name__).error(self.complaint, failure)
            finally:
                # Until the next look whoever else needs the connection, or the file, has it.
                connection.close()
