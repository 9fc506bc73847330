"""The text of a run between block-level boundaries: its paragraphs, a table row's cells, its links."""

from itertools import accumulate
from typing import Final, TypeAlias

_MAX_CELLS: Final = 200  # of a table row
BREAK_SIGN: Final = "\v"  # stands for a `br` element among the pieces of a run
CELL_SIGN: Final = "\f"  # stands where a cell of a table row begins or ends

Link: TypeAlias = tuple[int, int, str]
"""Where a link's words begin and end, and where it leads."""


def paragraphs_in(text: str) -> list[tuple[int, int]]:
    """Return where the paragraphs of a run begin and end: parted by two line breaks with nothing between them."""
    found: list[tuple[int, int]] = []
    at, start, end = 0, -1, -1
    for line in text.split(BREAK_SIGN):
        if line and not line.isspace():
            start = at if start < 0 else start
            end = at + len(line)
        elif start >= 0:
            found.append((start, end))
            start = -1
        at += len(line) + 1
    if start >= 0:
        found.append((start, end))
    return found


def cells_in(row: str) -> tuple[tuple[int, int], ...]:
    """Return where each cell stands in a row's text once its white space is collapsed; none of a row of too many."""
    found: list[tuple[int, int]] = []
    at = 0
    for cell in row.split(CELL_SIGN):
        if size := len(" ".join(cell.split())):
            found.append((at, at + size))
            at += size + 1
    return tuple(found) if len(found) <= _MAX_CELLS else ()


def links_in(pieces: list[str], links: list[Link], size: int) -> tuple[Link, ...]:
    """Return links counted in characters, of links counted in pieces."""
    if len(links) == 1 and links[0][1] - links[0][0] == len(pieces):
        return ((0, size, links[0][2]),) if size else ()
    ends = [0, *accumulate(map(len, pieces))]
    return tuple((ends[a], ends[b], to) for a, b, to in links if ends[a] < ends[b])
