"""From the probabilities of a page's blocks to its story: which blocks it spans, with its posts, without its copies."""

from typing import Final

from copydesk.articles.markup.blocks import Blocks
from copydesk.articles.markup.kinds import with_posts, without_pull_quotes
from copydesk.articles.paragraphs import without_copies
from copydesk.articles.scorer.furniture import kind_of
from copydesk.articles.scorer.sequence import Floats
from copydesk.articles.scorer.shipped import threshold

THRESHOLD: Final = 0.4
BRIEF: Final = 160  # characters up to which a line may be furniture by its words
_NEVER: Final = frozenset(("advertisement", "share", "comment-form", "back-to-top", "cookie"))  # in any story


def decode(page: Blocks, probabilities: Floats) -> list[int]:
    """Return the indices of the blocks that are the story's, in order.

    Args:
        page: its blocks.
        probabilities: how likely each is to be the story's.
    """
    least = threshold(probabilities, THRESHOLD)
    kept = [
        i
        for i, (probability, text) in enumerate(zip(probabilities.tolist(), page.texts, strict=True))
        if probability >= least and (len(text) > BRIEF or kind_of(text) not in _NEVER)
    ]
    return without_copies(page.texts, without_pull_quotes(page, with_posts(page, kept)))
