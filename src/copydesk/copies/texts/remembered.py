"""What is made of texts and kept at hand, bounded in bytes: what was asked for longest ago goes first."""

from collections import OrderedDict
from collections.abc import Callable
from threading import RLock
from typing import Generic, Protocol, TypeVar
from weakref import ref


class _Sized(Protocol):
    @property
    def nbytes(self) -> int: ...


_Key = TypeVar("_Key")
_Made = TypeVar("_Made", bound=_Sized)


class Remembered(Generic[_Key, _Made]):
    """Values made of objects, for as long as these live, of so many bytes at most.

    Objects are told apart by identity and are not kept alive. Threads may ask at the same time.
    """

    def __init__(self, make: Callable[[_Key], _Made], most: int) -> None:
        """Take what makes a value of an object, and how many bytes of values are kept."""
        self._make = make
        self._most = most
        self._lock = RLock()  # an object may die, and its value be forgotten, while it is held
        self._values: OrderedDict[int, tuple[ref[_Key], _Made]] = OrderedDict()
        self._bytes = 0

    @property
    def nbytes(self) -> int:
        """Bytes of the values that are kept."""
        return self._bytes

    def __call__(self, key: _Key) -> _Made:
        """Return the value of an object; it is made where it is not at hand."""
        number = id(key)
        with self._lock:
            found = self._values.get(number)
            if found:
                self._values.move_to_end(number)
                return found[1]
        made = self._make(key)
        with self._lock:
            if number not in self._values:
                self._values[number] = ref(key, lambda _: self._forget(number)), made
                self._bytes += made.nbytes
            while self._bytes > self._most and len(self._values) > 1:
                self._bytes -= self._values.popitem(last=False)[1][1].nbytes
        return made

    def _forget(self, number: int) -> None:
        with self._lock:
            found = self._values.pop(number, None)
            if found:
                self._bytes -= found[1].nbytes
