"""Sources to records: what every command, the API and the web page read through.

Load, decode, read and encode stand inside one guard here: each page comes out as a record that can be written and
stored, or as a `Failure` that names it; nothing that a source holds stops the others.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

import msgspec

from copydesk import engines
from copydesk.dates import check_day
from copydesk.errors import PageError
from copydesk.pages import Failure, Page, RawPage
from copydesk.records import Record
from copydesk.sources import Options, Source, Walk, id_of, page_of


class Known(msgspec.Struct, frozen=True):
    """A page that was passed over, as the caller has its record already."""

    id: str


Result: TypeAlias = Record | Failure | Known


class Ingest:
    """The records of some sources, one by one and in their order. Iterate over it once.

    Args:
        sources: paths, `-`, web addresses, inputs, rows (mappings) or data frames; a `Walk` as it is.
        options: what the user asks of all of them.
        jobs: how many processes read; 1 reads in this one.
        engine: what runs the reading instead; `jobs` is then the engine's own.
        known: tells of an id whether its record is there already: then the page is not read and comes as `Known`.
        read: reads one page; another is given only by tests.

    Raises:
        DateError: a day in the options is none.
    """

    def __init__(
        self,
        sources: Iterable[Source] | Walk,
        options: Options = Options(),  # noqa: B008 - immutable
        *,
        jobs: int = 1,
        engine: engines.Engine | None = None,
        known: Callable[[str], bool] | None = None,
        read: Callable[[Page], Record] | None = None,
    ) -> None:
        for day, name in ((options.published, "--published"), (options.published_force, "--published-force")):
            if day is not None:
                check_day(day, name)
        self.walk = sources if isinstance(sources, Walk) else Walk(sources, options)
        self._force, self._known = options.published_force, known
        self._engine = engine or engines.choose(jobs=jobs)
        self._read = read

    def __iter__(self) -> Iterator[Result]:
        """Yield a `Record`, a `Failure` or a `Known` for each page."""
        function = record_of if self._read is None else _Reading(self._read)
        for result in self._engine.run(function, self._items()):
            yield Failure(result.error) if isinstance(result, engines.FailedItem) else result

    def remarks(self) -> list[str]:
        """Return, in words, what the sources held that was not read."""
        return self.walk.remarks()

    def _items(self) -> Iterator[RawPage | Result]:
        for item in self.walk:
            if isinstance(item, RawPage):
                if self._known is not None and self._known(id_of(item)):
                    yield Known(id_of(item))
                    continue
                if self._force is not None:
                    about = msgspec.structs.replace(item.about, published=self._force)
                    item = msgspec.structs.replace(item, about=about)
            yield item


def record_of(item: RawPage | Result) -> Result:
    """Return the record of a raw page; a record is checked, anything else passed on.

    Raises:
        CopydeskError: the page cannot be read.
    """
    from copydesk.reading.pipeline import read_page

    return _Reading(read_page)(item)


class _Reading:
    """Reads one item with a function of a page."""

    def __init__(self, read: Callable[[Page], Record]) -> None:
        self._read = read

    def __call__(self, item: RawPage | Result) -> Result:
        if isinstance(item, RawPage):
            return writable(self._read(page_of(item)))
        return writable(item) if isinstance(item, Record) else item


def writable(record: Record) -> Record:
    """Return a record that can be written and stored: lone surrogates and NUL in it are U+FFFD, positions kept.

    Raises:
        PageError: it cannot be written as JSON for another reason.
    """
    from copydesk.pages.charset import safe

    try:
        if b"\\u0000" not in msgspec.json.encode(record):
            return record
    except UnicodeEncodeError:
        pass
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        reason = f"its record cannot be written: {error}"
        raise PageError(record.id, reason, "please report it, with the page") from error

    def clean(value: object) -> object:
        if isinstance(value, str):
            return safe(value)
        if isinstance(value, dict):
            return {name: clean(one) for name, one in value.items()}
        return [clean(one) for one in value] if isinstance(value, (list, tuple)) else value

    return msgspec.convert(clean(msgspec.to_builtins(record)), Record)
