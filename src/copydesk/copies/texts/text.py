"""A text as numbers: its words by what they are compared by, in sentences; a few kilobytes a page."""

import re
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.texts.boilerplate import kept_sentences
from copydesk.copies.texts.remembered import Remembered
from copydesk.copies.texts.text_words import CONTENT, coded
from copydesk.english.sentences import split_sentences
from copydesk.records import Record, Span

SENTENCES: Final = 400
"""Sentences of a text that are compared; what follows is left out."""
WORDS: Final = 250
"""Words of a sentence that are compared."""
CHARACTERS: Final = 200_000
"""Characters of a text that are looked at."""
QUOTED: Final = 8  # bit of a word inside quotation marks
OPENING: Final = 16
"""Further bits of a word's kind: inside quotation marks, first of its sentence."""
PAIR: Final = np.uint64(1 << 47)
"""Bit of a feature that is a pair of neighbouring words."""
REMEMBERED: Final = 800_000
"""Bytes of the features that are kept at hand: those of some 120 texts of a news page's length."""
RUN: Final = 4
"""Words of a run, by which verbatim passages are known."""
_QUOTE: Final = re.compile(r"[\"“][^\"“”]{1,2000}[\"”]|(?<!\w)‘[^‘’]{1,2000}(?:’\w[^‘’]{1,2000}){0,20}’(?!\w)")

Stems = NDArray[np.uint32]
Kinds = NDArray[np.uint8]
Numbers = NDArray[np.int64]
Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Text:
    """The words of a text in a row.

    Attributes:
        stems: hash of each word's stem.
        kinds: bits of each word's kind.
        bounds: where each sentence starts among the words, and where the last one ends.
        spans: where each sentence stands in the record's text, one row a sentence.
        cut: whether sentences or words were left out.
    """

    stems: Stems
    kinds: Kinds
    bounds: NDArray[np.int32]
    spans: NDArray[np.int32]
    cut: bool = False

    @property
    def size(self) -> int:
        """The number of sentences."""
        return len(self.spans)

    @property
    def words(self) -> int:
        """The number of words."""
        return len(self.stems)

    @property
    def lengths(self) -> Numbers:
        """The number of words of each sentence."""
        return np.diff(self.bounds).astype(np.int64)

    @property
    def owners(self) -> Numbers:
        """The number of the sentence of each word."""
        return np.repeat(np.arange(self.size), self.lengths)

    def span(self, sentence: int) -> Span:
        """Return where a sentence stands in the record's text."""
        start, end = self.spans[sentence].tolist()
        return start, end

    def runs(self) -> Hashes:
        """Return hashes of all runs of four stems, in order."""
        stems = self.stems.astype(np.uint64)
        runs = np.zeros(max(0, len(stems) - RUN + 1), np.uint64)
        for i in range(RUN):
            runs = runs * np.uint64(0x9E3779B97F4A7C15) + stems[i : i + len(runs)]
        return runs


@dataclass(frozen=True, slots=True)
class Features:
    """What the sentences of a text are compared by.

    Attributes:
        hashes: content stems and pairs of neighbours (bit `PAIR` is set), sorted, each once.
        spread: in how many sentences each stands.
        owners: these sentences, by number, in the hashes' order.
    """

    hashes: Hashes
    spread: NDArray[np.uint16]
    owners: NDArray[np.uint16]

    @property
    def counts(self) -> Numbers:
        """In how many sentences each hash stands, to be reckoned with."""
        return self.spread.astype(np.int64)

    @property
    def nbytes(self) -> int:
        """Bytes that the features take up."""
        return self.hashes.nbytes + self.spread.nbytes + self.owners.nbytes


def _features(text: Text) -> Features:
    """Return what the sentences of a text are compared by."""
    content = (text.kinds & CONTENT) > 0
    stems, owners = text.stems[content].astype(np.uint64), text.owners[content].astype(np.uint64)
    near = owners[1:] == owners[:-1]
    pairs = PAIR | ((stems[:-1] * np.uint64(31) + stems[1:]) & np.uint64(2**40 - 1))
    both = np.concatenate((stems, pairs[near])) << np.uint64(16) | np.concatenate((owners, owners[:-1][near]))
    both.sort()
    both = both[np.concatenate((np.ones(min(1, len(both)), bool), both[1:] != both[:-1]))]
    hashes = both >> np.uint64(16)
    starts = np.flatnonzero(np.concatenate((np.ones(min(1, len(hashes)), bool), hashes[1:] != hashes[:-1])))
    spread = np.diff(starts, append=len(hashes)).astype(np.uint16)
    return Features(hashes[starts], spread, (both & np.uint64(2**16 - 1)).astype(np.uint16))


features: Final = Remembered(_features, REMEMBERED)
"""What the sentences of a text are compared by; those of the last texts asked for are at hand."""


def text_of(record: Record) -> Text:
    """Return the words of a record's text; where it has no sentences they are found by punctuation."""
    spans: list[Span] = []
    rows: list[tuple[int, int, int]] = []
    bounds = [0]
    cut = False
    seen: set[str] = set()
    for span in kept_sentences(record, record.sentences or split_sentences(record.text[:CHARACTERS])):
        words = record.text[slice(*span)]
        if words in seen:
            continue  # what stands there twice, as captions do, counts once
        seen.add(words)
        if len(spans) == SENTENCES:
            cut = True
            break
        found = coded(record.text, *span, WORDS)
        if found:
            cut = cut or len(found) == WORDS
            rows += found
            spans.append(span)
            bounds.append(len(rows))
    table = np.array(rows, np.int64).reshape(-1, 3)
    kinds = table[:, 2].astype(np.uint8)
    quotes = np.array(quotations(record.text), np.int64).reshape(-1, 2)
    if len(quotes):
        at = np.searchsorted(quotes[:, 0], table[:, 0], "right") - 1
        kinds[(at >= 0) & (table[:, 0] < quotes[np.maximum(at, 0), 1])] |= QUOTED
    firsts = np.array(bounds[:-1], np.int64)
    kinds[firsts] |= OPENING
    return Text(
        table[:, 1].astype(np.uint32), kinds, np.array(bounds, np.int32), np.array(spans, np.int32).reshape(-1, 2), cut
    )


def quotations(text: str) -> tuple[Span, ...]:
    """Return where quotations stand, marks included."""
    return tuple(match.span() for match in _QUOTE.finditer(text, 0, CHARACTERS))
