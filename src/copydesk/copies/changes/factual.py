"""Changes of fact between two aligned sentences: what the one names, counts, dates, denies, doubts or quotes otherwise.

Facts that both sides hold are set aside; what is left over is paired by how alike it is and by the words beside it, so
a clause may have moved within the sentence.
"""

from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import Final

from copydesk.copies.changes.attributed import attributed
from copydesk.copies.changes.bounds import offices, ranks
from copydesk.copies.changes.fact_rows import Row
from copydesk.copies.changes.items import Item
from copydesk.copies.changes.severity import alteration
from copydesk.copies.changes.turned import exchanged, settle, turned
from copydesk.copies.copy_types import Alteration, AlterationKind
from copydesk.english.fact_words import (
    ASKING,
    ENDINGS,
    EXPECTED,
    HAVING,
    NEGATION,
    ORDINALS,
    RENAMED,
    UNKNOWN,
    WEAK_DOUBT,
)
from copydesk.english.function_words import AUXILIARIES, STOP_WORDS
from copydesk.reading.peoples import base_of
from copydesk.records import Span, Time

MOST: Final = 900
"""Pairs of facts that are weighed against each other in a sentence; no sentence that people write has more."""
KEPT: Final = 2
"""Content words beside a negation or a doubt that the other side must keep, for it to have lost the negation alone."""
HALF: Final = 0.5
"""Share of the content words of two sentences in common, from which one of those words beside it is enough."""
GLUED: Final = 5
"""Letters of a name that begins another, from which it is that name cut short, or with more run onto it."""
LETTERS: Final = 6
"""Letters of an abbreviation."""
FEW: Final = 4
"""Words that may stand in the place of a phrase of doubt."""
_PAIRED: Final = 0.75
"""Likeness from which two left-over facts are held to stand for each other."""


def changes(a: Row, b: Row) -> tuple[list[Alteration], tuple[set[int], set[int]]]:
    """Return the changes of fact, and which words of either side they account for."""
    used: tuple[set[int], set[int]] = (set(), set())
    opposites, spare = settle(a, b, turned(a, b))
    found = [*_facts(a, b, used, spare), *_denied(a, b, used), *_opposite(a, b, used, opposites)]
    found += exchanged(a, b, used)
    found += [*ranks(a, b, ORDINALS), *offices(a, b), *attributed(a, b, used), *_quoted(a, b)]
    return found, used


def _facts(a: Row, b: Row, used: tuple[set[int], set[int]], spare: tuple[set[int], set[int]]) -> list[Alteration]:
    """Return names, numbers, dates, doubts and negations that differ, without negations that only paraphrase."""
    left_a, left_b = (
        [item for item in left if item.kind != "negation" or item.place not in places]
        for left, places in zip(_left_over(a, b), spare, strict=True)
    )
    left_a, left_b = _other_times(a, b, left_a), _other_times(b, a, left_b)
    left_a, left_b, respelt = _respellings(a, b, left_a, left_b)
    free = [(x, y) for x in left_a for y in left_b if x.sort == y.sort and x.kind not in {"negation", "certainty"}]
    pairs = _best(a, b, free, len(free), _PAIRED)
    found = respelt
    for x, y in pairs:
        used[0].add(x.place)
        used[1].add(y.place)
        kind: AlterationKind = "place" if x.kind == y.kind == "place" else "name" if x.kind == "place" else x.kind
        note = {"date": f"another {x.sort}", "number": "another number", "place": "another place"}.get(kind, "")
        spans = a.span(x.place, x.place), b.span(y.place, y.place)
        found.append(alteration(kind, a, b, *spans, note or "another name"))
    gone = [x for x in left_a if all(x is not pair[0] for pair in pairs)]
    new = [y for y in left_b if all(y is not pair[1] for pair in pairs)]
    gone, new = _less_doubt(gone, new)
    for side, left, note in ((0, gone, "dropped"), (1, new, "put in")):
        one, other = (b, a) if side else (a, b)
        for x in left:
            if x.kind not in {"negation", "certainty"} or not _stands(one, other, x):
                continue
            mine, theirs = _phrase(one, x), _instead(one, other, x)
            if x.kind == "certainty" and {other.words[i] for i in theirs} == {"can"}:
                continue  # what one may do, one can do
            used[side].update(mine)
            used[1 - side].update(theirs)
            span = one.span(mine[0], mine[-1])
            instead = other.span(theirs[0], theirs[-1]) if theirs else None
            word = "negation" if x.kind == "negation" else "doubt"
            span_a, span_b = (instead, span) if side else (span, instead)
            found.append(alteration(x.kind, a, b, span_a, span_b, f"{word} {note}"))
    return found


