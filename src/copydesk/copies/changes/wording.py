"""Changes of wording between two aligned sentences: words respelt, replaced, left out, put in."""

from difflib import SequenceMatcher

from copydesk.copies.changes.fact_rows import Row
from copydesk.copies.copy_types import Alteration, AlterationKind
from copydesk.english.function_words import STOP_WORDS
from copydesk.english.house_spellings import HOUSE_SPELLINGS
from copydesk.records import Span

_PHRASE = 4
"""Content words from which what was left out or put in counts as more than wording."""


def wording(a: Row, b: Row, used: tuple[set[int], set[int]]) -> list[Alteration]:
    """Return the changes of wording, apart from the words that changes of fact account for."""
    found = []
    for tag, i, k, j, m in SequenceMatcher(None, a.stems, b.stems, autojunk=False).get_opcodes():
        if tag == "equal":
            for x, y in zip(range(i, k), range(j, m), strict=True):
                before, after = a.words[x].replace(".", ""), b.words[y].replace(".", "")
                if before != after and not before.isdigit() and not after.isdigit():
                    kind: AlterationKind = "respelt" if _even(before) == _even(after) else "reworded"
                    found.append(_made(kind, a, b, a.span(x, x), b.span(y, y)))
            continue
        mine = [x for x in range(i, k) if x not in used[0]]
        theirs = [y for y in range(j, m) if y not in used[1]]
        if not _content(a, mine) and not _content(b, theirs):
            continue
        span_a = a.span(mine[0], mine[-1]) if mine else None
        span_b = b.span(theirs[0], theirs[-1]) if theirs else None
        found.append(_made(_kind(a, b, mine, theirs), a, b, span_a, span_b))
    return found


def _kind(a: Row, b: Row, mine: list[int], theirs: list[int]) -> AlterationKind:
    """Return the kind: a phrase without anything in its place was left out or put in, unless it only moved."""
    lost = {a.stems[i] for i in _content(a, mine)} - set(b.stems)
    gained = {b.stems[j] for j in _content(b, theirs)} - set(a.stems)
    if len(lost) >= _PHRASE and not gained:
        return "omission"
    if len(gained) >= _PHRASE and not lost:
        return "addition"
    return "reworded"


def _content(row: Row, places: list[int]) -> list[int]:
    return [place for place in places if row.stems[place] not in STOP_WORDS]


def _made(kind: AlterationKind, a: Row, b: Row, span_a: Span | None, span_b: Span | None) -> Alteration:
    weight = {"respelt": 0.02, "reworded": 0.05}.get(kind, 0.2)
    if kind == "omission":
        span_b = None
    elif kind == "addition":
        span_a = None
    note = {
        "respelt": "another spelling",
        "reworded": "other words",
        "omission": "phrase left out",
        "addition": "phrase put in",
    }[kind]
    return Alteration(
        kind=kind, a=span_a, b=span_b, before=a.text(span_a), after=b.text(span_b), weight=weight, note=note
    )


def _even(word: str) -> str:
    """Return a word with house spellings evened out."""
    for before, after in HOUSE_SPELLINGS:
        word = word.replace(before, after)
    return word.removesuffix("me") if word.endswith("mme") else word
