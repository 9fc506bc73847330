"""The source of a cue that the tagger found none for: the agent of the cue's predicate, where there is one."""

from typing import Final

from copydesk.language import Document
from copydesk.reading.attributions.evidence import SOURCE, Piece
from copydesk.reading.attributions.joining import Joined

LEAST: Final = 0.5
"""The probability of an agent from which on it is the source."""
LONGEST: Final = 20
"""Words of an agent's phrase at most: longer ones are mostly read wrongly."""
_NOBODY: Final = frozenset(("nobody", "none", "neither", "no"))
_POSSESSIVE: Final = ("'s", "’s", "'", "’")


def with_agent(document: Document, one: Joined) -> Joined:
    """Return an attribution with its cue's ARG0 as its source, where that is apart from cue and content."""
    agents = [
        (document.arguments[word]["ARG0"], word)
        for word in range(one.cue.first, one.cue.last)
        if "ARG0" in document.arguments.get(word, {})
    ]
    for (head, score), predicate in sorted(agents, key=lambda agent: -agent[0].score)[:1]:
        first, last = document.phrase(head, predicate)
        if last - first > 1 and document.word(last - 1) in _POSSESSIVE:
            last -= 1
        if document.word(first).lower() in _NOBODY:
            return one
        apart = all(last <= piece.first or piece.last <= first for piece in (one.cue, *one.content))
        if score >= LEAST and apart and last - first <= LONGEST:
            chance = float(document.role_scores[first:last, SOURCE].mean())
            return one._replace(source=Piece(first, last, chance))
    return one
