"""Any sources to raw pages and records, one by one: the guard that lets no source stop the others."""

import lzma
import os
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from copydesk.errors import CopydeskError, PageError
from copydesk.logs import log
from copydesk.pages.page import Failure, RawPage
from copydesk.records import Record
from copydesk.sources.address import Addresses
from copydesk.sources.folder import read_folder
from copydesk.sources.frames import is_frame, pages_of_rows, rows_of
from copydesk.sources.input import Budget, Input, could_be_path, open_file, printable_path, unreadable
from copydesk.sources.kinds import Item, kind_of, known_suffixes
from copydesk.sources.options import Options, Unread, is_address
from copydesk.storage import is_stored, place

Source: TypeAlias = str | os.PathLike[str] | Input | Mapping[str, Any] | Any  # Any: a data frame

_DAMAGED: Final = (EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError)
MAX_DEPTH: Final = 6  # archives and compressions within each other


class Walk:
    """Whatever some sources hold, one by one: `RawPage`, `Record` or `Failure`. Iterate over it once.

    Args:
        sources: paths, `-` for standard input, web addresses, inputs, rows (mappings) or data frames.
        options: what the user asks of all of them.
        budget: how many bytes all of them together may bring.
        addresses: what reads web addresses; made when the first is met, if not given.

    Attributes:
        unread: how many things of each kind were passed over; grows while it is iterated.
        unused: names of the fields of tables that were not used.
    """

    def __init__(
        self,
        sources: Iterable[Source],
        options: Options = Options(),  # noqa: B008 - immutable
        budget: Budget | None = None,
        addresses: Addresses | None = None,
    ) -> None:
        self._sources, self._options, self._budget = sources, options, budget or Budget()
        self._given, self._open = addresses, addresses
        self.unread: Counter[str] = Counter()
        self.unused: dict[str, None] = {}

    def __iter__(self) -> Iterator[RawPage | Record | Failure]:
        """Yield what the sources hold; whatever fails comes as a `Failure` that names it, and the rest goes on."""
        try:
            for source in self._sources:
                yield from self._guarded(_name(source), lambda source=source: self._of_source(source))  # type: ignore[misc]
        finally:
            if self._open is not None and self._given is None:
                self._open.close()

    def remarks(self) -> list[str]:
        """Return, in words, what was passed over so far."""
        found = []
        if count := self.unread.total():
            kinds = ", ".join(f"{many:,} {what}" for what, many in self.unread.most_common(8))
            more = len(self.unread) - 8
            what = "file" if count == 1 else "files"
            found.append(
                f"{count:,} {what} of kinds not read: {kinds}" + (f" and {more} more kinds" if more > 0 else "")
            )
        if self.unused:
            names = sorted(self.unused)
            shown = ", ".join(names[:12]) + (" …" if len(names) > 12 else "")
            found.append(f"fields not used: {shown} (name one with --column FIELD=NAME)")
        return found

    def _of_source(self, source: Source) -> Iterator[Item]:
        if isinstance(source, Input):
            yield source
        elif isinstance(source, Mapping):
            yield from pages_of_rows([source], self._options)
        elif is_frame(source):
            yield from pages_of_rows(rows_of(source), self._options)
        elif isinstance(source, str) and source == "-":
            yield Input("standard input", sys.stdin.buffer, budget=self._budget)
        elif not isinstance(source, (str, os.PathLike)):
            remedy = "give a path, an address, a row such as {'text': …}, or a data frame"
            raise PageError(type(source).__name__, "this is no source", remedy)
        elif isinstance(source, str) and is_address(source):
            yield from self._addresses().read(source)
        elif isinstance(source, str) and (is_stored(source) or source.startswith("file://")):
            yield from self._of_path(place(source))
        elif isinstance(source, str) and not could_be_path(source):
            words = " ".join(source[:400].split())[:60]
            raise PageError(f"“{words} …”", "this is text, not a path or an address", "give it as {'text': …}")
        else:
            yield from self._of_path(Path(source))

    def _of_path(self, path: Path) -> Iterator[Item]:
        if path.is_dir():
            yield from read_folder(path, self._options, self._budget)
        else:
            yield open_file(path, budget=self._budget)

    def _addresses(self) -> Addresses:
        """Return what reads addresses: one for all of them, so that connections and manners last."""
        if self._open is None:
            self._open = Addresses(self._options.fetch)
        return self._open

    def _of_input(self, source: Input) -> Iterator[Item]:
        if source.depth > MAX_DEPTH:
            raise PageError(source.name, f"lies in more than {MAX_DEPTH} archives", "unpack it first")
        kind = kind_of(source)
        if kind is None and (source.named or source.suffix in known_suffixes()):
            raise PageError(
                source.name,
                "this is a binary file or XML of a kind that is not read",
                "docs/sources.md lists what is read",
            )
        if kind is None:
            yield Unread(source.suffix or "files without suffix")
            return
        yield from kind.reader(source.name)(source, self._options)

    def _guarded(self, name: str, items: Callable[[], Iterator[Item]]) -> Iterator[RawPage | Record | Failure]:
        """Yield what an iterator gives, nested inputs read in turn; an error of any kind ends it as a `Failure`."""
        try:
            for item in items():
                if isinstance(item, Input):
                    with item:
                        yield from self._guarded(item.name, lambda source=item: self._of_input(source))  # type: ignore[misc]
                elif isinstance(item, Unread):
                    if item.field:
                        self.unused[item.what] = None
                    else:
                        self.unread[item.what] += 1
                else:
                    yield item
        except CopydeskError as error:
            yield Failure(error)
        except OSError as error:
            yield Failure(unreadable(name, error))
        except _DAMAGED as error:
            yield Failure(PageError(name, f"is damaged or cut off: {error}", "make or copy it again"))
        except (KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except BaseException as error:  # a library in Rust that panics raises no Exception
            log.warning("%s could not be read", name, exc_info=True)
            reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            yield Failure(PageError(name, reason, "please report it, with the file"))


def _name(source: Source) -> str:
    if isinstance(source, Input):
        return source.name
    if isinstance(source, (str, os.PathLike)):
        return "standard input" if source == "-" else printable_path(source)
    return "row" if isinstance(source, Mapping) else type(source).__name__
