"""Quantities in English news: numbers with what they count or measure, and whether they are bounds or about so many.

The way of a text: `numerals` finds numbers as written, `measures` their units, bounds and ages; what a number without a
unit counts is read off the parse by `counted`, whose casualties `casualties` tells apart.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from copydesk.english.amounts import Bound
from copydesk.language import Document
from copydesk.reading.quantities.counted import counted
from copydesk.reading.quantities.measures import Measure, age, bound_after, bound_before, measure, minus_before
from copydesk.reading.quantities.nearby import counted_nearby
from copydesk.reading.quantities.numerals import Numeral, numerals
from copydesk.reading.trees import DependencyTree
from copydesk.records import Quantity, Span, Time

__all__ = ["find_quantities"]


def find_quantities(text: str, times: Iterable[Time], document: Document | None = None) -> tuple[Quantity, ...]:
    """Find numbers with what they count ("31 countries") or measure ("$1.2 billion", "5 percent", "a man, 44,").

    A span holds the words of the bound, the number and the unit or the noun. Numbers inside `times`, bare numbers that
    count nothing, numbers in names and vague ones ("dozens") are left out.

    Args:
        text: the text.
        times: its time expressions, whose numbers are no quantities.
        document: what the language model says about it; without one, only the words next to a number are looked at.
    """
    tree = DependencyTree(document) if document is not None and len(document) else None
    taken = sorted(time.span for time in times)
    found: list[Quantity] = []
    for number in numerals(text):
        quantity = _quantity(text, number, tree)
        if quantity is None or (found and quantity.span[0] < found[-1].span[1]):
            continue
        if quantity.kind != "age" and _overlaps(taken, (number.at, number.end)):
            continue
        found.append(_tight(text, quantity))
    return tuple(found)


def _tight(text: str, quantity: Quantity) -> Quantity:
    """Return a quantity whose span begins with no space, and whose thing counted with no quotation mark."""
    start, end = quantity.span
    start += len(text[start:end]) - len(text[start:end].lstrip())
    of = quantity.of.strip(_MARKS) if quantity.of else None
    return msgspec.structs.replace(quantity, span=(start, end), of=of or None)


_MARKS = '“”"‘’«» '


def _overlaps(taken: list[Span], span: Span) -> bool:
    at = bisect_right(taken, (span[1], -1)) - 1
    return at >= 0 and taken[at][1] > span[0] and taken[at][0] < span[1]


def _quantity(text: str, number: Numeral, tree: DependencyTree | None) -> Quantity | None:
    bound, start = bound_before(text, number.start)
    end = age(text, number)
    if end is None and tree is not None and _stated_age(text, number, tree):
        end = number.end
    if end is not None:
        return _made(number, (start, end), Measure("year", "age", end), None, bound)
    size = measure(text, number)
    if size is not None:
        if size.kind in ("temperature", "share") and (minus := minus_before(text, number)) is not None:
            number.value, start = -number.value, minus
        of, end = _share_of(text, size, tree)
        if bound is None:
            bound, end = bound_after(text, end)
        return _made(number, (start, end), size, of or size.of, bound)
    count = counted(tree, number, bound is not None) if tree else counted_nearby(text, number)
    if count is None:
        return None
    after, end = bound_after(text, count.end)
    return _made(number, (start, end), Measure(None, count.kind, end), count.of, bound or after)


def _made(number: Numeral, span: Span, size: Measure, of: str | None, bound: Bound | None) -> Quantity:
    return Quantity(
        span=span, value=round(number.value, 6), high=number.high, unit=size.unit, of=of, kind=size.kind, bound=bound
    )


def _share_of(text: str, size: Measure, tree: DependencyTree | None) -> tuple[str | None, int]:
    """Return what a percentage is a share of ("41 percent of voters"), and where the quantity ends."""
    if size.kind != "share" or tree is None or not text.startswith(" of ", size.end):
        return None, size.end
    token, _ = tree.document.words_in(size.end + 1, size.end + 3)
    noun = tree.heads[token]
    if not token < noun < token + 8 or tree.tags[noun] not in ("NOUN", "PROPN"):
        return None, size.end
    start = token + 1
    while start < noun and tree.tags[start] in ("DET", "PRON"):
        start += 1
    return text[tree.start(start) : tree.end(noun)], tree.end(noun)


_AFTER_AGE = re.compile(r"[ ]?[,.;)—–―]|[ ]?$")


def _stated_age(text: str, number: Numeral, tree: DependencyTree) -> bool:
    """Tell whether a bare number is the age of the person named before it: "Ana Ruiz, 44,", "Ana Ruiz (44)"."""
    if not (number.digits and number.plain and 1 <= number.value <= 115) or number.sign:
        return False
    if not _AFTER_AGE.match(text, number.end):
        return False
    token, _ = tree.document.words_in(number.at, number.end)
    comma = token - 1
    if tree.word(comma).lower() == "now":
        if number.value >= 16 and tree.word(token + 1) == ",":
            return True
        comma -= 1
    return tree.word(comma) in (",", "(") and any(name.type == "PERSON" for name in tree.names(comma - 1))
