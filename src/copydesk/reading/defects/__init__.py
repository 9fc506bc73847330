"""Defects: what a copy editor would ring in red, each with a note in plain words."""

from copydesk.reading.defects.find import find_defects

__all__ = ["find_defects"]
