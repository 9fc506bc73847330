"""What a text lost of what tells a reader whose words it is: credits, quotation marks, to whom a source spoke."""

import re
from collections.abc import Iterator, Sequence, Set
from typing import Final

from copydesk.copies.copy_types import Alteration
from copydesk.copies.texts.origin import CREDITS, same_source
from copydesk.copies.texts.text import QUOTED
from copydesk.copies.texts.text_words import Token
from copydesk.copies.texts.view import Sentence, View
from copydesk.english.credits import SEEN_BY, WITNESS_OF
from copydesk.reading.text_credits import AGENCIES_UNNAMED, page_credits
from copydesk.records import Credit, Record, Span

CREDIT_WEIGHT: Final = 0.7  # of a credit that is gone
MARKS_WEIGHT: Final = 0.6  # of a quotation that lost its marks
LEAK_WEIGHT: Final = 0.8  # of a first person that is nobody's
TOLD_WEIGHT: Final = 0.6  # of a hearer that is gone
WORDS: Final = 3
"""Content words of a quotation that is looked for."""
LONG: Final = 5
"""Content words of a quotation from which some may be missing."""
HELD: Final = 0.6
"""Share of a quotation's content words that a sentence must hold, to be the quotation without its marks."""
HEAD: Final = 600
"""Characters in which a byline begins."""
LINE: Final = 90
"""Characters before a credit that are shown with it, where they stand in one line."""
_MARKS: Final = frozenset("\"'‘’“”«»„`")
_RELEASE: Final = re.compile(r"(?m)^[^\n]{0,80}[/(](?P<wire>(?:[A-Z][\w.]{1,20} ?){0,2}[A-Za-z]{0,12}[Ww]ire)[/)]")
_BYLINE: Final = re.compile(r"(?m)^\s{0,3}(?:By|BY|Von|Por|Par)\s[A-Z][^\n]{3,100}$")


def lost_credits(a: Record, b: Record) -> Iterator[Alteration]:
    """Yield the credit of A, of an agency or of its reporters, that B does not carry; at most one."""
    mine, theirs = _strong(a), _strong(b)
    named = [credit for credit in mine if credit.agency != AGENCIES_UNNAMED]
    gone = [c for c in named if not any(same_source(c.agency, other.agency) for other in theirs)]
    if named and len(gone) == len(named):
        before = gone[0]
        after = next((credit for credit in theirs if credit.span), None)
        span = _with_line(a.text, before.span) if before.span else None
        yield Alteration(
            kind="credit-lost",
            a=span,
            b=after.span if after else None,
            before=a.text[slice(*span)] if span else before.agency,
            after=b.text[slice(*after.span)] if after and after.span else "",
            weight=CREDIT_WEIGHT,
            note="another credit" if after else "the credit is gone",
        )
    elif not named and (release := _RELEASE.search(a.text, 0, HEAD)) and release["wire"] not in b.text:
        yield Alteration(kind="credit-lost", a=release.span(), before=release[0], weight=CREDIT_WEIGHT,
                         note="no longer a release")  # fmt: skip
    elif not named and a.publisher and names_in(b, a.publisher):
        return
    elif (
        not named
        and (byline := _byline(a.text))
        and not (b.authors or _byline(b.text) or _names_one(byline[0], b.text[:HEAD]))
    ):
        yield Alteration(kind="credit-lost", a=byline.span(), before=byline[0].strip(), weight=CREDIT_WEIGHT,
                         note="the byline is gone")  # fmt: skip
    elif not named and a.authors and not b.authors and not _byline(b.text):
        yield Alteration(kind="credit-lost", before="By " + " and ".join(author.name for author in a.authors[:3]),
                         weight=CREDIT_WEIGHT, note="the byline is gone")  # fmt: skip


def _byline(text: str) -> re.Match[str] | None:
    """Return the first line of a text's head that says who wrote it, whole."""
    match = _BYLINE.search(text, 0, 2 * HEAD)
    return match if match and match.start() < HEAD else None


def _names_one(byline: str, text: str) -> bool:
    """Whether a text has the surname of somebody in a byline."""
    names = re.findall(r"(?:[A-Z][\w’'-]+ ){1,3}([A-Z][\w’'-]+)", byline.removeprefix("By "))
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for name in names[:20])


def names_in(record: Record, house: str) -> bool:
    """Whether a text names a house."""
    return re.search(rf"(?<!\w){re.escape(house)}(?!\w)", record.text[:100_000]) is not None


def _strong(record: Record) -> list[Credit]:
    credits = record.credits or page_credits(record)
    return sorted((c for c in credits if c.form in CREDITS), key=lambda c: (CREDITS.index(c.form), c.span is None))


