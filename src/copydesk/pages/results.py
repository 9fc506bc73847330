"""Results of a batch, records and failures, where only records can be used."""

import warnings
from collections.abc import Iterable, Iterator

from copydesk.errors import CopydeskError, PagesLeftOut
from copydesk.pages.page import Failure
from copydesk.records import Record


def records_in(results: Iterable[Record | Failure], user: str) -> Iterator[Record]:
    """Yield the records among what `read_many` yields.

    Args:
        results: records, and failures of pages that could not be read.
        user: the function that uses the records, for messages.

    Raises:
        TypeError: something is neither.

    Warns:
        PagesLeftOut: once, at the end, if there were failures.
    """
    left_out: list[CopydeskError] = []
    for result in results:
        if isinstance(result, Record):
            yield result
        elif isinstance(result, Failure):
            left_out.append(result.error)
        else:
            raise TypeError(f"{user} takes records, or what read_many yields, and not {type(result).__name__}")
    if left_out:
        count = "a page is" if len(left_out) == 1 else f"{len(left_out):,} pages are"
        more = ", …" if len(left_out) > 3 else ""
        named = "; ".join(map(str, left_out[:3]))
        warnings.warn(f"{user}: {count} left out that could not be read: {named}{more}", PagesLeftOut, stacklevel=3)
