"""Where words stand: paragraph, sentence and quotation of each."""

import numpy as np

from copydesk.english.quotations import Quote, by_paragraph, pair_quotes
from copydesk.reading.attributions.evidence import Ints, Layout
from copydesk.reading.attributions.rules import sentences_of
from copydesk.records import Span


def layout_of(text: str, offsets: Ints, paragraphs: tuple[Span, ...]) -> tuple[Layout, tuple[Quote, ...]]:
    """Return the layout of a text's words, and its quotations by double marks.

    Args:
        text: the text.
        offsets: (n, 2) positions of its words.
        paragraphs: spans of its paragraphs.
    """
    quotes = tuple(quote for quote in pair_quotes(text, paragraphs) if not quote.single)
    inside = zip(paragraphs, by_paragraph(quotes, paragraphs), strict=True)
    sentences = [sentence for paragraph, said in inside for sentence in sentences_of(text, paragraph, said)]
    layout = Layout(
        offsets,
        _numbered(offsets, [[paragraph] for paragraph in paragraphs]),
        _numbered(offsets, [[sentence] for sentence in sentences]),
        _numbered(offsets, [list(quote.pieces) for quote in quotes]),
    )
    return layout, quotes


def _numbered(offsets: Ints, groups: list[list[Span]]) -> Ints:
    """Return for each word the number of the group of spans it begins in, counted from 1; 0 outside all."""
    out = np.zeros(len(offsets), dtype=np.int64)
    starts = offsets[:, 0]
    for number, group in enumerate(groups, start=1):
        for start, end in group:
            out[np.searchsorted(starts, start) : np.searchsorted(starts, end)] = number
    return out
