"""Sentences that stand on many pages of different stories: furniture that was not taken off, and proves no copying."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from copydesk.copies.texts.facts import facts
from copydesk.copies.texts.view import Sentence, View

PAGES: Final = 4
"""Pages on which furniture stands at least."""
ALIKE: Final = 0.3
"""Share of names and numbers from which two pages may be of one story."""


def without_furniture(views: Mapping[str, View]) -> dict[str, View]:
    """Return the views without sentences that hold no name or number and stand on pages that share few of either."""
    if len(views) < PAGES:
        return dict(views)
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, view in views.items():
        for row in {_row(sentence) for sentence in view.sentences if _bare(sentence)}:
            holders[row].append(key)
    often = {row: keys for row, keys in holders.items() if len(keys) >= PAGES}
    known = {key: facts(views[key]) for keys in often.values() for key in keys}
    furniture = {row for row, keys in often.items() if _strangers([known[key] for key in keys])}
    return {key: _kept(view, furniture) for key, view in views.items()}


def _row(sentence: Sentence) -> tuple[str, ...]:
    return tuple(token.stem for token in sentence.tokens)


def _bare(sentence: Sentence) -> bool:
    return not any(token.number or (token.capital and token.content) for token in sentence.tokens[1:])


def _strangers(pages: list[frozenset[str]]) -> bool:
    """Whether most neighbours in a list of pages, each given as its facts, share few of them."""
    apart = [len(x & y) < ALIKE * max(min(len(x), len(y)), 1) for x, y in pairwise(pages)]
    return 2 * sum(apart) > len(apart)


def _kept(view: View, furniture: set[tuple[str, ...]]) -> View:
    rows = tuple(s for s in view.sentences if not _bare(s) or _row(s) not in furniture)
    return view if len(rows) == len(view.sentences) or not rows else View(view.record, rows)
