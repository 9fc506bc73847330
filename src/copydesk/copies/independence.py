"""What each family of a story alone reports: sentences with names or numbers that no other family has."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from copydesk.copies.pairing.pairs import Pair
from copydesk.copies.texts.lexicon import DAYS, MONTHS
from copydesk.copies.texts.view import Sentence, View, low
from copydesk.copies.types import Sole

MOST: Final = 20
"""Sentences listed for a family."""
SAME: Final = 0.5
"""Similarity from which a sentence of a copy tells nothing new."""


def alone(
    families: Mapping[str, Sequence[str]], views: Mapping[str, View], pairs: Sequence[Pair]
) -> dict[str, tuple[Sole, ...]]:
    """Return for each family, by its id, the sentences that only its pages have; nothing where there is one family."""
    if len(families) < 2:
        return dict.fromkeys(families, ())
    family_of = {page: key for key, pages in families.items() for page in pages}
    shared, links = _aligned(pairs, family_of), _links(pairs)
    held = {
        key: {fact for page in pages for s in views[page].sentences for fact in _facts(views[page], s)}
        for key, pages in families.items()
    }
    found: dict[str, tuple[Sole, ...]] = {}
    for key, pages in families.items():
        others = set().union(*(facts for other, facts in held.items() if other != key))
        seen: set[str] = set()
        rows: list[Sole] = []
        told: set[tuple[str, int]] = set()
        for page in pages:
            for number, sentence in enumerate(views[page].sentences):
                new = _facts(views[page], sentence) - others - seen
                if new and (page, number) not in shared | told and len(sentence.tokens) > 4 and len(rows) < MOST:
                    rows.append(
                        Sole(page=page, span=sentence.span, text=views[page].record.text[slice(*sentence.span)])
                    )
                seen |= new
            told |= links[page]
        found[key] = tuple(rows)
    return found


def _links(pairs: Sequence[Pair]) -> dict[str, set[tuple[str, int]]]:
    """Return for each page the sentences of other pages that say what it says."""
    found: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for pair in pairs:
        same = [link for link in pair.alignment.links if link.similarity >= SAME]
        found[pair.first] |= {(pair.second, j) for link in same for j in link.b}
        found[pair.second] |= {(pair.first, i) for link in same for i in link.a}
    return found


def _aligned(pairs: Iterable[Pair], family_of: Mapping[str, str]) -> set[tuple[str, int]]:
    """Return the sentences, by page and number, that a page of another family has too."""
    found = set()
    for pair in pairs:
        if family_of[pair.first] != family_of[pair.second]:
            found |= {(pair.first, i) for link in pair.alignment.links for i in link.a}
            found |= {(pair.second, j) for link in pair.alignment.links for j in link.b}
    return found


def _facts(view: View, sentence: Sentence) -> set[str]:
    return {
        token.stem
        for place, token in enumerate(sentence.tokens)
        if token.number or (token.capital and place and token.content and low(view, token) not in DAYS | MONTHS.keys())
    }
