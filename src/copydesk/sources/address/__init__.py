"""Web addresses: fetched only where the user gives one."""

from collections.abc import Iterator

from copydesk.errors import PageError
from copydesk.pages.page import RawPage
from copydesk.sources.options import Options


def read_address(address: str, options: Options) -> Iterator[RawPage]:
    """Yield what an address holds.

    Raises:
        PageError: fetching is not built yet.
    """
    raise PageError(address, "addresses cannot be fetched yet", "save the page and give the file")
    yield
