"""Where folds are kept: in this process, as they are. Everything kept is immutable, so nothing is copied."""

import threading
import time
from collections import OrderedDict
from typing import Any, Final

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

MISSING: Final = object()


class Memory(BaseCache):
    """A cache whose values are never pickled: a history of ten thousand asks would be copied at each look.

    The least recently used entry goes first. Each process has its own; a fold is found again from the facts.
    """

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._kept: OrderedDict[str, tuple[Any, float | None]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        name = self.make_and_validate_key(key, version=version)
        with self._lock:
            value, until = self._kept.get(name, (MISSING, None))
            if value is MISSING or (until is not None and until <= time.time()):
                self._kept.pop(name, None)
                return default
            self._kept.move_to_end(name)
            return value

    def set(
        self, key: str, value: Any, timeout: float | object | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        name = self.make_and_validate_key(key, version=version)
        with self._lock:
            self._kept[name] = (value, self.get_backend_timeout(timeout))  # type: ignore[arg-type]  # its own default is no float
            self._kept.move_to_end(name)
            while len(self._kept) > self._max_entries:
                self._kept.popitem(last=False)

    def add(
        self, key: str, value: Any, timeout: float | object | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        if self.get(key, MISSING, version=version) is not MISSING:
            return False
        self.set(key, value, timeout, version=version)
        return True

    def delete(self, key: str, version: int | None = None) -> bool:
        name = self.make_and_validate_key(key, version=version)
        with self._lock:
            return self._kept.pop(name, None) is not None

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()
