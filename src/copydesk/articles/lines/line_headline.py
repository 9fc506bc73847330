"""Which line of text without markup is its headline: each line above the story is weighed, the best one taken.

The weights are those of a conditional logit (McFadden 1974) over the lines of a page; whether the best line is a
headline at all, a logistic regression decides, since many texts are stored without theirs. Both are fitted by
`training.headlines`.
"""

import math
import re
from collections import Counter
from collections.abc import Set
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from copydesk.articles.paragraphs import SENTENCE_END
from copydesk.english.function_words import COMMONEST
from copydesk.english.page_words import BELOW_HEADLINE, NO_HEADLINE
from copydesk.records import FurnitureKind

_ABOVE: Final = 40  # lines above the story's first among which the headline stands
_NEAR: Final = 12  # and those among which one of few words does
_TOLD: Final = 60  # lines of the story that are compared with the headline
_SIGNED: Final = 5  # lines below within which a byline, a day or a reading time counts
_FEW: Final = 1.0  # words by which short lines count for less
_LONGEST, _MOST = 220, 30  # characters and words of a headline
_BRIEF, _LONG = 4, 16  # words under and over which a line is less likely to be one
_FEWEST: Final = 3  # words of a headline that opens a text
_APART: Final = re.compile(r"[|❯»›>/•·]|\s[–—-]\s")
_WORD: Final = re.compile(r"\w+")
WEIGHTS: Final = {
    "taken up": 6.9,
    "far": -0.7,
    "next": 0.7,
    "signed": 2.5,
    "soon": 0.3,
    "words": 1.7,
    "brief": -1.5,
    "long": -2.3,
    "parts": -1.8,
    "composed": -1.2,
    "story": -2.6,
    "capitals": 1.3,
    "after brief": 0.9,
}
"""How much the story takes up a line's words; how far above the story's first it stands, and whether it is next to it;
whether a byline or the like stands below, and how soon; how many words it has, few, many; whether signs part it, and
whether another line stands at its beginning or end (a breadcrumb); how likely it is the story's; how many of its words
begin with a capital; whether a line of few words stands above."""


CHECK: Final = {
    "bias": -2.01,
    "taken up": 1.67,
    "far": -0.30,
    "next": -0.03,
    "signed": 0.51,
    "soon": 0.12,
    "words": 0.24,
    "brief": -0.50,
    "long": -0.44,
    "parts": -1.57,
    "composed": -0.29,
    "story": -2.11,
    "capitals": 0.22,
    "after brief": 0.36,
    "weight": 0.18,
    "share": 1.45,
    "only": -1.10,
    "letters": -1.33,
    "timed": -4.52,
}
"""Weights by which the best line is a headline at all: the same features, its weight by `WEIGHTS`, its share among the
candidates (softmax), whether it is the only one, how many of its words have letters, whether it tells a time or a name
of an account."""
SURE: Final = 0.2
"""Probability from which on the best line is told as the headline: set by hand, by the texts of one real day, where it
drops sixty wrong lines (times, credits of pictures, names of sites) and twenty right ones of 490."""


class Lines(NamedTuple):
    """A page's lines as far as they are told apart when its headline is looked for, all lists of equal length.

    Attributes:
        texts: the lines.
        kinds: the kind of furniture that each is by its words alone.
        probabilities: how likely each is the story's.
        story: whether each is the story's.
    """

    texts: list[str]
    kinds: list[FurnitureKind | None]
    probabilities: list[float]
    story: list[bool]

    @property
    def first(self) -> int:
        """The story's first line."""
        return self.story.index(True) if True in self.story else 0


