"""Search over claims: the stories of the pages that have some words, told with those of their claims that have them."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from typing import Any, Final, TypeAlias

import msgspec

from copydesk.claims import with_claims
from copydesk.copies import Story
from copydesk.desk.desk import Desk
from copydesk.desk.query import parse
from copydesk.records import Claim, Record

MAX_PAGES: Final = 1_000
"""Pages of all stories together whose claims are found."""
MAX_HITS: Final = 500
"""Pages with the words whose stories are looked at, best first."""
_TOKENIZER: Final = "porter unicode61 remove_diacritics 2"
"""As that of the desk's own index."""
Told: TypeAlias = tuple[Story, Mapping[str, Record]]
"""A story with its claims, and its records by id."""


def search_claims(desk: Desk, words: str, **filters: Any) -> list[Told]:
    """Return the stories on a desk whose claims have some words, best first, each with these claims alone, best first.

    A page must have all the words; the claims of its story are found, and those are kept that have them: in the words
    of a page that makes it, or in a name of who is first-hand or heard it. Stories are looked at until they have
    `MAX_PAGES` pages together.

    Args:
        desk: the desk, open.
        words: as in `Desk.search`: words that must all occur, `"phrases"`, `-unwanted` words, `this OR that`.
        filters: as in `Desk.search`: only stories with a page that has the words and is so.

    Raises:
        DateError: `day` is no day or range.
        DeskError: the file is damaged.
    """
    hits = desk.search(words, **filters, limit=MAX_HITS)
    told: list[Told] = []
    pages = 0
    for story_id in dict.fromkeys(hit.story for hit in hits if hit.story):
        story = desk.story(story_id)
        pages += len(story.pages)
        if told and pages > MAX_PAGES:
            break
        records = {page: desk.record(page) for page in story.pages}
        told.append((with_claims(story, records), records))
    return list(with_words(told, words))


def with_words(told: Iterable[Told], words: str) -> Iterator[Told]:
    """Yield stories with those of their claims alone that have some words, the best first; others are left out.

    Matching and ranking (BM25) are those of the search over pages: SQLite's full-text index.
    """
    known = list(told)
    rows = [(number, claim) for number, (story, _) in enumerate(known) for claim in story.claims]
    kept: dict[int, list[Claim]] = {}
    for at in _matching([_searched(claim, known[number][1]) for number, claim in rows], words):
        number, claim = rows[at]
        kept.setdefault(number, []).append(claim)
    for number, claims in kept.items():
        story, records = known[number]
        yield msgspec.structs.replace(story, claims=tuple(claims)), records


def _searched(claim: Claim, records: Mapping[str, Record]) -> str:
    """Return what of a claim is searched: the words of its pages, who is first-hand, who heard it."""
    said = dict.fromkeys(
        " ".join(records[page.page].text[slice(*span)] for span in page.spans)
        for page in claim.pages
        if page.page in records
    )
    return "\n".join((*said, *(origin.name for origin in claim.origins), *claim.heard_by, *claim.relayed_by))


def _matching(texts: list[str], words: str) -> list[int]:
    """Return the numbers of the texts that have some words, best first; all where nothing is asked."""
    query = parse(words)
    if not query.wanted and not query.unwanted:
        return list(range(len(texts))) if query.blank else []
    with closing(sqlite3.connect(":memory:")) as index:
        index.execute(f"CREATE VIRTUAL TABLE claims USING fts5 (words, prefix='3', tokenize='{_TOKENIZER}')")
        index.executemany("INSERT INTO claims (rowid, words) VALUES (?, ?)", enumerate(texts))
        if not query.wanted:
            unwanted = {
                row for (row,) in index.execute("SELECT rowid FROM claims WHERE claims MATCH ?", (query.unwanted,))
            }
            return [row for row in range(len(texts)) if row not in unwanted]
        match = f"({query.wanted}) NOT ({query.unwanted})" if query.unwanted else query.wanted
        found = index.execute("SELECT rowid FROM claims WHERE claims MATCH ? ORDER BY rank, rowid", (match,))
        return [row for (row,) in found]
