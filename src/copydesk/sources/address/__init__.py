"""Web addresses as sources: fetched only where the user gives one (docs/fetch.md)."""

import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from copydesk.errors import CopydeskError, PageError
from copydesk.pages.page import About, Failure
from copydesk.sources.input import Input
from copydesk.sources.options import FetchOptions, Unread

if TYPE_CHECKING:
    from copydesk.sources.address.fetching import Answer
    from copydesk.sources.address.visits import Visits
    from copydesk.sources.sitemap import Listed

_MAX_MAPS: Final = 50  # sitemaps of one index
UNCHANGED: Final = "pages that have not changed"


class Addresses:
    """Reads addresses one after another over the same connections.

    Args:
        options: how they are fetched.
        seen: what was fetched before: only what has changed since is yielded, and pages are asked for again ever
            more rarely. Without it, everything is.

    Raises:
        PageError: the libraries that fetching needs are not installed.
    """

    def __init__(self, options: FetchOptions, seen: "Visits | None" = None) -> None:
        try:
            from copydesk.sources.address.fetching import Fetcher
            from copydesk.sources.address.warcfile import WarcFile
        except ImportError as error:
            reason = f"fetching needs {error.name or 'a library'}, which is not installed"
            raise PageError("web address", reason, "run: pip install 'copydesk[fetch]'") from error
        self._options, self._seen = options, seen
        self._fetcher = Fetcher(options)
        self._file = WarcFile(options.warc) if options.warc else None

    def close(self) -> None:
        """Close all connections."""
        self._fetcher.close()

    def read(self, address: str) -> Iterator[Input | Failure | Unread]:
        """Yield what an address holds; of a feed or sitemap, the pages that it lists, newest first.

        Raises:
            PageError: the address cannot be fetched. A page that is listed and cannot be is a `Failure`.
        """
        from copydesk.sources.address.listing import chosen, is_listing, listing

        answer = self._get(address)
        if answer is None:
            yield Unread(UNCHANGED)
            return
        if not is_listing(answer.body):
            yield self._kept(answer)
            return
        found = listing(answer.body, address)
        for one in chosen((one for one in found if one.is_map), FetchOptions(since=self._options.since))[:_MAX_MAPS]:
            try:
                inner = self._get(one.url)
                found += [page for page in listing(inner.body, one.url) if not page.is_map] if inner else []
            except CopydeskError as error:
                yield Failure(error)
        yield from self.read_listed(one for one in found if not one.is_map)

    def read_listed(self, found: "Iterable[Listed]") -> Iterator[Input | Failure | Unread]:
        """Yield the pages of a list, newest first, as many as the options allow."""
        from copydesk.sources.address.listing import chosen

        for one in chosen(found, self._options):
            if self._seen is not None and not self._seen.is_due(one.url, time.time()):
                continue
            try:
                answer = self._get(one.url)
                yield Unread(UNCHANGED) if answer is None else self._kept(answer, one.title, one.day)
            except CopydeskError as error:
                yield Failure(error)

    def _get(self, url: str) -> "Answer | None":
        """Return what an address holds, or None where it has not changed since it was seen."""
        if self._seen is None:
            return self._fetcher.get(url)
        answer = self._fetcher.get(url, self._seen.validators(url))
        kept = self._seen.validators(url) if answer.status == 304 else answer.validators
        self._seen.note(url, kept, time.time())
        return None if answer.status == 304 else answer

    def _kept(self, answer: "Answer", title: str | None = None, day: str | None = None) -> Input:
        if self._file is not None:
            self._file.add(answer)
        about = About(
            url=answer.url,
            title=title,
            stated=day,
            retrieved=answer.retrieved,
            media_type=answer.media_type,
            charset=answer.charset,
        )
        return Input.of_bytes(answer.url, answer.body, about=about)


def addresses_in(source: Input) -> "list[Listed]":
    """Return the addresses that a file lists: a sitemap, feed, table, JSON rows, or one address a line.

    Raises:
        PageError: it cannot be read, or lists none.
    """
    from copydesk.sources.address.listing import is_listing, listing
    from copydesk.sources.fields import addresses_of
    from copydesk.sources.sitemap import Listed

    data = source.whole()
    if is_listing(data):
        found = [one for one in listing(data, source.name) if not one.is_map]
    else:
        found = [Listed(url=url) for url in addresses_of(data.decode("utf-8", "replace"))]
    if not found:
        raise PageError(
            source.name, "lists no addresses", "give a sitemap, a feed, or a file with http addresses in it"
        )
    return found
