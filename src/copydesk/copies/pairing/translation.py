"""Is one text the other in another language? By the names and numbers that both hold: the words tell nothing."""

from typing import Final
from zlib import crc32

import numpy as np

from copydesk.copies.copy_page import TracedPage
from copydesk.copies.pairing.alignment_measures import facts_of
from copydesk.copies.pairing.relation import DAYS as DAYS_APART
from copydesk.copies.pairing.relation import at_odds, days_apart
from copydesk.copies.texts.text import Hashes
from copydesk.copies.texts.text_words import stem
from copydesk.english.fact_words import DAYS, MONTHS

FEWEST: Final = 5
"""Names and numbers that both must hold."""
OF_FEWER: Final = 0.7
"""Share of the names and numbers of the text with fewer that the other holds."""
OF_ONE_AGENCY: Final = 0.45
"""The same where both credit one agency."""
OF_MORE: Final = 0.5
"""The same of the text with more; not asked of languages that capitalise every noun."""
NOUNS: Final = frozenset({"de", "lb"})
_CALENDAR: Final = np.array(sorted({crc32(stem(word).encode()) for word in DAYS | MONTHS.keys()}), np.uint64)


def foreign(a: TracedPage, b: TracedPage) -> bool:
    """Return whether two pages are in different languages, both known."""
    return bool(a.language and b.language and a.language != b.language)


def translated(a: TracedPage, b: TracedPage) -> float:
    """Return how much of the names and numbers of the shorter text the other holds; 0 where that is too few."""
    if not foreign(a, b) or at_odds(a, b) or days_apart(a, b) > DAYS_APART:
        return 0.0
    one, other = _facts(a), _facts(b)
    shared = len(np.intersect1d(one, other, assume_unique=True))
    fewer, more = sorted((len(one), len(other)))
    one_agency = a.origin.agency is not None and a.origin.agency == b.origin.agency
    if shared < FEWEST or shared < (OF_ONE_AGENCY if one_agency else OF_FEWER) * fewer:
        return 0.0
    if not {a.language, b.language} & NOUNS and not one_agency and shared < OF_MORE * more:
        return 0.0
    return shared / max(fewer, 1)


def facts_from(page: TracedPage, source: TracedPage) -> float:
    """Return the share of a page's names and numbers that another page holds."""
    own = _facts(page)
    return len(np.intersect1d(own, _facts(source), assume_unique=True)) / max(len(own), 1)


def _facts(page: TracedPage) -> Hashes:
    facts = facts_of(page.text)
    return facts[~np.isin(facts, _CALENDAR)]
