"""Paragraphs at a story's edges that the decoder leaves out for little: the lead below the headline, a last sentence.

A lead often stands in an element of its own, apart from the body by an advertisement; a last quotation is short.
"""

from typing import Final

from copydesk.articles.markup.blocks import Blocks
from copydesk.articles.paragraphs import SENTENCE_END, word_count
from copydesk.articles.scorer.sequence import Floats
from copydesk.english.page_words import OF_THE_SITE

_LEAST_LEAD, _LEAST_LAST = 0.2, 0.1  # chances from which on a lead and a last paragraph are the story's
_LEAD_WORDS, _LAST_WORDS = 15, 4  # words of a lead and of a last paragraph, at least
_REACH: Final = 5  # blocks above the story among which its lead stands
_BRIEF: Final = 60  # characters of what may stand between: a byline, a day, an advertisement
_LINKED: Final = 0.3  # share of a paragraph in links, from which on it is none


def with_edges(page: Blocks, kept: list[int], probabilities: Floats) -> list[int]:
    """Return a story's blocks with the paragraphs at its edges that are prose and not unlikely.

    Args:
        page: the page's blocks.
        kept: the indices of the blocks that the decoder keeps, in order.
        probabilities: (blocks,) how likely each is to be the story's.
    """
    return [*_lead(page, kept, probabilities), *kept, *_last(page, kept, probabilities)] if kept else kept


def below_headline(page: Blocks) -> list[int]:
    """Return the paragraphs right below the headline of a page that has no more of its story: a teaser.

    Asked for where the decoder finds no story on a page that says of itself that it is an article.
    """
    top = next((i for i in range(len(page.texts)) if page.tags[page.owners[i]] == "h1"), None)
    if top is None:
        return []
    found: list[int] = []
    for i in range(top + 1, len(page.texts)):
        if _is_prose(page, i, _LEAD_WORDS):
            found.append(i)
        elif found or i > top + _REACH or len(page.texts[i]) >= _BRIEF:
            break
    return found


def _lead(page: Blocks, kept: list[int], probabilities: Floats) -> list[int]:
    """Return the paragraphs between the headline and the story's first, with nothing long between that is none."""
    first = kept[0]
    top = max((i for i in range(first) if page.tags[page.owners[i]] == "h1"), default=first)
    found = []
    for i in range(first - 1, max(top, first - 1 - _REACH), -1):
        if probabilities[i] >= _LEAST_LEAD and _is_prose(page, i, _LEAD_WORDS):
            found.append(i)
        elif len(page.texts[i]) >= _BRIEF:
            break
    return found[::-1]


def _last(page: Blocks, kept: list[int], probabilities: Floats) -> list[int]:
    """Return the paragraphs right after the story's last that stand beside it in the same form."""
    last = kept[-1]
    owner = page.owners[last]
    form = "p", page.names[owner], page.parents[owner]
    found = []
    for i in range(last + 1, len(page.texts)):
        beside = page.owners[i]
        if (page.tags[owner], page.names[beside], page.parents[beside]) != form or page.tags[beside] != "p":
            break
        if probabilities[i] < _LEAST_LAST or not _is_prose(page, i, _LAST_WORDS):
            break
        found.append(i)
    return found


def _is_prose(page: Blocks, i: int, words: int) -> bool:
    """Tell whether a block is a paragraph of so many words that ends as a sentence does and speaks not of the site."""
    text = page.texts[i]
    return (
        SENTENCE_END.search(text[-20:]) is not None
        and page.links[i] < _LINKED * len(text)
        and word_count(text) >= words
        and not OF_THE_SITE.search(text)
    )
