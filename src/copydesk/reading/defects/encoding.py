"""Encoding damage: letters that were read in the wrong charset, lost, or left as character references."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from copydesk.reading.defects.searched_text import StoryText
from copydesk.records import Defect, Span

# The characters that bytes 80-FF become when UTF-8 is read as Windows-1252 or Latin-1.
_HIGH: Final = "".join(bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0x100))
_RUN: Final = re.compile(f"[{re.escape(_HIGH)}\x80-\x9f]{{2,24}}")
_C1: Final = re.compile(r"[\x80-\x9f]")
_LOST: Final = re.compile(r"�{1,40}")
_REFERENCE: Final = re.compile(
    r"&(?:amp|nbsp|quot|lt|gt|apos|[lr][sd]quo|mdash|ndash|hellip|#\d{2,5}|#x[0-9a-fA-F]{2,5});"
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]{1,40}")
_APOSTROPHE: Final = re.compile(r"(?<![/=&?\w])[A-Za-z]{2,20}\?(?:s|t|re|ve|ll|d|m)(?![\w=/])")


def find_encoding_damage(story: StoryText) -> Iterator[Defect]:
    """Yield the places where characters were damaged on the way from the writer to the page."""
    taken: list[Span] = []
    for match in _RUN.finditer(story.text):
        meant = _repaired(match.group())
        if meant or _C1.search(match.group()):
            taken.append(match.span())
            was = f": was “{meant}”" if meant else ""
            yield _defect(match.span(), f"letters were read in another charset than they were written in{was}")
    for pattern, note in (
        (_LOST, "characters were lost: replacement characters stand in their place"),
        (_REFERENCE, "a character reference of HTML was left undecoded"),
        (_CONTROL, "control characters in the text"),
        (_APOSTROPHE, "a question mark stands where an apostrophe was lost"),
    ):
        for match in pattern.finditer(story.text):
            after = bisect_left(taken, match.span())
            if not any(
                start < match.end() and match.start() < end for start, end in taken[max(0, after - 1) : after + 1]
            ):
                yield _defect(match.span(), note)


def _repaired(run: str) -> str | None:
    """Return what a run of characters was before UTF-8 was read as a one-byte charset, or None."""
    data = b"".join(_byte(char) for char in run)
    try:
        meant = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if len(meant) == len(run):
        return None
    return _repaired(meant) or meant  # some pages went through the mill twice


def _byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1", "replace")


def _defect(span: Span, note: str) -> Defect:
    return Defect(kind="encoding", span=span, note=note)
