"""Page furniture known by its words: what kind a line is, with or without markup.

Only lines that are nothing but furniture match; the phrases stand in `english/furniture.py`.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final

from copydesk.articles.scorer.openers import openers
from copydesk.english.furniture import PHRASES
from copydesk.records import FurnitureKind

LONGEST: Final = 340  # characters of a line that may be furniture by its words
_STRIPPED: Final = " \u200b\ufeff|•·»«›‹→←>-–—~*[]"
# Patterns that may match from any word on are slow to fail, so they are only tried where a line has one of their words.
_LOOSE: Final = (".", r"\(?\w")
_RIGHTS: Final = "rights reserved"


_OPENERS: Final = {pattern: openers(pattern) for patterns in PHRASES.values() for pattern in patterns}


def _rule(chosen: Callable[[str], bool]) -> re.Pattern[str]:
    """Return some of the patterns as one, a group for each kind."""
    kinds = ((kind, [pattern for pattern in patterns if chosen(pattern)]) for kind, patterns in PHRASES.items())
    either = (
        f"(?P<{kind.replace('-', '_')}>{'|'.join(f'(?:{pattern})' for pattern in fit)})" for kind, fit in kinds if fit
    )
    return re.compile("|".join(either) or "(?!)")


@cache
def _any_rule() -> re.Pattern[str]:
    return _rule(lambda _: True)


@cache
def _strict_rule(opener: str) -> re.Pattern[str]:
    """Return the patterns that a line may match which opens with a character, less the loose ones.

    Each line is tried against few of them, as most lines match none, and that takes longest to find out.
    """
    return _rule(lambda pattern: not pattern.startswith(_LOOSE) and opener in (_OPENERS[pattern] or opener))


_FIRST: Final[frozenset[str]] = frozenset().union(*(some or () for some in _OPENERS.values()))
_KIND_OF: Final[dict[str | None, FurnitureKind]] = {kind.replace("-", "_"): kind for kind in PHRASES}
KIND_NUMBERS: Final[dict[FurnitureKind | None, int]] = {
    None: 0,
    **{kind: number for number, kind in enumerate(PHRASES, 1)},
}


@lru_cache(maxsize=20_000)
def kind_of(line: str) -> FurnitureKind | None:
    """Return the kind of furniture that a line is by its words alone, or None where it may be the story's own."""
    if len(line) > LONGEST:
        return None
    line = line.lower()
    if "  " in line or not line.isprintable():  # any white space but single blanks
        line = " ".join(line.split())
    line = line.strip(_STRIPPED)
    if not line:
        return None
    if "/" in line or "getty" in line or "ap photo" in line or "stock" in line or " inbox" in line or _RIGHTS in line:
        found = _any_rule().fullmatch(line)
    else:
        found = _strict_rule(line[0]).fullmatch(line) if line[0] in _FIRST else None
    return _KIND_OF[found.lastgroup] if found else None
