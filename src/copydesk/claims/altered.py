"""What a page that carries a claim made of it, from the comparison with the page that it copied."""

from collections.abc import Mapping, Sequence
from typing import Final

from copydesk.claims.statements import Statement
from copydesk.copies.comparing import compare
from copydesk.copies.types import Alteration
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
MAX_PAGES: Final = 400
"""Pages of a story that are compared with their parents."""


class Alterations:
    """The alterations of the pages of a story against the pages that they copied, each pair compared once."""

    def __init__(self, records: Mapping[str, Record], parents: Mapping[str, str]) -> None:
        """Take the records by id and, for each page that carries another's text, that page."""
        self._records, self._parents = records, parents
        self._known: dict[str, tuple[Alteration, ...]] = {}

    def of(self, before: Sequence[Statement], after: Sequence[Statement]) -> tuple[Altered, ...]:
        """Return what became of a claim between a parent's statements and those of the page that carries them."""
        page = after[0].page
        spans_before, spans_after = [one.span for one in before], [one.span for one in after]
        return tuple(
            Altered(kind=item.kind, before=item.before, after=item.after)
            for item in self._alterations(page)
            if item.kind in LISTED and (_touches(item.b, spans_after) or _touches(item.a, spans_before))
        )

    def _alterations(self, page: str) -> tuple[Alteration, ...]:
        parent = self._parents.get(page)
        if page not in self._known:
            full = len(self._known) >= MAX_PAGES or parent is None
            self._known[page] = () if full else compare(self._records[parent or page], self._records[page]).alterations
        return self._known[page]


def _touches(span: Span | None, spans: Sequence[Span]) -> bool:
    return span is not None and any(start < span[1] and span[0] < end for start, end in spans)
