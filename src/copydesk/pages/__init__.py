"""Bytes to pages: HTML, text and JSON Lines, from files, folders and standard input."""

from copydesk.pages.files import find_sources, load, page_of_bytes
from copydesk.pages.page import Failure, Page

__all__ = ["Failure", "Page", "find_sources", "load", "page_of_bytes"]
