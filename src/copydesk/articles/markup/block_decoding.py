"""From the probabilities of a page's blocks to its story: the best way through the page, block by block.

One way through the page says of each block whether it is the story's. It gains each kept block's log-odds and pays for
each change between story and furniture, more between blocks of one container than where a container begins or ends: so
a story spans whole containers, and no lone block is dropped from it or added to it without good reason. The best way is
found by dynamic programming (Viterbi 1967). The costs were chosen on the folds of cross-validation (docs/articles.md).
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

import numpy as np

from copydesk.articles.markup.block_kinds import heading_level, with_posts, without_pull_quotes
from copydesk.articles.markup.blocks import Blocks
from copydesk.articles.markup.story_edges import with_edges
from copydesk.articles.markup.trimming import trimmed
from copydesk.articles.paragraphs import without_copies
from copydesk.articles.scorer.furniture_kinds import kind_of
from copydesk.articles.scorer.sequence import Floats
from copydesk.articles.scorer.shipped import threshold

THRESHOLD: Final = 0.4  # probability from which on a block is the story's
BRIEF: Final = 160  # characters up to which a line may be furniture by its words
_NEVER: Final = frozenset(("advertisement", "share", "comment-form", "back-to-top", "cookie"))  # in any story
_WITHIN, _BETWEEN = 1.0, 0.1  # log-odds that a change costs between blocks of one container, and of two
_RULED_OUT: Final = -20.0  # stands for the log-odds of a block that cannot be the story's: under any that a block has
_APART: Final = re.compile(
    r"(?<![a-z])(?:comments?(?![a-z])|comment-?(?:list|body|content|text|thread|item)|"
    r"(?:newsletter|read-?more|also-?read|recommend(?:ed|ations?)|taboola|outbrain)(?![a-z])|"
    r"(?P<listed>related|most-?(?:read|popular)|trending)(?![a-z]))",
    re.IGNORECASE,
)
_HINTS: Final = ("comment", "newsletter", "read", "recommend", "taboola", "outbrain", "related", "popular", "trending")
"""One of these is in each name that is set apart; they are looked for first, which is far quicker."""
_STORY_WORDS: Final = 100  # of a story after which an article of its own is the next one
_TITLE: Final = 1  # the level of a heading that may end a story: one of a page's own title


def decode(page: Blocks, probabilities: Floats) -> list[int]:
    """Return the indices of the blocks that are the story's, in order.

    Args:
        page: its blocks; at least one.
        probabilities: (blocks,) how likely each is to be the story's.
    """
    least = threshold(probabilities, THRESHOLD)
    if least >= 1:
        return []
    kept = _without_next_story(page, _best_way(page, _gains(page, probabilities, least)))
    kept = trimmed(page, _without_bare_headings(page, kept), probabilities)
    kept = with_edges(page, kept, probabilities)
    return without_copies(page.texts, without_pull_quotes(page, with_posts(page, kept)))


def _gains(page: Blocks, probabilities: Floats, least: float) -> list[float]:
    """Return what keeping each block gains: its log-odds beyond those of the least probable block that is kept."""
    sure = np.clip(probabilities, 1e-4, 1 - 1e-4)
    gains: list[float] = (np.log(sure / (1 - sure)) - np.log(least / (1 - least))).tolist()
    for i, text in enumerate(page.texts):
        if len(text) <= BRIEF and kind_of(text) in _NEVER:
            gains[i] = _RULED_OUT
    for i in _set_apart(page, sure):
        gains[i] = _RULED_OUT
    return gains


def _set_apart(page: Blocks, probabilities: Floats) -> set[int]:
    """Return the blocks in elements whose names say that they are readers' comments, other stories or a newsletter's.

    An element that holds half of what may be the story is called so for another reason.
    """
    found: set[int] = set()
    mass = np.concatenate(([0.0], np.cumsum(probabilities * np.fromiter(map(len, page.texts), float))))
    hints = [hint for hint in _HINTS if hint in page.all_names]
    apart: dict[str, Literal["all", "listed"]] = {}
    for name in frozenset(page.names) if hints else ():
        if any(map(name.lower().__contains__, hints)) and (how := _apart(name)):
            apart[name] = how
    for element, name in enumerate(page.names) if apart else ():
        if name not in apart:
            continue
        start, end = page.starts[element], page.ends[element]
        if mass[end] - mass[start] < mass[-1] / 2:
            found.update(i for i in range(start, end) if apart[name] == "all" or _is_listed(page, i))
    return found


@lru_cache(maxsize=20_000)
def _apart(name: str) -> Literal["all", "listed"] | None:
    """Return which blocks of an element of this name are not the story's: all, lists and links only, or none."""
    found = _APART.search(name)
    return None if found is None else "listed" if found["listed"] else "all"


def _is_listed(page: Blocks, i: int) -> bool:
    """Tell whether a block is a list item or mostly links."""
    return page.tags[page.owners[i]] == "li" or page.links[i] * 2 >= len(page.texts[i])


def _best_way(page: Blocks, gains: list[float]) -> list[int]:
    """Return the blocks that the best way through the page keeps."""
    owners, parents = page.owners, page.parents
    out, kept = 0.0, gains[0]  # the best ways up to a block that leave it out and that keep it
    from_kept: list[bool] = [False]  # whether the best way that leaves a block out kept the one before
    from_out: list[bool] = [False]  # whether the best way that keeps a block left the one before out
    before = owners[0]
    for owner, gain in zip(owners[1:], gains[1:], strict=True):
        cost = _WITHIN if owner == before or parents[owner] == parents[before] else _BETWEEN
        left, entered = kept - cost > out, out - cost > kept
        out, kept = kept - cost if left else out, (out - cost if entered else kept) + gain
        from_kept.append(left)
        from_out.append(entered)
        before = owner
    chosen: list[int] = []
    is_kept = kept > out
    for i in range(len(gains) - 1, -1, -1):
        if is_kept and gains[i] > _RULED_OUT:
            chosen.append(i)
        is_kept = not from_out[i] if is_kept else from_kept[i]
    return chosen[::-1]


def _without_next_story(page: Blocks, kept: list[int]) -> list[int]:
    """Leave out the stories that follow on an endless page: articles with first-level headings of their own."""
    for element, tag in enumerate(page.tags) if page.tags.count("article") > 1 else ():
        if tag != "article":
            continue
        start, end = page.starts[element], page.ends[element]
        if not kept or start <= kept[0]:
            continue
        before = sum(page.texts[i].count(" ") for i in kept if i < start)
        if before >= _STORY_WORDS and any(page.tags[page.owners[i]] == "h1" for i in range(start, end)):
            kept = [i for i in kept if not start <= i < end]
    return kept


def _without_bare_headings(page: Blocks, kept: list[int]) -> list[int]:
    """Leave out headings with nothing of the story under them: at its end, or before one of their level or above."""
    levels = {i: level for i in kept if (level := heading_level(page, i)) and level > _TITLE}
    last = len(kept)
    while last and kept[last - 1] in levels:
        last -= 1
    kept = kept[:last]
    bare = {
        i
        for i, following in pairwise(kept)
        if i in levels and levels.get(following, levels[i] + 1) <= levels[i] and following > i + 1
    }
    return [i for i in kept if i not in bare]
