"""What two pages are to each other: was most of the text of one made from the other's, or only a passage of it?

Thresholds were chosen on one half of the invented newsroom and on judged pairs of a real day (docs/copies.md).
"""

from datetime import date
from typing import Final

from copydesk.copies.copy_page import TracedPage
from copydesk.copies.copy_types import EdgeKind
from copydesk.copies.pairing.alignment_measures import Measures
from copydesk.copies.texts.origin import same_source

MOST: Final = 0.5
"""Share of a text from which most of it is another's."""
MUCH: Final = 0.38
"""Share that is enough where names and numbers agree throughout."""
WORDS: Final = 18
"""Words outside quotations that must be shared: less is chance, or a formula."""
NAMES: Final = 3
"""Names and numbers that must be shared: sentences without any are furniture, or a formula."""
AGREE: Final = 0.62
"""Share of the names and numbers of aligned sentences that copies have in common; pages of one form have fewer."""
CLOSELY: Final = 0.85
"""The same where less than most of a text is shared."""
GATHERED: Final = 0.75
"""Share of the text of a page that gathers pieces of many stories, from which it is nevertheless a copy of one."""
BRIEF: Final = 0.1
"""Share of the longer text below which the shorter is a brief, whose whole is a passage of the other."""
ALIGNED: Final = 0.3
"""Share of a text in aligned sentences that is no chance."""
LARGELY: Final = 0.75  # share of the facts that agree
WHOLE: Final = 0.65
"""Facts that agree, and share of a text in aligned sentences, where a text is reworded from its first to its last."""
FILLED: Final = 0.75
"""Share of both texts in aligned sentences, where they may be one form."""
DAYS: Final = 7
"""Days between pages, beyond which a copy must be nearly verbatim."""
NEARLY: Final = 0.8
"""Share of a text in runs of words that the other has, from which it is nearly verbatim."""
ADDED: Final = 0.65
"""Share of a text up to which it adds enough to be a follow-up of what it keeps."""
SAID_AGAIN: Final = 0.9
"""Share of a house's later page below which it is no mere repetition of an earlier one."""
KEPT: Final = 0.65
"""Mean similarity of aligned sentences from which a text keeps another's sentences, rather than rewords them."""
VERBATIM: Final = 0.8
"""Mean similarity of aligned sentences from which a copy is no rewrite."""
REWORDED: Final = 0.5
"""Mean similarity of aligned sentences below which a text must be reworded throughout, to be a copy at all."""
THROUGHOUT: Final = 0.35
"""Share of each text that stands in aligned sentences, where it is reworded throughout."""
REWORDED_WORDS: Final = 40
"""Words outside quotations that must be shared, where they are reworded."""
CUT: Final = 0.7
"""Share of the parent's words below which a copy is cut."""


def strong(a: TracedPage, b: TracedPage, m: Measures) -> bool:
    """Return whether most of the text of one page descends from the other's, whichever way."""
    share = max(m.kept, m.copied)
    if m.words < WORDS or m.told < NAMES or m.facts < AGREE or share < MUCH or one_form(a, b, m):
        return False
    if min(m.kept, m.copied) < BRIEF or (a.gathers and m.kept < GATHERED) or (b.gathers and m.copied < GATHERED):
        return False
    if days_apart(a, b) > DAYS and max(m.verbatim_a, m.verbatim_b) < NEARLY:
        return False
    if at_odds(a, b) and share < NEARLY:
        return False
    if m.similarity < REWORDED and min(m.held, m.found) < THROUGHOUT:
        return False
    if m.similarity < REWORDED and m.words < REWORDED_WORDS:
        return False
    if share >= MOST or (m.facts >= CLOSELY and min(m.held, m.found) >= ALIGNED):
        return True
    return m.facts >= LARGELY and max(m.held, m.found) >= WHOLE and m.numbers <= THROUGHOUT


def one_form(a: TracedPage, b: TracedPage, m: Measures) -> bool:
    """Return whether two pages are one form filled in twice: sentences alike, with other names and numbers.

    What one house prints again on another day, whole, with other numbers, is a form, too.
    """
    if max(m.held, m.found) < ALIGNED:
        return False
    if m.facts < AGREE or (m.numbers > MOST and m.facts < NEARLY):
        return True
    one_house = a.origin.house is not None and a.origin.house == b.origin.house
    return one_house and days_apart(a, b) > 0 and m.numbers >= ALIGNED and min(m.held, m.found) >= FILLED


def at_odds(a: TracedPage, b: TracedPage) -> bool:
    """Return whether both pages credit agencies, and none in common."""
    one, other = a.origin.credited, b.origin.credited
    return bool(one and other) and not any(same_source(x, y) for x in one for y in other)


def days_apart(a: TracedPage, b: TracedPage) -> int:
    """Return how many days lie between two pages; 0 where a day is not known."""
    days = []
    for page in (a, b):
        try:
            days.append(date.fromisoformat((page.origin.day or "")[:10]))
        except ValueError:
            return 0
    return abs((days[0] - days[1]).days)


def kind_of(parent: TracedPage, child: TracedPage, m: Measures) -> EdgeKind:
    """Return how a page was made from its parent, by the measures from parent to child."""
    if parent.language and child.language and parent.language != child.language:
        return "translation"
    if m.kept >= MOST and m.copied <= ADDED and m.similarity >= KEPT:
        return "follow-up"
    one_house = parent.origin.house is not None and same_source(parent.origin.house, child.origin.house)
    if one_house and (parent.origin.day or "~") < (child.origin.day or "") and m.copied < SAID_AGAIN:
        return "follow-up"
    if m.similarity < VERBATIM:
        return "rewrite"
    return "cut" if m.kept < CUT and m.copied >= m.kept else "copy"
