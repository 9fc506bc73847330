"""What editing leaves behind in two versions of a text: numbers that change their sign when the two are exchanged."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Final, NamedTuple

import numpy as np

from copydesk.copies.texts.align import SentenceMatch
from copydesk.copies.texts.text import CHARACTERS
from copydesk.copies.texts.text_words import stem
from copydesk.copies.texts.view import View
from copydesk.english.fact_words import TONE_HEDGES, TONE_PERSONAL, TONE_REPORTING

_YEAR: Final = re.compile(r"(?:1[89]|20[0-4])\d$")
_HEDGES: Final = frozenset(map(stem, TONE_HEDGES))
_PERSONAL: Final = frozenset(map(stem, TONE_PERSONAL))
_REPORTS: Final = frozenset(map(stem, TONE_REPORTING))
_NEWS: Final = 40
"""Words for one word of reporting, from which a text is news through and through."""
_SLIP: Final = re.compile(r" [,.;:]|[a-z](?:[,;:][a-z]|\.[a-z]{3})")
_LONG: Final = 40
"""Letters from which a line that stands there twice was repeated by mistake."""
_HEADING: Final = 4
"""Words of a line without a full stop that is no paragraph."""
Signs = tuple[float, ...]


class _Profile(NamedTuple):
    """One text's own numbers: what is compared by more or less, and what by its ratio."""

    more: tuple[float, ...]
    ratio: tuple[float, ...]


def signs(a: View, b: View, links: Sequence[SentenceMatch]) -> Signs:
    """Return what tells versions apart; with A and B exchanged each number is its negative.

    First -1, 0 or 1 each for what B has more of: words, different words, years, the latest year, commas, long words,
    quotation marks, parentheses, "the", letters a word, bars, brackets, dashes, letters in the first line, double
    spaces, empty lines, headings. Then logarithms of ratios: sentences, colons, hedges, "I" and "you", double spaces,
    empty lines, slips of punctuation, lines that stand twice, runs of four words that the other lacks, words that it
    lacks, different words that it lacks. Then which of them has the later year that the other lacks, and the
    first of all again by how little the texts have in common. Last the logarithm of the ratio of words in sentences
    that the other lacks: as it is, where the texts are news, where they are news and those sentences stand at the end,
    where they are news and those sentences share words with the others (what was cut off does, what was added less so).
    """
    one, other = _profile(a), _profile(b)
    gone, new = a.stems - b.stems, b.stems - a.stems
    common = (a.stems & b.stems).total() / max(1, min(a.words, b.words))
    spare = [
        [i for i in range(len(view.sentences)) if i not in linked]
        for view, linked in (
            (a, {i for link in links for i in link.a}),
            (b, {j for link in links for j in link.b}),
        )
    ]
    words = [sum(len(v.sentences[i].tokens) for i in rows) for v, rows in zip((a, b), spare, strict=True)]
    grown = math.log(words[1] + 3) - math.log(words[0] + 3)
    news = (_news(a) + _news(b)) / 2
    end, cohesion = _shape(*((b, spare[1]) if grown > 0 else (a, spare[0])))
    return (
        *(float((y > x) - (y < x)) for x, y in zip(one.more, other.more, strict=True)),
        *(_ratio(x, y) for x, y in zip(one.ratio, other.ratio, strict=True)),
        _ratio(*(len(np.setdiff1d(x.text.runs(), y.text.runs())) for x, y in ((a, b), (b, a)))),
        _ratio(gone.total(), new.total()),
        _ratio(len(a.stems.keys() - b.stems.keys()), len(b.stems.keys() - a.stems.keys())),
        float(np.sign(_latest(new) - _latest(gone))) if _latest(new) and _latest(gone) else 0.0,
        float(np.sign(b.words - a.words)) * (1 - common),
        grown,
        grown * news,
        grown * news * end,
        grown * news * cohesion,
    )


def _ratio(x: float, y: float) -> float:
    return math.log(y + 2) - math.log(x + 2)


def _latest(stems: Counter[str]) -> int:
    return max((int(stem) for stem in stems if _YEAR.match(stem)), default=0)


def _news(view: View) -> float:
    """Return from 0 to 1 how much a text reads like a report: who said it, on which day."""
    return min(1.0, _NEWS * sum(view.stems[word] for word in _REPORTS) / max(1, view.words))


def _shape(view: View, spare: list[int]) -> tuple[float, float]:
    """Return which share of some sentences stands after all others, and which of their content words others have."""
    others = set(range(len(view.sentences))) - set(spare)
    if not spare or not others:
        return 0.0, 0.0
    known = {token.stem for i in others for token in view.sentences[i].tokens}
    content = {token.stem for i in spare for token in view.sentences[i].tokens if token.content}
    return sum(i > max(others) for i in spare) / len(spare), len(content & known) / max(1, len(content))


def _profile(view: View) -> _Profile:
    text = view.record.text[:CHARACTERS]
    tokens = list(chain.from_iterable(sentence.tokens for sentence in view.sentences))
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    years = [int(token.stem) for token in tokens if token.number and _YEAR.match(token.stem)]

    def count(marks: str) -> int:
        return sum(map(text.count, marks))

    return _Profile(
        (
            len(tokens),
            len(view.stems),
            len(years),
            max(years, default=0),
            text.count(","),
            sum(token.end - token.start > 9 for token in tokens),
            count('"\u201c\u201d'),
            text.count("("),
            view.stems["the"],
            sum(token.end - token.start for token in tokens) / max(1, len(tokens)),
            text.count("|"),
            count("[]{}<>"),
            count("–—"),
            len(lines[0]) if lines else 0,
            text.count("  "),
            text.count("\n\n"),
            sum(len(line.split(maxsplit=_HEADING)) <= _HEADING and line[-1] not in ".,;:" for line in lines),
        ),
        (
            sum(map(text.count, (". ", "? ", "! ", ".\n"))),
            text.count(":"),
            sum(view.stems[word] for word in _HEDGES),
            sum(view.stems[word] for word in _PERSONAL),
            text.count("  "),
            text.count("\n\n"),
            sum(1 for _ in _SLIP.finditer(text)),
            sum(times - 1 for line, times in Counter(lines).items() if len(line) > _LONG),
        ),
    )
