"""What was fetched before: validators to ask with, and when an address is due again. A small JSON file."""

import os
from pathlib import Path
from typing import Final

import msgspec

from copydesk.errors import PageError

_DAY: Final = 86_400.0
_MOST: Final = 200_000  # addresses that are remembered, the latest


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """When an address was fetched, in seconds since 1970: first, last; and its ETag and Last-Modified."""

    first: float
    last: float
    etag: str | None = None
    modified: str | None = None


class Visits:
    """Remembers visits in a file, which is replaced whole when it is saved.

    Args:
        path: the file; made when it is first saved.

    Raises:
        PageError: the file is there and damaged.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._visits: dict[str, Visit] = {}
        try:
            self._visits = msgspec.json.decode(self.path.read_bytes(), type=dict[str, Visit])
        except FileNotFoundError:
            pass
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            raise PageError(str(self.path), f"cannot be read: {error}", "delete it: pages are fetched anew") from error

    def validators(self, address: str) -> tuple[str | None, str | None]:
        """Return the ETag and Last-Modified of an address as it was fetched last."""
        visit = self._visits.get(address)
        return (visit.etag, visit.modified) if visit else (None, None)

    def is_due(self, address: str, now: float) -> bool:
        """Tell whether to fetch an address again: never seen, or not for half as long as it is known, at most a day."""
        visit = self._visits.get(address)
        return visit is None or now - visit.last >= min((visit.last - visit.first) / 2, _DAY)

    def note(self, address: str, validators: tuple[str | None, str | None], now: float) -> None:
        """Remember that an address was fetched now."""
        before = self._visits.pop(address, None)
        etag, modified = validators
        self._visits[address] = Visit(first=before.first if before else now, last=now, etag=etag, modified=modified)
        while len(self._visits) > _MOST:
            del self._visits[next(iter(self._visits))]

    def save(self) -> None:
        """Write the file.

        Raises:
            PageError: it cannot be written.
        """
        part = self.path.with_name(f"{self.path.name}.part")
        try:
            part.write_bytes(msgspec.json.encode(self._visits))
            part.replace(self.path)
        except OSError as error:
            raise PageError(str(self.path), error.strerror or str(error), "make room, or name another place") from error
