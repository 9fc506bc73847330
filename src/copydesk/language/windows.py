"""Long texts to windows that the network can read: cut at paragraphs, with some of the text around for context."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

MOST = 224
"""Pieces in the core of a window; with its context it is what the network was trained on."""
BEFORE, AFTER = 48, 32
"""Pieces of context: before every window but the first, after one that ends inside a paragraph."""
STRETCH = 80
"""Pieces by which the last window's core may be longer, rather than that another one is read for them."""


class Window(NamedTuple):
    """Words `[start, end)` to read, of which `[first, last)` are to be kept; cores follow each other without gaps."""

    start: int
    end: int
    first: int
    last: int


def windows(sizes: NDArray[np.intp], breaks: NDArray[np.bool_]) -> list[Window]:
    """Return the windows of a text.

    Args:
        sizes: how many pieces each word has.
        breaks: whether a paragraph begins at each word.
    """
    n = len(sizes)
    ends = np.cumsum(sizes)
    found: list[Window] = []
    first = 0
    while first < n:
        done = int(ends[first - 1]) if first else 0
        context = BEFORE if first else 0
        start = int(np.searchsorted(ends, done - context, side="left")) if first else 0
        start = min(max(start, 0), first)
        last = max(int(np.searchsorted(ends, done + MOST, side="right")), first + 1)
        if int(ends[-1]) - done <= MOST + STRETCH:
            last = n
        if last < n:
            at = np.flatnonzero(breaks[first + 1 : last + 1])
            if len(at) and int(ends[first + int(at[-1])]) - done > MOST // 3:
                last = first + 1 + int(at[-1])
        else:
            last = n
        end = last
        if last < n and not breaks[last]:
            end = min(n, max(last, int(np.searchsorted(ends, int(ends[last - 1]) + AFTER, side="right"))))
        found.append(Window(start, end, first, last))
        first = last
    return found
