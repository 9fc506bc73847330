"""Do two texts tell of the same event? By the names and numbers that both hold, weighed by how rare they are."""

import math
from collections.abc import Mapping

from copydesk.copies.texts.lexicon import DAYS, MONTHS
from copydesk.copies.texts.view import View, low

_CALENDAR = DAYS | MONTHS.keys()
SHARE = 0.3
"""Share of the facts of the text with fewer that the other must hold."""
LEAST = 4
"""Names and numbers that two texts must share."""


def facts(view: View) -> frozenset[str]:
    """Return the names (by stem) and numbers of a text, days and months apart."""
    return frozenset(
        token.stem
        for sentence in view.sentences
        for place, token in enumerate(sentence.tokens)
        if (token.number and len(token.stem) > 1)
        or (token.capital and place and token.content and low(view, token) not in _CALENDAR)
    )


def same_event(a: View, b: View, spread: Mapping[str, int] | None = None, pages: int = 2) -> bool:
    """Whether two texts share enough names and numbers; `spread` says on how many of so many pages each stands."""
    mine, theirs = facts(a), facts(b)
    shared = mine & theirs
    if len(shared) < LEAST:
        return False

    def weight(keys: frozenset[str]) -> float:
        return sum(math.log2(1 + (pages + 20) / ((spread or {}).get(key, 1) + 1)) for key in keys)

    return weight(shared) / min(weight(mine), weight(theirs)) >= SHARE
