"""The words of aligned sentences in a row, with the facts and sources found in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.copies.changes.items import Item, items
from copydesk.copies.changes.sentence_sources import Said, count_cues, said
from copydesk.copies.texts.text_words import Token
from copydesk.copies.texts.view import View, low
from copydesk.records import Span


@dataclass(frozen=True, slots=True)
class Row:
    """Tokens of one side of a link, what they are compared by, their facts, their sources."""

    view: View
    tokens: Sequence[Token]
    words: tuple[str, ...]
    stems: tuple[str, ...]
    items: tuple[Item, ...]
    said: tuple[Said, ...]
    cues: int

    def span(self, first: int, last: int) -> Span:
        """Return the span from one token to another, both in it."""
        return self.tokens[first].start, self.tokens[last].end

    def text(self, span: Span | None) -> str:
        """Return the words under a span, or nothing."""
        return self.view.record.text[slice(*span)] if span else ""

    @property
    def quotes(self) -> list[Span]:
        """What of quotations lies within the row, without their marks."""
        start, end = self.tokens[0].start, self.tokens[-1].end
        inside = [(max(q[0] + 1, start), min(q[1] - 1, end + 2)) for q in self.view.quotes]
        return [(first, last) for first, last in inside if first < last]


def row_of(view: View, row: Sequence[Token], names: frozenset[str], types: dict[int, str]) -> Row:
    """Return a row of a view's tokens."""
    return Row(
        view,
        row,
        tuple(low(view, token) for token in row),
        tuple(token.stem for token in row),
        tuple(items(view, row, names, types)),
        tuple(said(view, row)),
        count_cues(view, row),
    )