def _phrase(row: Row, item: Item) -> range:
    """Return the places of a word of doubt or negation, with `is` before it and `to` after it where it needs them."""
    if item.sort != "phrase":
        return range(item.place, item.place + 1)
    first = item.place
    if row.words[first] in EXPECTED:
        first = next(i for i in (first - 1, first - 2) if i >= 0 and row.words[i] in AUXILIARIES)
    return range(first, item.place + 2)


def _instead(one: Row, other: Row, item: Item) -> range:
    """Return the places of the few words that stand on the other side in the place of a word of doubt."""
    if item.kind == "certainty":
        for tag, i, k, j, m in SequenceMatcher(None, one.words, other.words, autojunk=False).get_opcodes():
            if tag == "replace" and i <= item.place < k and max(k - i, m - j) <= FEW:
                return range(j, m)
    return range(0)


def _less_doubt(gone: list[Item], new: list[Item]) -> tuple[list[Item], list[Item]]:
    """Return the items without words of doubt that stand for each other: may for perhaps, is expected to for might."""
    for x in [item for item in gone if item.kind == "certainty"]:
        other = next((item for item in new if item.kind == "certainty"), None)
        if other:
            gone = [item for item in gone if item is not x]
            new = [item for item in new if item is not other]
    return gone, new


def _left_over(a: Row, b: Row) -> tuple[list[Item], list[Item]]:
    """Return the facts of either side that the other does not hold; of one held oftener, those in the oddest place."""
    groups: dict[tuple[str, str], tuple[list[Item], list[Item]]] = {}
    for side, row in enumerate((a, b)):
        for item in row.items:
            groups.setdefault((item.sort, item.key), ([], []))[side].append(item)
    left: tuple[list[Item], list[Item]] = ([], [])
    for mine, theirs in groups.values():
        if len(mine) != len(theirs) and mine and theirs:
            for x, y in _best(a, b, [(x, y) for x in mine for y in theirs], min(len(mine), len(theirs))):
                mine.remove(x)
                theirs.remove(y)
        if len(mine) != len(theirs):
            left[0].extend(mine)
            left[1].extend(theirs)
    return sorted(left[0], key=lambda item: item.place), sorted(left[1], key=lambda item: item.place)


def _single(word: str) -> str:
    return "".join(char for char, _ in groupby(word))


def _best(a: Row, b: Row, pairs: list[tuple[Item, Item]], most: int, floor: float = -1.0) -> list[tuple[Item, Item]]:
    """Return at most so many pairs of facts, the likeliest first, each fact once."""
    scored = sorted(((_likeness(a, b, x, y), x, y) for x, y in pairs[:MOST]), key=lambda row: -row[0])
    chosen: list[tuple[Item, Item]] = []
    seen: set[tuple[int, int]] = set()
    for score, x, y in scored:
        if len(chosen) < most and score >= floor and (0, x.place) not in seen and (1, y.place) not in seen:
            seen |= {(0, x.place), (1, y.place)}
            chosen.append((x, y))
    return chosen


def _other_times(one: Row, other: Row, left: list[Item]) -> list[Item]:
    """Return the items left, without parts of dates that the records resolve to a time which the other side names."""
    theirs = {time.value for time in _times(other)} - {None}
    same = [time.span for time in _times(one) if time.value in theirs and "X" not in str(time.value)]
    starts = {i: one.tokens[i].start for i in range(len(one.tokens))}
    return [x for x in left if x.kind != "date" or not any(s <= starts[x.place] < e for s, e in same)]


