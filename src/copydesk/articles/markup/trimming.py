"""What is taken off a decoded story again: lines that lead to other stories, data, and small runs far from the rest.

The kinds were found by reading what cross-validation kept wrongly (docs/articles.md).
"""

import re
from itertools import pairwise
from typing import Final

from copydesk.articles.markup.blocks import Blocks
from copydesk.articles.paragraphs import word_count
from copydesk.articles.scorer.furniture_kinds import kind_of
from copydesk.articles.scorer.sequence import Floats
from copydesk.english.furniture import LEADS_ON
from copydesk.english.page_words import READ_MORE, RELATED

_DATA: Final = re.compile(r"[{\[]{1,2}\s?[\"{]")
_PLACEHOLDER: Final = "lorem ipsum dolor"
_LINE: Final = 200  # characters of a line that leads to another story
_LEAD: Final = 100  # characters of a line above links to other stories
_SHORT: Final = 14  # words under which what follows such a line is a title, or a call to action
_TAIL: Final = 25  # kept blocks at the end, less one, among which such a line stands
_LINKED: Final = 0.8  # share of a block in links, from which on it is one
_GAP_BLOCKS, _GAP_WORDS = 8, 50  # left out between two runs that are far from each other
_SMALL: Final = 0.1  # words of a small run to those of the largest
_SURE: Final = 0.7  # mean chance from which on a far run stays


def trimmed(page: Blocks, kept: list[int], probabilities: Floats) -> list[int]:
    """Return the blocks of a story less those that are not its own.

    Args:
        page: the page's blocks.
        kept: the indices of the blocks that the decoder keeps, in order.
        probabilities: (blocks,) how likely each is to be the story's.
    """
    kept = [i for i in kept if not _leads_on(page, i) and not _is_data(page, i)]
    return _without_far_runs(page, _without_related_tail(page, kept), probabilities)


def _leads_on(page: Blocks, i: int) -> bool:
    """Tell whether a block is a line that leads to another story (`Related: …`, `Read more: …` where it is a link)."""
    text = page.texts[i]
    if len(text) >= _LINE:
        return False
    return bool(RELATED.match(text) or (page.links[i] * 2 >= len(text) and READ_MORE.match(text)))


def _is_data(page: Blocks, i: int) -> bool:
    """Tell whether a block is data of a script that shows, or a placeholder."""
    text = page.texts[i]
    if text[0] in "{[" and text[-1] in "}]" and page.tags[page.owners[i]] != "pre":
        return _DATA.match(text) is not None
    return _PLACEHOLDER in text[:60].lower()


def _without_related_tail(page: Blocks, kept: list[int]) -> list[int]:
    """Leave out, at the end, a line that leads on to other stories with the titles and links below it."""
    for place in range(len(kept) - 1, max(0, len(kept) - _TAIL), -1):
        i = kept[place]
        text = page.texts[i]
        if len(text) < _LEAD and _heads_links(page, i):
            return kept[:place]
        if page.links[i] < _LINKED * len(text) and word_count(text) >= _SHORT:
            break
    return kept


def _heads_links(page: Blocks, i: int) -> bool:
    """Tell whether a block says that links to other stories follow; a whole sentence says so as a link only."""
    text = page.texts[i]
    if kind_of(text.rstrip(":")) == "related":
        return True
    whole = text[-1] in ".!?…" and page.links[i] * 2 < len(text)
    return not whole and LEADS_ON.match(text) is not None


def _without_far_runs(page: Blocks, kept: list[int], probabilities: Floats) -> list[int]:
    """Leave out runs of blocks that are small beside the story, far from it and not sure."""
    runs = [kept[:1]]
    for before, i in pairwise(kept):
        between = range(before + 1, i)
        if len(between) >= _GAP_BLOCKS and sum(word_count(page.texts[j]) for j in between) >= _GAP_WORDS:
            runs.append([])
        runs[-1].append(i)
    if len(runs) < 2:
        return kept
    words = [sum(word_count(page.texts[i]) for i in run) for run in runs]
    most = max(words)
    return [
        i
        for run, count in zip(runs, words, strict=True)
        if count > _SMALL * most or float(probabilities[run].mean()) > _SURE
        for i in run
    ]
