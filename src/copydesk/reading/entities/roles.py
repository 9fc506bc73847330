"""The role that a page gives a person: a title before the name, or what is set after it between commas."""

from collections.abc import Sequence

from copydesk.language.document import Document
from copydesk.reading.entities.mentions import Mention

_HONORIFICS = frozenset(["mr", "mrs", "ms", "miss", "sir", "dame", "lady", "lord", "madam"])
_BEFORE = frozenset(("compound", "amod", "nmod:desc", "nmod:poss", "flat", "nmod", "case", "punct", "det", "nummod"))
_NAMING = frozenset(("NOUN", "PROPN", "ADJ", "PUNCT", "PART", "ADP"))
_RELATIVE = frozenset(("who", "whose", "whom", "which", "that", "where"))
_LONGEST = 12


def role_of(document: Document, mentions: Sequence[Mention]) -> str | None:
    """Return the first role that stands beside a mention, as the page writes it; None when there is none."""
    for mention in mentions:
        if role := _after(document, mention) or _before(document, mention):
            return role
    return None


def _before(document: Document, mention: Mention) -> str | None:
    """Return the title right before a name: NATO Secretary General in "NATO Secretary General Jens Stoltenberg"."""
    start = mention.start
    inside = {int(document.heads[i]) for i in range(mention.start, mention.end)} | set(
        range(mention.start, mention.end)
    )
    while start > 0 and mention.start - start < _LONGEST:
        word = start - 1
        tied = int(document.heads[word]) in inside | set(range(start, mention.start)) or word in inside
        if not tied or document.tags[word] not in _NAMING or document.labels[word] in ("case", "det", "punct"):
            break
        start = word
    while start < mention.start and document.tags[start] not in ("NOUN", "PROPN", "ADJ"):
        start += 1
    has_noun = any(document.tags[i] in ("NOUN", "PROPN") for i in range(start, mention.start))
    return _clean(document, start, mention.start) if has_noun else None


def _after(document: Document, mention: Mention) -> str | None:
    """Return the apposition after a name: the alliance's chief in "Jens Stoltenberg, the alliance's chief, said"."""
    if mention.end + 1 >= len(document) or document.word(mention.end) != ",":
        return None
    for head in range(mention.end + 1, min(mention.end + 1 + _LONGEST, len(document))):
        if document.labels[head] == "appos" and mention.start <= int(document.heads[head]) < mention.end:
            end = head + 1
            while end < len(document) and end - mention.end <= _LONGEST and document.word(end) not in ',.;:()—–”"':
                if not _below(document, end, head) or document.word(end).lower() in _RELATIVE:
                    break
                end += 1
            return _clean(document, mention.end + 1, end) if document.tags[head] in ("NOUN", "PROPN") else None
    return None


def _below(document: Document, word: int, top: int) -> bool:
    """Return whether a word hangs below another in the tree."""
    for _ in range(_LONGEST * 2):
        if word == top:
            return True
        above = int(document.heads[word])
        if above == word:
            return False
        word = above
    return False


def _clean(document: Document, start: int, end: int) -> str | None:
    if start >= end:
        return None
    words = " ".join(document.text[slice(*document.span(start, end))].split())
    for article in ("the ", "a ", "an ", "The ", "A ", "An "):
        words = words.removeprefix(article)
    return None if not words or words.lower().rstrip(".") in _HONORIFICS else words
