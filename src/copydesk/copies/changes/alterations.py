"""What a copy changed: alterations inside aligned sentences by kind, and sentences left out, put in or moved."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from copydesk.copies.changes.bounds import bounds
from copydesk.copies.changes.fact_rows import row_of
from copydesk.copies.changes.factual import changes
from copydesk.copies.changes.finer_links import echoed, elsewhere, headline, masthead
from copydesk.copies.changes.items import Item, entity_types, items, names_of
from copydesk.copies.changes.lost import leaks, lost_credits, lost_hearers, lost_marks
from copydesk.copies.changes.wording import wording
from copydesk.copies.copy_types import Alteration
from copydesk.copies.texts.align import SentenceMatch
from copydesk.copies.texts.origin import gathers
from copydesk.copies.texts.text_words import tokens
from copydesk.copies.texts.view import Sentence, View
from copydesk.english.captions import is_caption
from copydesk.records import Record, Span

FACTUAL: Final = frozenset(
    {"name", "number", "date", "place", "quote", "attribution", "certainty", "negation", "meaning"}
)
"""Kinds of alteration that change what a reader is told."""
ENGLISH: Final = frozenset({"attribution", "source-widened", "certainty", "negation", "meaning"})
"""Kinds that are told by English words, and of two languages not at all."""
ONE_PIECE: Final = 0.6
"""Similarity from which sentences of a page that gathers pieces of many stories are one piece's."""
ASIDE: Final = 0.05
"""Weight of a caption that was left out or put in: the story stays the same."""
AUTHORS: Final = 20
"""Bylines of a page that are compared."""
ALIKE: Final = 0.75
"""Likeness from which two bylines are one person's."""


def alterations(a: View, b: View, links: Sequence[SentenceMatch]) -> tuple[Alteration, ...]:
    """Return all that `b` changed of `a`, in B's order; what has no place in B stands after its neighbour in A."""
    names = names_of((a, b))
    types = entity_types(a), entity_types(b)
    foreign = _foreign(a.record, b.record)
    gathered = gathers(a.record) or gathers(b.record)
    placed: list[tuple[float, Alteration]] = []
    for link in links:
        if not _same(a, b, link) and not (masthead(a, link.a[0]) or masthead(b, link.b[0])):
            row_a, row_b = (
                row_of(view, [s for i in numbers for s in view.sentences[i].tokens], names, kinds)
                for view, numbers, kinds in ((a, link.a, types[0]), (b, link.b, types[1]))
            )
            typed, used = changes(row_a, row_b)
            if headline(a, link.a[-1]) or headline(b, link.b[-1]):  # a headline leaves out who said it
                typed = [change for change in typed if change.kind != "attribution" and not _of_site(change, a, b)]
            typed = [change for change in typed if not _stands(change, a, b, link)]
            if gathered and link.similarity < ONE_PIECE:
                typed = []
            if foreign:
                typed = [change for change in typed if change.kind not in ENGLISH and not _transliterated(change)]
            found = [*typed, *wording(row_a, row_b, used)]
            placed += [(change.b[0] if change.b else _beside(change, a, b, link), change) for change in found]
        if not link.ordered:
            placed.append((b.sentences[link.b[0]].span[0], _moved(a, b, link)))
    whole = [*lost_credits(a.record, b.record)]
    if foreign:  # which sentence says the same is not known, nor what its words say
        whole += [change for change in bounds(a, b) if change.kind == "number"]
    else:
        placed += _left_out(a, b, links, names, types[0])
        placed += _put_in(b, links, names, types[1])
        kept = [*(a.sentences[i].span for link in links for i in link.a), *echoed(a, b)]
        whole += [*lost_marks(a, b), *bounds(a, b), *lost_hearers(a.record, b.record, kept)]
        whole += leaks(a.record, b.record)
    placed += [(change.b[0] if change.b else -2.0, change) for change in whole]
    placed += [(float("inf"), change) for change in bylines(a.record, b.record)]
    return tuple(change for _, change in sorted(placed, key=lambda pair: pair[0]))


def _of_site(change: Alteration, a: View, b: View) -> bool:
    """Whether a change is of the site's name, which stands behind a bar in a headline."""
    return any(span and "|" in view.record.text[: span[0]] for view, span in ((a, change.a), (b, change.b)))


def _stands(change: Alteration, a: View, b: View, link: SentenceMatch) -> bool:
    """Whether what one side lacks stands elsewhere in its text: a doubt or a negation, or beside it: a source."""
    if change.kind in {"negation", "certainty"} and not (change.before and change.after):
        one, other, span = (a, b, change.a) if change.before else (b, a, change.b)
        return span is not None and elsewhere(one, span, other)
    if change.kind == "attribution" and change.a and not change.b:
        near = range(max(0, link.b[0] - 1), min(len(b.sentences), link.b[-1] + 2))
        known = {token.stem for i in near for token in b.sentences[i].tokens}
        source = [token for token in tokens(a.record.text, *change.a) if token.content and token.capital]
        return bool(source) and all(token.stem in known for token in source)
    return False


