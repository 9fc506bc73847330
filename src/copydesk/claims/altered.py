"""What a page that has a claim from another page made of it, from the comparison of both."""

from collections.abc import Container, Mapping, Sequence
from typing import Final

from copydesk.claims.statements import Statement
from copydesk.copies.comparing import compare
from copydesk.copies.copy_types import Alteration
from copydesk.copies.texts.text_words import tokens
from copydesk.english.opposites import forms, opposite
from copydesk.records import Altered, Record, Span

LISTED: Final = frozenset(
    {
        "name",
        "number",
        "date",
        "place",
        "quote",
        "attribution",
        "certainty",
        "negation",
        "meaning",
        "quotation-marks-lost",
        "source-widened",
        "hedge-on-number",
    }
)
"""Kinds of alterations that change a claim; omissions and other wording do not."""
SAID_OTHERWISE: Final = frozenset({"number", "date", "certainty", "negation", "meaning"})
"""Kinds that are told of a page that copies none of the others: other words and sources are its own right."""
MAX_PAIRS: Final = 400
"""Pairs of a story's pages that are compared."""


class Alterations:
    """The alterations between pages of a story, each pair compared once."""

    def __init__(self, records: Mapping[str, Record]) -> None:
        """Take the records by id."""
        self._records = records
        self._known: dict[tuple[str, str], tuple[Alteration, ...]] = {}

    def of(self, before: Sequence[Statement], after: Sequence[Statement]) -> tuple[Altered, ...]:
        """Return what became of a claim between the statements of a page and those of one that carries its text."""
        spans_before, spans_after = [one.span for one in before], [one.span for one in after]
        return tuple(
            Altered(kind=item.kind, before=item.before, after=item.after)
            for item in self._alterations(before[0].page, after[0].page)
            if item.kind in LISTED and (_touches(item.b, spans_after) or _touches(item.a, spans_before))
        )

    def said_otherwise(
        self, before: Sequence[Statement], after: Sequence[Statement], kinds: Container[str] = SAID_OTHERWISE
    ) -> tuple[Altered, ...]:
        """Return what two pages that copy neither from the other say otherwise of a claim: in its statements on both.

        Their texts are aligned by likeness alone, so that a word elsewhere may stand in the place of one of the claim.
        """
        spans_before, spans_after = [one.span for one in before], [one.span for one in after]
        return tuple(
            Altered(kind=item.kind, before=item.before, after=item.after)
            for item in self._alterations(before[0].page, after[0].page)
            if item.kind in kinds and _touches(item.b, spans_after) and _touches(item.a, spans_before)
        )

    def turned_round(self, before: Sequence[Statement], after: Sequence[Statement]) -> tuple[Altered, ...]:
        """Return where the statements of one page say the opposite of those of another: "admitted" for "denied".

        Pages are compared only where the statements have opposites in them.
        """
        mine, theirs = self._turning_words(before), self._turning_words(after)
        if not any(opposite(one, other) for one in mine - theirs for other in theirs - mine):
            return ()
        return tuple(
            item
            for item in self.said_otherwise(before, after, {"meaning"})
            if item.before and item.after and opposite(item.before.lower(), item.after.lower())
        )

    def _turning_words(self, found: Sequence[Statement]) -> set[str]:
        """Return the words of some statements that have an opposite, in small letters."""
        texts = ((self._records[one.page].text, one.span) for one in found)
        words = (text[token.start : token.end].lower() for text, span in texts for token in tokens(text, *span))
        return {word for word in words if forms(word)}

    def _alterations(self, one: str, other: str) -> tuple[Alteration, ...]:
        if (one, other) not in self._known:
            full = len(self._known) >= MAX_PAIRS
            self._known[one, other] = () if full else compare(self._records[one], self._records[other]).alterations
        return self._known[one, other]


def _touches(span: Span | None, spans: Sequence[Span]) -> bool:
    return span is not None and any(start < span[1] and span[0] < end for start, end in spans)