def _with_line(text: str, span: Span) -> Span:
    """Return a credit with what stands before it in its line, where that is short: the dateline's place and day."""
    start = text.rfind("\n", 0, span[0]) + 1
    return (start, span[1]) if span[0] - start <= LINE else span


def lost_marks(a: View, b: View) -> Iterator[Alteration]:
    """Yield the quotations of A whose words B has outside quotation marks."""
    kinds = b.text.kinds
    bounds = b.text.bounds.tolist()
    free: list[tuple[Sentence, frozenset[str], frozenset[str]]] = []
    for number, sentence in enumerate(b.sentences):
        quoted = (kinds[bounds[number] : bounds[number + 1]] & QUOTED) > 0
        rows = list(zip(sentence.tokens, quoted.tolist(), strict=True))
        free.append((sentence, frozenset(t.stem for t, q in rows if not q), frozenset(t.stem for t, q in rows if q)))
    for start, end in a.quotes:
        if "\n" in a.record.text[start:end] or a.record.text[start + 1 : start + 2].isspace():
            continue  # marks of two paragraphs are no pair, nor is the end of one quotation with the start of the next
        inside_marks = [t for s in a.sentences for t in s.tokens if start <= t.start < end]
        words = {t.stem for t in inside_marks if t.content}
        if any(len(words & quoted) >= HELD * len(words) for _, _, quoted in free):
            continue
        best = max(free, key=lambda row: (len(words & row[1]), -row[0].span[0]), default=None)
        least = len(words) if len(words) < LONG else HELD * len(words)
        if best is None or len(words & best[1]) < least or _marked(b, best[0], words):
            continue
        if len(words) >= WORDS or (len(words) > 1 and _runs_in(inside_marks, best[0])):
            yield Alteration(
                kind="quotation-marks-lost",
                a=(start, end),
                b=best[0].span,
                before=a.record.text[start:end],
                after=b.record.text[slice(*best[0].span)],
                weight=MARKS_WEIGHT,
                note="the words stand without quotation marks",
            )


def _marked(view: View, sentence: Sentence, words: Set[str]) -> bool:
    """Whether a mark of whatever kind (‘‘, ', «) stands before one of a quotation's words in a sentence."""
    text = view.record.text
    return any(
        token.start and text[token.start - 1] in _MARKS and (token.start < 2 or not text[token.start - 2].isalnum())
        for token in sentence.tokens
        if token.stem in words or not token.content
    )


def _runs_in(words: Sequence[Token], sentence: Sentence) -> bool:
    """Whether words, at least three, stand in a row in a sentence."""
    run, row = [token.stem for token in words], [token.stem for token in sentence.tokens]
    return len(run) >= WORDS and any(row[i : i + len(run)] == run for i in range(len(row) - len(run) + 1))


def lost_hearers(a: Record, b: Record, kept: Sequence[Span]) -> Iterator[Alteration]:
    """Yield where A says to which newsroom its source spoke, or which one has seen a document, and B does not.

    Args:
        a: the earlier record.
        b: the later one.
        kept: the sentences of A that B says, too.
    """
    mine = [credit for credit in (a.credits or page_credits(a)) if credit.form == "told" and inside(credit.span, kept)]
    told = [credit.agency for credit in (b.credits or page_credits(b)) if credit.form == "told"]
    for credit in mine:
        if credit.span and not any(same_source(credit.agency, other) for other in told):
            yield _attribution(a, credit.span, "no longer says to whom")
    for pattern, note in ((SEEN_BY, "no longer says who has the document"), (WITNESS_OF, "no longer says who saw it")):
        for match in pattern.finditer(a.text, 0, 100_000):
            if inside(match.span(), kept) and match["who"] not in b.text:
                yield _attribution(a, match.span(), note)


def _attribution(record: Record, span: Span, note: str) -> Alteration:
    return Alteration(kind="attribution", a=span, before=record.text[slice(*span)], weight=TOLD_WEIGHT, note=note)


def leaks(a: Record, b: Record) -> Iterator[Alteration]:
    """Yield where B speaks in a first person that is nobody's, and A does not."""
    if any(defect.kind == "first-person-leak" for defect in a.defects):
        return
    for defect in b.defects:
        if defect.kind == "first-person-leak":
            yield Alteration(kind="meaning", b=defect.span, after=b.text[slice(*defect.span)], weight=LEAK_WEIGHT,
                             note="a first person that is nobody's")  # fmt: skip


def inside(span: Span | None, places: Sequence[Span]) -> bool:
    """Whether a span begins in one of some places."""
    return span is not None and any(start <= span[0] < end for start, end in places)
