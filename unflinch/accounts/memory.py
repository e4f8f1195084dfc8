"""Where folds are kept: in this process, as they are. Everything kept is immutable, so nothing is copied."""

import threading
import time
from collections import OrderedDict
from functools import cache
from typing import Any, Final

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

_MISSING: Final = object()

_Entry = tuple[Any, float | None]


class Memory(BaseCache):
    """A cache whose values are never pickled: a history of ten thousand asks would be copied at each look.

    A key is `owner/name`, and a version is the owner's: the first value of a newer version drops all that is older, so
    that a write makes room instead of taking it. The owner used least recently goes first where there are too many
    values. Django makes an object of this class for each thread; what they keep is one for the process.
    """

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._shelves = _shelves_of(location)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        value = self._shelves.find(key, self._which(version))
        return default if value is _MISSING else value

    def set(
        self, key: str, value: Any, timeout: float | object | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        until = self.get_backend_timeout(timeout)  # type: ignore[arg-type]  # its own default is no float
        self._shelves.put(key, (value, until), self._which(version), most=self._max_entries)

    def add(
        self, key: str, value: Any, timeout: float | object | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        if self.get(key, _MISSING, version=version) is not _MISSING:
            return False
        self.set(key, value, timeout, version=version)
        return True

    def delete(self, key: str, version: int | None = None) -> bool:
        return self._shelves.take_away(key, self._which(version))

    def clear(self) -> None:
        self._shelves.clear()

    def _which(self, version: int | None) -> int:
        return self.version if version is None else version


class _Shelves:
    """A shelf for each owner: the version it holds, and its values by key."""

    def __init__(self) -> None:
        self._of: OrderedDict[str, tuple[int, dict[str, _Entry]]] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, key: str, version: int) -> Any:
        with self._lock:
            values = self._values(key, version)
            value, until = values.get(key, (_MISSING, None))
            if until is not None and until <= time.time():
                del values[key]
                return _MISSING
            return value

    def put(self, key: str, entry: _Entry, version: int, *, most: int) -> None:
        """Keep it, unless a newer version is there already: whoever read the older one was slow."""
        owner = key.partition("/")[0]
        with self._lock:
            held, values = self._of.pop(owner, (version, {}))
            if version > held:
                held, values = version, {}
            if version == held:
                values[key] = entry
            self._of[owner] = (held, values)
            while len(self._of) > 1 and sum(len(kept) for _, kept in self._of.values()) > most:
                self._of.popitem(last=False)
            while len(values) > most:
                del values[next(iter(values))]

    def take_away(self, key: str, version: int) -> bool:
        with self._lock:
            return self._values(key, version).pop(key, None) is not None

    def clear(self) -> None:
        with self._lock:
            self._of.clear()

    def _values(self, key: str, version: int) -> dict[str, _Entry]:
        """What is on this key's shelf, where it is of this version."""
        owner = key.partition("/")[0]
        held, values = self._of.get(owner, (version, {}))
        if held != version:
            return {}
        if owner in self._of:
            self._of.move_to_end(owner)
        return values


@cache
def _shelves_of(_location: str) -> _Shelves:
    return _Shelves()
