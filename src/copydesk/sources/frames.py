"""Rows in memory, from Python: lists of dictionaries, and data frames of pandas, Polars or PyArrow."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from copydesk.pages.page import Failure, RawPage
from copydesk.records import Record
from copydesk.sources.fields import page_of_row
from copydesk.sources.options import Options, Unread


def is_frame(source: object) -> bool:
    """Tell a data frame or table by its ways, without importing its library."""
    return any(hasattr(source, name) for name in ("iter_rows", "itertuples", "to_batches"))


def pages_of_rows(rows: Iterable[Mapping[str, Any]], options: Options) -> Iterator[RawPage | Record | Failure | Unread]:
    """Yield the page of each row, and a `Failure` that names the row where it holds none."""
    for number, row in enumerate(rows, 1):
        yield from page_of_row(row, f"row {number}", options)


def rows_of(frame: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of a data frame as dictionaries."""
    if hasattr(frame, "iter_rows"):  # Polars
        yield from frame.iter_rows(named=True)
    elif hasattr(frame, "to_batches"):  # PyArrow
        for batch in frame.to_batches(max_chunksize=64):
            yield from batch.to_pylist()
    else:  # pandas
        names = [str(name) for name in frame.columns]
        for values in frame.itertuples(index=False, name=None):
            yield dict(zip(names, values, strict=True))
