"""Pages without their markup, as different tools leave them."""

from typing import Any

import numpy as np
from selectolax.lexbor import LexborHTMLParser

from copydesk.articles.markup.blocks import Blocks
from copydesk.articles.scorer.vocabulary import HIDDEN

_UNSEEN = "script,style,noscript,template,svg,iframe,select,textarea"


def visible(page: Blocks) -> list[str]:
    """Return the blocks of a page that stand in no element that is marked as not shown, a line each."""
    hidden: list[bool] = []
    for groups, parent in zip(page.groups, page.parents, strict=True):
        hidden.append(bool(groups & HIDDEN) or (parent >= 0 and hidden[parent]))
    return [text for text, owner in zip(page.texts, page.owners, strict=True) if not hidden[owner]]


def runs(markup: bytes) -> list[str]:
    """Return what stands between any two tags of a page's body, a line each; links and emphasis break paragraphs."""
    page = LexborHTMLParser(markup)
    for node in page.css(_UNSEEN):
        node.decompose()
    lines = page.body.text(separator="\n").split("\n") if page.body else []
    return [words for words in (" ".join(line.split()) for line in lines) if words]


def pasted(story: Any, random: Any, *, brief: bool = False) -> Any:
    """Return the lines of a page as people paste it: the story, or a brief part of it, with a few lines about it."""
    found = np.flatnonzero(story)
    if not len(found):
        return found
    before, after = random.geometric(0.2, 2) - 1
    first, last = int(found[0]), int(found[-1])
    inside = np.arange(first, last + 1)
    if brief:
        inside = inside[: int(random.geometric(0.08)) + 1]
    head = np.arange(max(0, first - before), first)
    return np.concatenate((head, inside, np.arange(last + 1, min(len(story), last + 1 + after))))
