"""Web addresses as sources: fetched only where the user gives one (docs/fetch.md)."""

from collections.abc import Iterator

from copydesk.errors import CopydeskError, PageError
from copydesk.pages.page import About, Failure
from copydesk.sources.input import Input
from copydesk.sources.options import FetchOptions


class Addresses:
    """Reads addresses one after another over the same connections. A context manager.

    Args:
        options: how they are fetched.

    Raises:
        PageError: the libraries that fetching needs are not installed.
    """

    def __init__(self, options: FetchOptions) -> None:
        try:
            from copydesk.sources.address.fetching import Fetcher
        except ImportError as error:
            reason = f"fetching needs {error.name}, which is not installed"
            raise PageError("web address", reason, "run: pip install 'copydesk[fetch]'") from error
        from copydesk.sources.address.warcfile import WarcFile

        self._options = options
        self._fetcher = Fetcher(options)
        self._file = WarcFile(options.warc) if options.warc else None

    def close(self) -> None:
        """Close all connections."""
        self._fetcher.close()

    def read(self, address: str) -> Iterator[Input | Failure]:
        """Yield what an address holds; of a feed or sitemap, the pages that it lists, newest first."""
        from copydesk.sources.address.listing import chosen, is_listing, listing

        answer = self._fetcher.get(address)
        if not is_listing(answer.body):
            yield self._kept(answer)
            return
        found = listing(answer.body, address)
        maps = [one for one in found if one.is_map]
        for one in chosen(maps, FetchOptions(since=self._options.since))[:50]:
            try:
                inner = self._fetcher.get(one.url)
                found += [page for page in listing(inner.body, one.url) if not page.is_map]
            except CopydeskError as error:
                yield Failure(error)
        for one in chosen((page for page in found if not page.is_map), self._options):
            try:
                yield self._kept(self._fetcher.get(one.url), one.title, one.day)
            except CopydeskError as error:
                yield Failure(error)

    def _kept(self, answer: object, title: str | None = None, day: str | None = None) -> Input:
        from copydesk.sources.address.fetching import Answer

        assert isinstance(answer, Answer)  # noqa: S101 - the import is late
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
