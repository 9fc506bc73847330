"""Texts put together from two pages: the story of one between the furniture of another.

Which furniture stands around which story goes together on the sites that a scorer learns from, and no longer does on a
site that it has not seen. Put together anew, few pages teach more.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np


class Flat(NamedTuple):
    """A page without its markup: its lines, (lines,) which are the story's, and its headline.

    Attributes:
        total: words of its gold text.
        fold, site: numbers for its fold and site.
    """

    lines: list[str]
    story: Any
    title: str
    total: int
    fold: int
    site: int


def mixed(pages: Sequence[Flat], seed: int) -> Iterator[Flat]:
    """Put each page's story, with what stands within it, into another page of its fold, drawn at random.

    Args:
        pages: those to take; one without a story is left out.
        seed: for the drawing.
    """
    random = np.random.RandomState(seed)
    for fold in sorted({page.fold for page in pages}):
        some = [page for page in pages if page.fold == fold and page.story.any()]
        for of, into in zip(random.permutation(len(some)), random.permutation(len(some)), strict=True):
            if of != into:
                yield _put_into(some[of], some[into])


def _put_into(page: Flat, other: Flat) -> Flat:
    """Put a page's story in the place of another's; the other's headline gives way to its own."""
    own, place = np.flatnonzero(page.story), np.flatnonzero(other.story)
    around = [page.title if page.title and line == other.title else line for line in other.lines]
    head, tail = around[: place[0]], around[place[-1] + 1 :]
    first, last = own[0], own[-1] + 1
    story = np.concatenate((np.zeros(len(head), bool), page.story[first:last], np.zeros(len(tail), bool)))
    return page._replace(lines=[*head, *page.lines[first:last], *tail], story=story)
