"""What a text lost of what tells a reader whose words it is: credits, quotation marks, to whom a source spoke."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from copydesk.copies.texts.origin import CREDITS, same_source
from copydesk.copies.texts.text import QUOTED
from copydesk.copies.texts.view import Sentence, View
from copydesk.copies.types import Alteration
from copydesk.reading.credits import AGENCIES_UNNAMED, page_credits
from copydesk.records import Credit, Record, Span

CREDIT_WEIGHT: Final = 0.7
MARKS_WEIGHT: Final = 0.6
LEAK_WEIGHT: Final = 0.8
TOLD_WEIGHT: Final = 0.6
HEDGE_WEIGHT: Final = 0.6
WORDS: Final = 3
"""Content words of a quotation that is looked for."""
HELD: Final = 0.6
"""Share of a quotation's content words that a sentence must hold, to be the quotation without its marks."""
LINE: Final = 90
"""Characters before a credit that are shown with it, where they stand in one line."""
_BYLINE: Final = re.compile(r"(?m)^\s{0,3}(?:By|BY|Von|Por|Par)\s[A-Z][^\n]{3,100}$")
_HEDGE: Final = re.compile(
    r"(?i)\b(?P<hedge>more than|over|at least|less than|fewer than|under|up to|almost|nearly|about|around|roughly|"
    r"approximately|some|as many as|as few as|no more than|just over|just under)\s(?P<number>\d[\d.,]{0,12}\d|\d)"
)
_SENSE: Final = {
    "more than": "above", "over": "above", "at least": "above", "just over": "above", "as many as": "below",
    "less than": "below", "fewer than": "below", "under": "below", "up to": "below", "almost": "below",
    "nearly": "below", "no more than": "below", "just under": "below",
}  # fmt: skip


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
    elif not named and (byline := _BYLINE.search(a.text, 0, 600)) and not (b.authors or _BYLINE.search(b.text, 0, 600)):
        yield Alteration(kind="credit-lost", a=byline.span(), before=byline[0].strip(), weight=CREDIT_WEIGHT,
                         note="the byline is gone")  # fmt: skip
    elif not named and a.authors and not b.authors and not _BYLINE.search(b.text, 0, 600):
        yield Alteration(kind="credit-lost", before="By " + " and ".join(author.name for author in a.authors[:3]),
                         weight=CREDIT_WEIGHT, note="the byline is gone")  # fmt: skip


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
        words = {t.stem for s in a.sentences for t in s.tokens if start <= t.start < end and t.content}
        if len(words) < WORDS or any(len(words & quoted) >= HELD * len(words) for _, _, quoted in free):
            continue
        best = max(free, key=lambda row: (len(words & row[1]), -row[0].span[0]), default=None)
        if best and len(words & best[1]) >= HELD * len(words):
            yield Alteration(
                kind="quotation-marks-lost",
                a=(start, end),
                b=best[0].span,
                before=a.record.text[start:end],
                after=b.record.text[slice(*best[0].span)],
                weight=MARKS_WEIGHT,
                note="the words stand without quotation marks",
            )


def lost_hearers(a: Record, b: Record, kept: Sequence[Span]) -> Iterator[Alteration]:
    """Yield where A says to which newsroom its source spoke, and B does not: in the same sentence, or at all.

    Args:
        a: the earlier record.
        b: the later one.
        kept: the sentences of A that B says, too.
    """
    mine = [credit for credit in (a.credits or page_credits(a)) if credit.form == "told" and credit.span]
    theirs = b.credits or page_credits(b)
    for credit in mine:
        told = [other.agency for other in theirs if not inside(credit.span, kept) or other.form == "told"]
        if credit.span and not any(same_source(credit.agency, other) for other in told):
            yield Alteration(kind="attribution", a=credit.span, before=a.text[slice(*credit.span)], weight=TOLD_WEIGHT,
                             note="no longer says to whom")  # fmt: skip


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


def hedges(a: View, b: View) -> Iterator[Alteration]:
    """Yield numbers that both texts have, with an opposite hedge: more than 150, almost 150."""
    theirs = {match["number"]: match for match in _HEDGE.finditer(b.record.text, 0, 100_000)}
    seen: set[str] = set()
    for match in _HEDGE.finditer(a.record.text, 0, 100_000):
        other = theirs.get(match["number"])
        senses = _SENSE.get(match["hedge"].lower()), _SENSE.get(other["hedge"].lower()) if other else None
        if other and None not in senses and senses[0] != senses[1] and match["number"] not in seen:
            seen.add(match["number"])
            yield Alteration(kind="hedge-on-number", a=match.span(), b=other.span(), before=match[0], after=other[0],
                             weight=HEDGE_WEIGHT, note="the number is bounded the other way")  # fmt: skip