def _foreign(a: Record, b: Record) -> bool:
    """Whether two records are in different languages, both known."""
    return bool(a.page.language and b.page.language and a.page.language != b.page.language)


def _transliterated(change: Alteration) -> bool:
    """Whether a name is the same in another language's spelling."""
    if change.kind not in {"name", "place"}:
        return False
    return SequenceMatcher(None, change.before.lower(), change.after.lower()).ratio() >= ALIKE


def _same(a: View, b: View, link: SentenceMatch) -> bool:
    """Whether both sides of a link are one sentence, letter by letter."""
    if len(link.a) != 1 or len(link.b) != 1:
        return False
    span_a, span_b = a.sentences[link.a[0]].span, b.sentences[link.b[0]].span
    return a.record.text[slice(*span_a)] == b.record.text[slice(*span_b)]


def bylines(a: Record, b: Record) -> list[Alteration]:
    """Return authors of the one whose names the other spells otherwise."""
    found = []
    for author in a.authors[:AUTHORS]:
        rivals = [
            other.name
            for other in b.authors[:AUTHORS]
            if SequenceMatcher(None, author.name, other.name).ratio() >= ALIKE
        ]
        if rivals and author.name not in rivals:
            found.append(
                Alteration(
                    kind="name",
                    a=_find(a.text, author.name),
                    b=_find(b.text, rivals[0]),
                    before=author.name,
                    after=rivals[0],
                    weight=0.9,
                    note="another byline",
                )
            )
    return found


def _find(text: str, name: str) -> Span | None:
    at = text.find(name)
    return (at, at + len(name)) if at >= 0 else None


def _beside(change: Alteration, a: View, b: View, link: SentenceMatch) -> float:
    """Return the place in B that corresponds to a place in A, by its share of the sentence."""
    start_a, end_a = a.sentences[link.a[0]].span[0], a.sentences[link.a[-1]].span[1]
    start_b, end_b = b.sentences[link.b[0]].span[0], b.sentences[link.b[-1]].span[1]
    at = change.a[0] if change.a else start_a
    return start_b + (end_b - start_b) * (at - start_a) / max(end_a - start_a, 1)


def _moved(a: View, b: View, link: SentenceMatch) -> Alteration:
    span_a = a.sentences[link.a[0]].span[0], a.sentences[link.a[-1]].span[1]
    span_b = b.sentences[link.b[0]].span[0], b.sentences[link.b[-1]].span[1]
    return Alteration(
        kind="moved",
        a=span_a,
        b=span_b,
        before=a.record.text[slice(*span_a)],
        after=b.record.text[slice(*span_b)],
        weight=0.05,
        note="stands elsewhere in the order",
    )


def _left_out(
    a: View, b: View, links: Sequence[SentenceMatch], names: frozenset[str], types: dict[int, str]
) -> Iterator[tuple[float, Alteration]]:
    linked = {i: link for link in links for i in link.a}
    place = -1.0
    for i, sentence in enumerate(a.sentences):
        if i in linked:
            place = b.sentences[linked[i].b[-1]].span[1] - 0.5
            continue
        found = items(a, sentence.tokens, names, types)
        yield (
            place,
            Alteration(
                kind="omission",
                a=sentence.span,
                before=a.record.text[slice(*sentence.span)],
                weight=_weight(a, sentence, found),
                note="sentence left out",
            ),
        )


def _put_in(
    b: View, links: Sequence[SentenceMatch], names: frozenset[str], types: dict[int, str]
) -> Iterator[tuple[float, Alteration]]:
    linked = {j for link in links for j in link.b}
    for j, sentence in enumerate(b.sentences):
        if j not in linked:
            found = items(b, sentence.tokens, names, types)
            yield (
                sentence.span[0],
                Alteration(
                    kind="addition",
                    b=sentence.span,
                    after=b.record.text[slice(*sentence.span)],
                    weight=_weight(b, sentence, found),
                    note="sentence put in",
                ),
            )


def _weight(view: View, sentence: Sentence, found: list[Item]) -> float:
    """Return how much a whole sentence matters: by its length and the facts in it; a caption hardly."""
    text, (start, end) = view.record.text, sentence.span
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    if is_caption(text[first : last if last >= 0 else len(text)]):
        return ASIDE
    return round(min(0.6, 0.1 + 0.005 * len(sentence.tokens) + 0.03 * len(found)), 2)
