"""What every search for defects looks at: the text, its parts, and which of it is quoted."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

import msgspec

from copydesk.english.furniture import NO_PROSE
from copydesk.english.quotations import maybe_quoted
from copydesk.records import Span

_BEYOND: Final = 12  # characters after a sentence in which a sign of no prose counts
_LOWER: Final = re.compile(r"\b[a-zß-öø-ÿ][\w’'-]{1,40}")


class StoryText(msgspec.Struct, frozen=True, kw_only=True):
    """A story as the finders see it: `quoted` are the spans between quotation marks; all spans are in order.

    `lower_words` are the words that it writes in small letters: no names. `apart` are spans that are no running prose
    (headings, lists, captions, posts); `in_person` is true of pieces whose writer speaks (opinion, interviews).
    """

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    names: tuple[str, ...]
    quoted: tuple[Span, ...]
    lower_words: frozenset[str]
    apart: tuple[Span, ...] = ()
    in_person: bool = False

    @classmethod
    def of(
        cls,
        text: str,
        paragraphs: Sequence[Span],
        sentences: Sequence[Span],
        names: Sequence[str],
        apart: Sequence[Span] = (),
        in_person: bool = False,
    ) -> "StoryText":
        """Put a story together, finding what is quoted."""
        blocks = tuple(paragraphs) or tuple(match.span() for match in re.finditer(r"[^\n]+", text))
        return cls(
            text=text,
            paragraphs=blocks,
            sentences=tuple(sentences),
            names=tuple(names),
            quoted=maybe_quoted(text, blocks),
            lower_words=frozenset(_LOWER.findall(text)),
            apart=tuple(sorted(apart)),
            in_person=in_person,
        )

    def outside_quotes(self, start: int, end: int) -> bool:
        """Say whether no part of [start, end) is quoted."""
        before = bisect_left(self.quoted, (end,)) - 1
        return before < 0 or self.quoted[before][1] <= start

    def is_prose(self, start: int, end: int) -> bool:
        """Say whether [start, end) is running prose: in no list, caption or post, and without marks of such."""
        before = bisect_left(self.apart, (end,)) - 1
        if before >= 0 and self.apart[before][1] > start:
            return False
        return not NO_PROSE.search(self.text, start, min(len(self.text), end + _BEYOND))

    def sentences_in(self, paragraph: Span) -> tuple[Span, ...]:
        """Return the sentences that lie in a paragraph."""
        first, last = (bisect_left(self.sentences, (edge,)) for edge in paragraph)
        return tuple(span for span in self.sentences[first:last] if span[1] <= paragraph[1])

    def sentence_at(self, position: int) -> Span:
        """Return the sentence that a position lies in; an empty span where it lies in none."""
        at = bisect_left(self.sentences, (position + 1,)) - 1
        inside = at >= 0 and position < self.sentences[at][1]
        return self.sentences[at] if inside else (position, position)
