"""Which words tell of something that happens: verbs, event nouns and adjectives, by the model's head of events."""

from collections.abc import Iterable
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.language import Document
from copydesk.reading.events.event_tree import Tree
from copydesk.records import Time

LISTED: Final = 0.5
"""Probability from which on a word is taken for a predicate."""
TELLING: Final = 0.15
"""Probability that its likeliest word is an event worth listing from which on a sentence tells of any."""
VERSE_LINES: Final = 2  # lines that a sentence of verse runs over, at least
VERSE_WIDTH: Final = 50
"""Lines that a sentence of verse runs over at least, and the most characters of each."""
_BEFORE: Final = 4  # characters before a word in which a mark shows that it is no predicate
_ENDS: Final = (".", "!", "?", "…", ":", ";", "”", '"', "’", "'", "#", "»", ")")
_TAGS: Final = frozenset(("VERB", "NOUN", "ADJ", "PROPN", "X"))
_LIGHT: Final = frozenset(("aux", "aux:pass", "cop", "case", "mark", "det", "punct", "cc", "fixed"))


class PredicateWord(NamedTuple):
    """A predicate: its word's number in the document, its base form with its particle, the model's probability."""

    word: int
    lemma: str
    score: float


def find_predicates(tree: Tree, times: Iterable[Time] = ()) -> tuple[PredicateWord, ...]:
    """Return the predicates of a document, in order; words of names and of time expressions are none."""
    document = tree.document
    barred = _words_of_names(document)
    for time in times:
        barred[slice(*document.words_in(*time.span))] = True
    likely = np.flatnonzero((document.events >= LISTED) & ~barred & _telling(document))
    return tuple(
        PredicateWord(word, tree.lemma(word), float(document.events[word]))
        for word in likely.tolist()
        if tree.tags[word] in _TAGS and tree.labels[word] not in _LIGHT and any(map(str.isalpha, tree.forms[word]))
    )


def _telling(document: Document) -> NDArray[np.bool_]:
    """Return which words are in a sentence that tells of anything; a recipe, a table or a form tells of nothing."""
    telling = np.ones(len(document), dtype=bool)
    if document.happenings:
        told = 1 - document.happenings["news"][:, 0]
        for start, end in document.sentences.tolist():
            telling[start:end] = told[start:end].max() >= TELLING and not _is_verse(document, start, end)
    return telling


def _is_verse(document: Document, start: int, end: int) -> bool:
    """Return whether a sentence runs over several short lines, as in a poem or a column, never in news."""
    first, last = document.span(start, end)
    lines = document.text[first:last].split("\n")
    if len(lines) >= VERSE_LINES and max(map(len, lines)) <= VERSE_WIDTH:
        return True
    before = document.text[max(0, first - _BEFORE) : first].rstrip()
    after = document.text[last : last + _BEFORE]
    goes_on = "\n" in after and after.lstrip()[:1].islower()
    unended = not lines[-1].endswith(_ENDS)
    open_ = unended or bool(before and not before.endswith(_ENDS))
    return last - first <= VERSE_WIDTH and ((lines[0][:1].islower() and open_) or (unended and goes_on))


def _words_of_names(document: Document) -> NDArray[np.bool_]:
    barred = np.zeros(len(document), dtype=bool)
    for name in document.names:
        barred[name.start : name.end] = name.type not in ("EVENT", "NORP")
    return barred
