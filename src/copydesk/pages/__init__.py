"""Pages: the value that sources yield and articles are read from, and the decoding of bytes to text."""

from copydesk.pages.page import About, Failure, Page, RawPage
from copydesk.pages.results import records_in

__all__ = ["About", "Failure", "Page", "RawPage", "records_in"]
