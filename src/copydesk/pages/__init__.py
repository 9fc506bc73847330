"""Bytes to pages: HTML, text and JSON Lines, from files, folders, archives and standard input."""

from copydesk.pages.page import Page

__all__ = ["Page"]
