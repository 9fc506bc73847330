"""Noun phrases in the tree: where the phrase of a noun begins and ends, and what it is made of."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from copydesk.language.document import Document

_BEFORE = frozenset(("det", "amod", "compound", "nmod:poss", "nmod", "nmod:desc", "nummod", "flat", "punct"))
_AFTER = frozenset(("nmod", "flat", "nmod:unmarked"))
_LONGEST = 15  # words of a noun phrase
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))


class Phrase(NamedTuple):
    """Words `[start, end)` of a noun phrase, and its noun."""

    start: int
    end: int
    head: int


def below(document: Document, word: int, top: int) -> str | None:
    """Return the relation to `top` of the branch that a word hangs on; None when it does not hang below it."""
    for _ in range(2 * _LONGEST):
        above = int(document.heads[word])
        if above == top:
            return document.labels[word]
        if above == word:
            return None
        word = above
    return None


def phrase_of(document: Document, head: int) -> Phrase:
    """Return the phrase of a noun: its article, owners and attributes, and what follows it with a preposition."""
    start, end = head, head + 1
    while start > 0 and head - start < _LONGEST and below(document, start - 1, head) in _BEFORE:
        start -= 1
    while start < head and document.tags[start] == "PUNCT":
        start += 1
    while end < len(document) and end - head < _LONGEST and below(document, end, head) in _AFTER:
        end += 1
    while end > head + 1 and document.tags[end - 1] in ("PUNCT", "ADP"):
        end -= 1
    return Phrase(start, end, head)


def children(document: Document, head: int) -> Iterator[tuple[int, str]]:
    """Yield the words near by that hang on a word, with their relations."""
    for i in range(max(0, head - 2 * _LONGEST), min(len(document), head + 2 * _LONGEST)):
        if i != head and int(document.heads[i]) == head:
            yield i, document.labels[i]


class Key(NamedTuple):
    """What a description says: the words of the office itself, and the names of whom or what it is held of.

    "NATO's secretary general" is the office (secretary, general) of {nato}; "the president" that of nobody named.
    """

    office: tuple[str, ...]
    of: frozenset[str]


def key_of(document: Document, phrase: Phrase, names: Mapping[int, str]) -> Key | None:
    """Return what a phrase says; None for one that has another's pronoun in it (his wife) or no words of its own.

    Args:
        document: the document.
        phrase: the phrase.
        names: for each word inside the name of a place, an organization or a people, that name in its base form.
    """
    office, of = [], set()
    for i in range(phrase.start, phrase.end):
        tag, word = document.tags[i], document.word(i).casefold()
        if tag == "PRON":
            return None
        if i in names:
            of.add(names[i])
        elif tag in ("DET", "PUNCT", "ADP", "PART", "CCONJ") or word in POSSESSIVES:
            continue
        elif i > phrase.head and document.labels[i] not in ("flat", "compound"):
            of.add(word)
        else:
            office.append(word)
    return Key(tuple(office), frozenset(of)) if office else None
