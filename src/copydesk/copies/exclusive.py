"""What each family of a story alone reports: sentences with names or numbers that no other family has."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final
from zlib import crc32

import numpy as np

from copydesk.copies.copy_page import TracedPage
from copydesk.copies.copy_types import ExclusiveSentence
from copydesk.copies.pairing.alignment_measures import facts_of
from copydesk.copies.texts.text import Hashes, Text
from copydesk.copies.texts.text_words import stem
from copydesk.english.fact_words import DAYS, MONTHS

SENTENCES: Final = 20
"""Sentences listed for a family."""
WORDS: Final = 5
"""Words of a sentence that is listed."""
_CALENDAR: Final = np.array(sorted({crc32(stem(word).encode()) for word in DAYS | MONTHS.keys()}), np.uint64)


def exclusive(
    families: Mapping[str, Sequence[str]], pages: Mapping[str, TracedPage], shared: Mapping[str, Collection[int]]
) -> dict[str, tuple[ExclusiveSentence, ...]]:
    """Return for each family, by its id, the sentences that only its pages have; nothing where there is one family.

    Args:
        families: the pages of each family.
        pages: by id.
        shared: for each page the sentences, by number, that a page of another family has too.
    """
    if len(families) < 2:
        return dict.fromkeys(families, ())
    facts = {id_: facts_of(pages[id_].text) for ids in families.values() for id_ in ids}
    held = {key: np.unique(np.concatenate([facts[id_] for id_ in ids])) for key, ids in families.items()}
    known, families_of = np.unique(np.concatenate([*held.values()]), return_counts=True)
    common = np.union1d(known[families_of > 1], _CALENDAR)
    found: dict[str, tuple[ExclusiveSentence, ...]] = {}
    for key, ids in families.items():
        seen = common
        rows: list[ExclusiveSentence] = []
        for id_ in ids:
            page = pages[id_]
            for number in range(page.text.size):
                if len(rows) == SENTENCES:
                    break
                own = _facts(page.text, number)
                new = own[~np.isin(own, seen)]
                if len(new) and number not in shared.get(id_, ()) and page.text.lengths[number] >= WORDS:
                    span = page.text.span(number)
                    rows.append(ExclusiveSentence(page=id_, span=span, text=page.plain[slice(*span)]))
                seen = np.union1d(seen, new) if len(new) else seen
        found[key] = tuple(rows)
    return found


def _facts(text: Text, number: int) -> Hashes:
    start, end = text.bounds[number], text.bounds[number + 1]
    return facts_of(text, slice(int(start), int(end)))
