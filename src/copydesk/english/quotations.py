"""Quotations: which marks belong together (`pair_quotes`), and all that may be quoted (`maybe_quoted`).

Marks are read by their shape and by what stands beside them, so that „German“, »Danish«, «French», ”Swedish”, 「CJK」,
straight and doubled single marks ('' as some agencies set them) all pair. Single marks are read as quotation marks only
where no double ones are open, and never inside a word. A mark without its partner never swallows more than the rest of
its own paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from copydesk.records import Span

DOUBLE = frozenset('"“”„‟«»「」『』＂')
OPENERS = frozenset("“„‟«「『")
CLOSERS = frozenset("”»」』")
_ANY: Final = re.compile(r"[“”„«»\"]|``|''|(?<!\w)[‘'](?=\w)|(?<=[.,!?…])[’'](?!\w)")
_DOUBLED: Final = re.compile("''|``|[" + "".join(sorted(DOUBLE)) + "]")
_SINGLE: Final = frozenset("‘’'")
_ANY_SINGLE: Final = re.compile("[‘’']")
_OPEN_ONLY: Final = frozenset("“„«‘") | {"``"}
_CLOSE_ONLY: Final = frozenset("”»")
MAX_PIECES = 40
MAX_UNCLOSED = 1200


class Quote(NamedTuple):
    """A quotation: its pieces (one a paragraph, marks included), whether its end is marked, whether by single marks."""

    pieces: tuple[Span, ...]
    closed: bool
    single: bool = False


class _Mark(NamedTuple):
    start: int
    end: int
    kind: str


def pair_quotes(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quote, ...]:
    """Return the outermost quotations of a text in order; nested ones are part of the quotation around them."""
    quotes: list[Quote] = []
    pending: list[Span] = []
    for start, end in paragraphs:
        marks = _marks(text, start, end)
        if pending and not (marks and marks[0].start <= start + 1 and _can_open(text, marks[0])):
            quotes.append(_unclosed(pending))
            pending = []
        opened = pending != []
        begin = marks[0].start if opened else -1
        rest = marks[1:] if opened else marks
        nested, inner = _nested(marks), 0
        for mark in rest:
            if nested and begin >= 0 and (mark.kind == "open" or inner):
                inner += 1 if mark.kind == "open" else -1
            elif begin < 0:
                if _can_open(text, mark):
                    begin = mark.start
            elif _closes(text, mark, text[begin]):
                quotes.append(Quote((*pending, (begin, mark.end)), True))
                begin, pending = -1, []
            elif text[begin] == text[mark.start] and mark.kind == "open" and not pending:
                quotes.append(_unclosed([(begin, mark.start)]))
                begin = mark.start
        if begin >= 0:
            pending.append((begin, end))
            if len(pending) >= MAX_PIECES:
                quotes.append(_unclosed(pending))
                pending = []
    if pending:
        quotes.append(_unclosed(pending))
    taken = [piece for quote in quotes for piece in quote.pieces]
    quotes += _single_quotes(text, paragraphs, taken)
    return tuple(sorted(quotes, key=lambda quote: quote.pieces[0]))


def by_paragraph(quotes: Sequence[Quote], paragraphs: Sequence[Span]) -> list[tuple[Quote, ...]]:
    """Return for each paragraph the quotations that have a piece in it."""
    starts = [start for start, _ in paragraphs]
    found: list[list[Quote]] = [[] for _ in paragraphs]
    for quote in quotes:
        for start, _ in quote.pieces:
            found[bisect_right(starts, start) - 1].append(quote)
    return [tuple(inside) for inside in found]


_OPENS_SINGLY: Final = re.compile(r"(?<!\w)['‘](?=\w)")
_CLOSES_SINGLY: Final = re.compile(r"(?<=[\w.,!?…])['’](?!\w)")


def is_quoted(text: str, span: Span) -> bool:
    """Return whether the span begins and ends with a double quotation mark, closing punctuation aside."""
    piece = text[span[0] : span[1]].strip()
    tail = piece.rstrip(".,;:!?—-… ")
    return (
        bool(tail) and _is_double(piece, 0) and (_is_double(tail, len(tail) - 1) or _is_double(piece, len(piece) - 1))
    )


def is_singly_quoted(text: str, span: Span) -> bool:
    """Return whether the span is set between single quotation marks, as British papers set speech.

    An apostrophe is none: a mark opens before a word and after none, and closes after a word and before none. A
    paragraph of a quotation that goes on in the next one has no mark at its end.
    """
    piece = text[span[0] : span[1]].strip()
    if not _OPENS_SINGLY.match(piece):
        return False
    closing = _CLOSES_SINGLY.search(piece, 2)
    return closing is None or not any(map(str.isalnum, piece[closing.end() :]))


def has_single_marks(text: str, span: Span) -> bool:
    """Return whether several words inside the span are set between single quotation marks; one word may be a name."""
    opening = _OPENS_SINGLY.search(text, *span)
    closing = opening and _CLOSES_SINGLY.search(text, opening.end(), span[1] + 1)
    return bool(opening and closing and " " in text[opening.end() : closing.start()])


def has_marks(text: str, span: Span) -> bool:
    """Return whether a double quotation mark stands inside the span."""
    piece = text[span[0] : span[1]]
    return "''" in piece or any(char in DOUBLE for char in piece)


def _is_double(piece: str, index: int) -> bool:
    return piece[index] in DOUBLE or piece[max(index - 1, 0) : index + 1] == "''" or piece[index : index + 2] == "''"


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    return [
        _Mark(match.start(), match.end(), _kind(text, match.start(), match.end()))
        for match in _DOUBLED.finditer(text, start, end)
    ]


def _nested(marks: Sequence[_Mark]) -> bool:
    """Return whether the marks of a paragraph set quotations of one kind of mark inside each other, all closed."""
    depth = deepest = 0
    for mark in marks:
        if mark.kind == "either":
            return False
        depth += 1 if mark.kind == "open" else -1
        deepest = max(deepest, depth)
        if depth < 0:
            return False
    return depth == 0 and deepest == 2


def _kind(text: str, start: int, end: int) -> str:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left = before.isspace() or before in "([{—–-…/:"
    right = not (after.isalnum() or after in "$€£#@[(")
    if text[start] in "\"'`＂”“»«":
        if left and not right:
            return "open"
        if right and not left:
            return "close"
    if text[start] in OPENERS or text[start] == "`":
        return "open"
    if text[start] in CLOSERS:
        return "close"
    if after.isspace():
        return "close" if not before.isspace() else "either"
    return "open" if left else "either"


def _can_open(text: str, mark: _Mark) -> bool:
    return mark.kind != "close" and mark.end < len(text) and not text[mark.end].isspace()


def _closes(text: str, mark: _Mark, opener: str) -> bool:
    if mark.kind == "close":
        return True
    return mark.kind == "either" and text[mark.start] not in OPENERS


def _unclosed(pieces: list[Span]) -> Quote:
    *head, (start, end) = pieces
    return Quote((*head, (start, min(end, start + MAX_UNCLOSED))), False)


def _single_quotes(text: str, paragraphs: tuple[Span, ...], taken: list[Span]) -> list[Quote]:
    quotes = []
    taken = sorted(taken)
    for start, end in paragraphs:
        inside = taken[bisect_right(taken, (start,)) : bisect_right(taken, (end,))]
        begin, following, done = -1, 0, start
        for match in _ANY_SINGLE.finditer(text, start, end):
            at, char = match.start(), match.group()
            while following < len(inside) and inside[following][0] <= at:
                begin, done = -1, max(done, inside[following][1])
                following += 1
            if at < done:
                continue
            before = text[at - 1] if at > start else " "
            after = text[at + 1] if at + 1 < end else " "
            if begin < 0:
                if char in "‘'" and not before.isalnum() and (after.isupper() or char == "‘") and after != "s":
                    begin = at
            elif char in "’'" and not after.isalnum() and before in ".,!?…":
                quotes.append(Quote(((begin, at + 1),), True, True))
                begin = -1
    return quotes


def maybe_quoted(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Return all that may be quoted, in order and apart: for whoever must not take a quotation for the writer's words.

    Unlike `pair_quotes` this errs to one side: a quotation that does not close covers the rest of its paragraph, and
    one that only closes covers the paragraph up to there.
    """
    return _merged(_maybe_quoted(text, paragraphs))


def _merged(spans: Iterator[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in spans:
        while merged and start < merged[-1][1]:
            earlier, _ = merged.pop()
            start = min(start, earlier)
        merged.append((start, end))
    return tuple(merged)


def _maybe_quoted(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """Yield quoted spans; where a quotation does not close, all that it may cover counts as quoted."""
    for start, end in paragraphs:
        opened, by = start, ""
        for match in _ANY.finditer(text, start, end):
            mark = match.group()
            kind = "'" if mark in _SINGLE else '"'
            if by == "'" and kind == '"':
                by = ""  # a lone apostrophe had looked like an opening mark
            if not by:
                if mark in _CLOSE_ONLY:
                    # The quotation came over from an earlier paragraph or lost its opening mark.
                    yield (start, match.end())
                else:
                    opened, by = match.start(), kind
            elif kind == by and mark not in _OPEN_ONLY:
                yield (opened, match.end())
                by = ""
        if by:
            yield (opened, end)