def _times(row: Row) -> list[Time]:
    start, end = row.tokens[0].start, row.tokens[-1].end
    return [time for time in row.view.record.times if start <= time.span[0] and time.span[1] <= end]


def _respellings(
    a: Row, b: Row, left_a: list[Item], left_b: list[Item]
) -> tuple[list[Item], list[Item], list[Alteration]]:
    """Set aside names that are one name in two forms (Kyiv and Kiev where a record says so, Ukraine and Ukrainian)."""
    found: list[Alteration] = []
    gone_a, gone_b = set(), set()
    variants = [
        {word.lower() for form in (entity.name, *entity.variants) for word in form.split()}
        for row in (a, b)
        for entity in row.view.record.entities
        if entity.variants
    ]
    for x in left_a:
        for y in left_b:
            if y in gone_b or x.sort != "name" or y.sort != "name":
                continue
            form = _one_name(x.key, y.key) or any(x.key in forms and y.key in forms for forms in variants)
            form = form or _initials(a, x, b, y) or _initials(b, y, a, x)
            if form:
                gone_a.add(x)
                gone_b.add(y)
                spans = a.span(x.place, x.place), b.span(y.place, y.place)
                found.append(alteration("respelt", a, b, *spans, "the same name in another form"))
                break
    return [x for x in left_a if x not in gone_a], [y for y in left_b if y not in gone_b], found


def _initials(one: Row, x: Item, other: Row, y: Item) -> bool:
    """Whether a name is made of the first letters of the capitalised words of which the other is one (E.U., EU)."""
    size = len(x.key)
    if (
        not 1 < size <= LETTERS
        or not one.view.record.text[slice(*one.span(x.place, x.place))].replace(".", "").isupper()
    ):
        return False
    for first in range(max(0, y.place - size + 1), y.place + 1):
        run = other.tokens[first : first + size]
        if all(token.capital for token in run) and "".join(token.stem[:1] for token in run) == x.key:
            return True
    return False


def _one_name(x: str, y: str) -> bool:
    """Whether two names are forms of one: renamed, a letter doubled, or with the ending of a nationality."""
    if frozenset((x, y)) in RENAMED or _single(x) == _single(y) or base_of(x) == base_of(y):
        return True
    if min(len(x), len(y)) >= GLUED and (x.startswith(y) or y.startswith(x)):  # Calif, California; words run together
        return True
    stem = 0
    while stem < min(len(x), len(y)) and x[stem] == y[stem]:
        stem += 1
    rest = x[stem:], y[stem:]
    if stem >= 4 and (set(rest) == {"", "y"} or (stem > 4 and set(rest) == {"a", "e"})):  # Germany, German; Defensa
        return True
    return (
        stem >= 4
        and all(not r or r in ENDINGS or r in {"a", "e", "y"} for r in rest)
        and any(r in ENDINGS for r in rest)
    )


def _likeness(a: Row, b: Row, x: Item, y: Item) -> float:
    spelling = SequenceMatcher(None, x.key, y.key, autojunk=False).ratio() if x.sort == "name" else 0.45
    beside = 0.0
    for step, weight in ((-1, 0.4), (1, 0.4), (-2, 0.2), (2, 0.2), (-3, 0.1), (3, 0.1)):
        i, j = x.place + step, y.place + step
        inside = 0 <= i < len(a.stems) and 0 <= j < len(b.stems)
        edge = (i in {-1, len(a.stems)}) and (j in {-1, len(b.stems)})
        beside += weight if edge or (inside and a.stems[i] == b.stems[j]) else 0
    apart = abs(x.place / len(a.stems) - y.place / len(b.stems))
    return (spelling if spelling >= 0.45 else spelling / 2) + beside + 0.2 * (0.2 - apart)