def headline_in(page: Lines, masthead: Set[int]) -> int | None:
    """Return the line that is the page's headline, given the masthead's other lines; None where none is."""
    found = candidates(page, masthead)
    if not found:
        return None
    table = described(page, found, masthead)
    place, features = best_of([page.texts[i] for i in found], table)
    best = found[place]
    total = CHECK["bias"] + sum(CHECK[name] * value for name, value in features.items())
    far = page.first - best > _NEAR
    is_far_word = far and page.texts[best].count(" ") + 1 < _BRIEF
    is_likely = 1 / (1 + math.exp(-total)) >= SURE
    return best if not is_far_word and (is_likely or _opens(page, best, features)) else None


def _opens(page: Lines, line: int, features: dict[str, float]) -> bool:
    """Return whether a line of a few words opens a text, right above its story: how people paste one."""
    words = [word for word in page.texts[line].split() if word[0].isalpha()]
    return line == 0 and page.first == 1 and len(words) >= _FEWEST and not features["timed"]


def best_of(lines: list[str], table: npt.NDArray[np.float64]) -> tuple[int, dict[str, float]]:
    """Return which candidate is the best, and what tells whether it is a headline, by name.

    Args:
        lines: the candidates' words.
        table: their features, as `described` gives them.
    """
    weights = table @ np.array(list(WEIGHTS.values()))
    place = int(np.argmax(weights))
    words = lines[place].split()
    features = dict(zip(WEIGHTS, table[place].tolist(), strict=True))
    features["weight"] = float(weights[place])
    features["share"] = float(1 / np.exp(weights - weights[place]).sum())
    features["only"] = float(len(lines) == 1)
    features["letters"] = sum(any(map(str.isalpha, word)) for word in words) / len(words)
    features["timed"] = float(NO_HEADLINE.search(lines[place]) is not None)
    return place, features


def candidates(page: Lines, masthead: Set[int]) -> list[int]:
    """Return the lines that may be the headline: at or above the story's first, short, and no sentences."""
    first = page.first
    return [
        i
        for i in range(max(0, first - _ABOVE), min(first + 1, len(page.texts)))
        if not page.kinds[i]
        and i not in masthead
        and len(page.texts[i]) < _LONGEST
        and page.texts[i].count(" ") < _MOST
        and not SENTENCE_END.search(page.texts[i].rstrip("?!"))
    ]


def described(page: Lines, found: list[int], masthead: Set[int]) -> npt.NDArray[np.float64]:
    """Return (candidates, features), the features in the order of `WEIGHTS`."""
    lines, first = page.texts, page.first
    told = [i for i in range(first, len(lines)) if page.story[i]][:_TOLD]
    counts = Counter(word for i in told for word in frozenset(_telling(lines[i])))
    others = {lines[i].lower() for i in found if lines[i].count(" ") >= 2}
    rows = []
    for i in found:
        line, low = lines[i], lines[i].lower()
        words = line.split()
        below = range(i + 1, min(i + _SIGNED, len(lines)))
        signed = next((at - i for at in below if at in masthead or BELOW_HEADLINE.match(lines[at])), 0)
        rows.append(
            (
                _taken_up(_telling(line), counts, i in told),
                math.log1p(first - i),
                i == first - 1,
                signed > 0,
                1 / signed if signed else 0,
                math.log(len(words)),
                len(words) < _BRIEF,
                len(words) > _LONG,
                _APART.search(line) is not None,
                any(low != other and (low.startswith(other) or low.endswith(other)) for other in others),
                page.probabilities[i],
                sum(word[0].isupper() for word in words) / len(words),
                i > 0 and lines[i - 1].count(" ") + 1 < _BRIEF,
            )
        )
    return np.array(rows, dtype=np.float64)


def _telling(line: str) -> list[str]:
    """Return the telling words of a line, in small letters, without a plural's ending."""
    return [word.removesuffix("s") for word in _WORD.findall(line.lower()) if word not in COMMONEST and len(word) > 2]


def _taken_up(words: list[str], counts: Counter[str], is_told: bool) -> float:
    """Return how much of a line's words the story takes up, twice at best; few words count for less."""
    taken = sum(min(counts[word] - is_told, 2) for word in words) / 2
    return taken / (len(words) + _FEW)
