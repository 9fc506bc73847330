"""What every search for defects looks at: the text, its parts, and which of it is quoted."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from copydesk.records import Span

_QUOTES: Final = re.compile(r"[“”„«»\"]|``|''|(?<!\w)[‘'](?=\w)|(?<=[.,!?…])[’'](?!\w)")
_SINGLE: Final = frozenset("‘’'")
_OPEN: Final = frozenset("“„«‘") | {"``"}
_CLOSE: Final = frozenset("”»")


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """A story as the finders see it: `quoted` are the spans between quotation marks, in order."""

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    names: tuple[str, ...]
    quoted: tuple[Span, ...]

    @classmethod
    def of(cls, text: str, paragraphs: Sequence[Span], sentences: Sequence[Span], names: Sequence[str]) -> "Story":
        """Put a story together, finding what is quoted."""
        blocks = tuple(paragraphs) or tuple(match.span() for match in re.finditer(r"[^\n]+", text))
        quoted = tuple(_quoted(text, blocks))
        return cls(text=text, paragraphs=blocks, sentences=tuple(sentences), names=tuple(names), quoted=quoted)

    def outside_quotes(self, start: int, end: int) -> bool:
        """Say whether no part of [start, end) is quoted."""
        return all(end <= a or b <= start for a, b in self.quoted)

    def sentences_in(self, paragraph: Span) -> tuple[Span, ...]:
        """Return the sentences that lie in a paragraph."""
        return tuple(span for span in self.sentences if paragraph[0] <= span[0] and span[1] <= paragraph[1])


def _quoted(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """Yield quoted spans; where a quotation does not close, all that it may cover counts as quoted."""
    for start, end in paragraphs:
        opened, by = start, ""
        for match in _QUOTES.finditer(text, start, end):
            mark = match.group()
            kind = "'" if mark in _SINGLE else '"'
            if by == "'" and kind == '"':
                by = ""  # a lone apostrophe had looked like an opening mark
            if not by:
                if mark in _CLOSE:
                    # The quotation came over from an earlier paragraph or lost its opening mark.
                    yield (start, match.end())
                else:
                    opened, by = match.start(), kind
            elif kind == by and mark not in _OPEN:
                yield (opened, match.end())
                by = ""
        if by:
            yield (opened, end)
