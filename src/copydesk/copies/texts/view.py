"""A record as it is compared: its sentences as sets of weighted stems, ready to be laid beside another record's."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from typing import Final, TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.texts.words import STOP, Token, count_words, sentences, tokens
from copydesk.records import Record, Span

LIMIT: Final = 400
"""Sentences of a text that are compared; what follows is left out, and `lacking` says so."""
WORDS: Final = 250
"""Words of a sentence that are compared."""
CHARACTERS: Final = 200_000
"""Characters of a text that are looked at."""
_QUOTE: Final = re.compile(r"[\"“][^\"“”]{1,2000}[\"”]|(?<!\w)‘[^‘’]{1,2000}(?:’\w[^‘’]{1,2000}){0,20}’(?!\w)")
RUN: Final = 4
"""Words of a run, by which passages of several pages are known again."""
Pairs: TypeAlias = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a view.

    Attributes:
        span: where it stands.
        tokens: its words.
        unquoted: how many of them stand outside quotation marks.
        plain: stems outside quotation marks that are neither function words nor names nor numbers.
        pairs: neighbours among those.
    """

    span: Span
    tokens: tuple[Token, ...]
    unquoted: int
    plain: frozenset[str]
    pairs: Pairs


@dataclass(frozen=True)
class View:
    """A record with its sentences, where its quotations stand, and what it lacked, each found when first asked for.

    Attributes:
        record: the record.
        kept: the sentences to go by, where some are to be left out.
    """

    record: Record
    kept: tuple[Sentence, ...] | None = None

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that hold words, at most `LIMIT`."""
        if self.kept is not None:
            return self.kept
        rows = []
        for span in self._spans:
            words = tuple(islice(tokens(self.record.text, *span), WORDS))
            if words:
                rows.append(_sentence(span, words, [q for q in self.quotes if q[0] < span[1] and q[1] > span[0]]))
            if len(rows) == LIMIT:
                break
        return tuple(rows)

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """Where quotations stand, marks included."""
        return tuple(match.span() for match in _QUOTE.finditer(self.record.text, 0, CHARACTERS))

    @cached_property
    def lacking(self) -> tuple[str, ...]:
        """What the record did not hold, and what is not compared, in words."""
        found = [] if self.record.sentences or not self.record.text else ["sentences"]
        if len(self._counts) > LIMIT:
            found.append(f"sentences after the first {LIMIT}")
        if WORDS in self._counts:
            found.append(f"words after the first {WORDS} of a sentence")
        return tuple(found)

    @cached_property
    def words(self) -> int:
        """The number of words in the sentences."""
        if self.kept is not None:
            return sum(len(sentence.tokens) for sentence in self.kept)
        return sum(self._counts[:LIMIT])

    @cached_property
    def _spans(self) -> Sequence[Span]:
        return self.record.sentences or sentences(self.record.text[:CHARACTERS])

    @cached_property
    def _counts(self) -> list[int]:
        """How many words each sentence has, at most `WORDS`; those without, and all after `LIMIT`, are passed over."""
        counts = (count_words(self.record.text, *span, WORDS) for span in self._spans)
        return list(islice((count for count in counts if count), LIMIT + 1))

    @cached_property
    def unquoted(self) -> int:
        """The number of words outside quotation marks."""
        return sum(sentence.unquoted for sentence in self.sentences)

    @cached_property
    def stems(self) -> Counter[str]:
        """How often the text has each stem."""
        return Counter(token.stem for sentence in self.sentences for token in sentence.tokens)

    @cached_property
    def runs(self) -> NDArray[np.uint64]:
        """Hashes of all runs of four stems, in order."""
        stems = [crc32(token.stem.encode()) for sentence in self.sentences for token in sentence.tokens]
        hashes = np.array(stems, np.uint64)
        runs = np.zeros(max(0, len(hashes) - RUN + 1), np.uint64)
        for i in range(RUN):
            runs = runs * np.uint64(0x9E3779B97F4A7C15) + hashes[i : i + len(runs)]
        return runs

    @cached_property
    def features(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Hashes of content stems, and of pairs of neighbours (below 0), each with the number of its sentence."""
        hashes: list[int] = []
        owners: list[int] = []
        for number, sentence in enumerate(self.sentences):
            stems = [crc32(token.stem.encode()) for token in sentence.tokens if token.content]
            own = {*stems, *(-1 - ((x * 31 + y) & 0xFFFFFFFFFFFF) for x, y in pairwise(stems))}
            hashes += own
            owners += [number] * len(own)
        return np.array(hashes, np.int64), np.array(owners, np.int64)


def view(record: Record) -> View:
    """Return a record's view. Where it has no sentences they are found by punctuation."""
    return View(record)


def low(view: View, token: Token) -> str:
    """Return a token's word in lower case, with plain apostrophes."""
    return view.record.text[token.start : token.end].lower().replace("’", "'")


def _sentence(span: Span, words: tuple[Token, ...], quotes: list[Span]) -> Sentence:
    free = [t for t in words if not any(start <= t.start < end for start, end in quotes)] if quotes else words
    first = words[0]
    plain = [t.stem for t in free if not t.number and (not t.capital or t is first) and t.stem not in STOP]
    return Sentence(span, words, len(free), frozenset(plain), frozenset(pairwise(plain)))
