"""Anything that holds pages → raw pages and records, one by one: one module a kind, all listed in `kinds.KINDS`.

    walk = Walk(["crawl.warc.gz", "pages/"], Options(published="2023-04-20"))
    for item in walk:  # RawPage, Record or Failure
        ...
    print(walk.remarks())

`page_of` decodes a raw page. docs/sources.md lists the kinds and says how another package adds one.
"""

from copydesk.sources.decoding import id_of, page_of, raw_page
from copydesk.sources.input import Budget, Input, open_file
from copydesk.sources.kinds import KINDS, Kind
from copydesk.sources.options import FetchOptions, Options, Unread
from copydesk.sources.walk import Source, Walk

__all__ = [
    "KINDS",
    "Budget",
    "FetchOptions",
    "Input",
    "Kind",
    "Options",
    "Source",
    "Unread",
    "Walk",
    "id_of",
    "open_file",
    "page_of",
    "raw_page",
]
