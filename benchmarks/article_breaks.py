"""Whether paragraphs are parted where the gold text parts them: the yardstick of breaks.

A gold text has an empty line between paragraphs; single line ends stand where its markup happened to be wrapped, too,
and do not count. A break counts where the three words before it and the three after it stand next to each other in the
extracted text, too; it is right where a line ends between them there.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

_WORD = re.compile(r"\w+")
_SIDE = 3  # words on either side of a break


def break_accuracy(pairs: Iterable[tuple[str, str]]) -> float:
    """Return the share of gold breaks that are right, over pairs of gold and extracted text; 1 where there are none."""
    kept = seen = 0
    for gold, text in pairs:
        counts = breaks(gold, text)
        kept, seen = kept + counts[0], seen + counts[1]
    return kept / seen if seen else 1.0


def breaks(gold: str, text: str) -> tuple[int, int]:
    """Return how many breaks of a gold text are kept in an extracted one, and how many count."""
    words, opens = _words(text, "\n")
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in range(_SIDE, len(words) - _SIDE + 1):
        places[tuple(words[i - _SIDE : i + _SIDE])].append(i)
    wanted, parted = _words(gold, "\n\n")
    kept = seen = 0
    for i in range(_SIDE, len(wanted) - _SIDE + 1):
        if parted[i] and (found := places.get(tuple(wanted[i - _SIDE : i + _SIDE]))):
            seen += 1
            kept += any(opens[place] for place in found)
    return kept, seen


def _words(text: str, mark: str) -> tuple[list[str], list[bool]]:
    """Return a text's words in small letters, and whether a mark stands before each."""
    words, opens, end = [], [], 0
    for found in _WORD.finditer(text):
        words.append(found[0].lower())
        opens.append(mark in text[end : found.start()])
        end = found.end()
    return words, opens