def _stands(one: Row, other: Row, item: Item) -> bool:
    """Whether the other side keeps what a negation or a word of doubt goes with, and has no weaker word for it."""
    weaker = {"open": ASKING, "unknown": UNKNOWN}.get(item.sort, WEAK_DOUBT)
    if item.kind == "certainty" and weaker & set(other.words) - set(one.words):
        return False
    near = range(max(0, item.place - 3), min(len(one.stems), item.place + 4))
    content = [i for i in near if i != item.place and one.tokens[i].content]
    shared = [i for i in content if one.stems[i] in other.stems]
    return bool(shared) and (len(shared) >= min(KEPT, len(content)) or _overlap(one, other) >= HALF)


def _overlap(one: Row, other: Row) -> float:
    """Return the share of the content words of the row with fewer that the other has."""
    mine, theirs = ({t.stem for t in row.tokens if t.content} for row in (one, other))
    return len(mine & theirs) / max(min(len(mine), len(theirs)), 1)


def _denied(a: Row, b: Row, used: tuple[set[int], set[int]]) -> list[Alteration]:
    """Return where one side says that there is none of a thing and the other that somebody does not do something."""
    found = []
    for one, other, back in ((a, b, False), (b, a, True)):
        bare, acting = _denies_having(one), _denies_doing(other)
        known = {one.stems[last] for _, last in _denies_doing(one)}
        acting = [place for place in acting if other.stems[place[1]] not in known]
        if len(bare) > len(_denies_having(other)) and len(_denies_doing(other)) > len(_denies_doing(one)) and acting:
            spans = one.span(*bare[0]), other.span(*acting[0])
            mine, theirs = used[::-1] if back else used
            mine.update(range(bare[0][0], bare[0][1] + 1))
            theirs.update(range(acting[0][0], acting[0][1] + 1))
            span_a, span_b = spans[::-1] if back else spans
            found.append(alteration("meaning", a, b, span_a, span_b, "another thing is denied"))
    return found


def _denies_having(row: Row) -> list[tuple[int, int]]:
    pairs = enumerate(pairwise(row.words))
    return [(place, place + 1) for place, (word, after) in pairs if word in HAVING and after == "no"]


def _denies_doing(row: Row) -> list[tuple[int, int]]:
    return [
        (place - (word == "not" and place > 0), place + 1)
        for place, (word, verb) in enumerate(pairwise(row.words))
        if (word == "not" or word.endswith("n't"))
        and row.tokens[place + 1].content
        and verb not in HAVING
        and verb not in AUXILIARIES
    ]


def _opposite(a: Row, b: Row, used: tuple[set[int], set[int]], pairs: list[tuple[int, int]]) -> list[Alteration]:
    """Return words that were replaced by their opposites."""
    for i, j in pairs:
        used[0].add(i)
        used[1].add(j)
    return [alteration("meaning", a, b, a.span(i, i), b.span(j, j), "the opposite") for i, j in pairs]


def _quoted(a: Row, b: Row) -> list[Alteration]:
    """Return quotations whose words were changed."""
    found = []
    theirs = {span: _stems_in(b, span) for span in b.quotes}
    for span in a.quotes:
        mine = _stems_in(a, span)
        best = max(theirs, key=lambda other: _alike(mine, theirs[other]), default=None)
        if (
            len(mine) > 2
            and best
            and 0.5 <= _alike(mine, theirs[best]) < 1
            and _telling(mine) != _telling(theirs[best])
            and not _within(mine, theirs[best])
            and not _within(theirs[best], mine)
        ):
            found.append(alteration("quote", a, b, span, best, "quoted otherwise"))
    return found


def _within(part: list[str], whole: list[str]) -> bool:
    """Whether words stand in a row among others: a quotation that was trimmed, or given at more length."""
    return any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))


def _telling(stems: list[str]) -> list[str]:
    told = ("not" if stem == "cannot" or stem.endswith("n't") else stem for stem in stems)
    return [stem for stem in told if stem not in STOP_WORDS or stem in NEGATION]


def _stems_in(row: Row, span: Span) -> list[str]:
    return [token.stem for token in row.tokens if span[0] <= token.start < span[1]]


def _alike(x: list[str], y: list[str]) -> float:
    return SequenceMatcher(None, x, y, autojunk=False).ratio()
