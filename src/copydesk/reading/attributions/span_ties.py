"""What the tree and the arguments of predicates say of two spans: evidence of joins that the tagger does not have."""

from collections.abc import Iterator, Sequence
from typing import Final

from copydesk.language import Document
from copydesk.language.document import Argument
from copydesk.reading.attributions.evidence import Piece
from copydesk.reading.attributions.join_features import Ties

_CLAUSES: Final = ("ccomp", "parataxis", "xcomp")
_THEMES: Final = ("ARG1", "ARG2")


def of_cue(document: Document, cue: Piece, sources: Sequence[Piece]) -> Ties:
    """Return what ties a cue to each of some sources: its agent, its subject, the word that it hangs from."""
    agents = list(_arguments(document, cue, ("ARG0",)))
    heads = [head_of(document, source) for source in sources]
    above = int(document.heads[head_of(document, cue)])
    below = [inside(int(document.heads[head]), cue) for head in heads]
    argument = [_surest(agents, source) for source in sources]
    return Ties(
        argument,
        below,
        [hangs and document.labels[head].startswith("nsubj") for hangs, head in zip(below, heads, strict=True)],
        [inside(above, source) for source in sources],
        0.0 if any(argument) else max((agent.score for agent in agents), default=0.0),
    )


def of_content(document: Document, content: Piece, cues: Sequence[Piece]) -> Ties:
    """Return what ties a content to each of some cues: it is what the cue's predicate is about, or hangs from it."""
    head = head_of(document, content)
    below = [inside(int(document.heads[head]), cue) for cue in cues]
    argument = [_surest(_arguments(document, cue, _THEMES), content) for cue in cues]
    return Ties(
        argument,
        below,
        [hangs and document.labels[head].startswith(_CLAUSES) for hangs in below],
        [inside(int(document.heads[head_of(document, cue)]), content) for cue in cues],
        max(argument, default=0.0),
    )


def head_of(document: Document, piece: Piece) -> int:
    """Return the first word of a piece that hangs from none of its others."""
    for word in range(piece.first, piece.last):
        head = int(document.heads[word])
        if head == word or not inside(head, piece):
            return word
    return piece.first


def inside(word: int, piece: Piece) -> bool:
    """Return whether a word is one of a piece's."""
    return piece.first <= word < piece.last


def _arguments(document: Document, piece: Piece, roles: Sequence[str]) -> Iterator[Argument]:
    for word in range(piece.first, piece.last):
        found = document.arguments.get(word, {})
        yield from (found[role] for role in roles if role in found)


def _surest(arguments: Iterator[Argument] | Sequence[Argument], piece: Piece) -> float:
    return max((argument.score for argument in arguments if inside(argument.head, piece)), default=0.0)
