"""Whose copy a page says it is: agency credits, publishers, bylines, and reports that name a paper as their source."""

import re
from collections.abc import Iterable
from typing import Final

from copydesk.records import Record

_WORD: Final = re.compile(r"[^\W_]+")
_SMALL: Final = frozenset({"the", "of", "and", "a", "news", "agency", "com", "www", "org", "net"})


def same_source(one: str | None, other: str | None) -> bool:
    """Whether two names are one source's: the same words, or one the initials of the other (AP, Associated Press)."""
    if not one or not other:
        return False
    words = [[w.lower() for w in _WORD.findall(name) if w.lower() not in _SMALL] for name in (one, other)]
    if words[0] == words[1]:
        return bool(words[0])
    joined = ["".join(row) for row in words]
    initials = ["".join(w[0] for w in row) for row in words if row]
    return len(initials) == 2 and (
        joined[0] == joined[1]
        or (len(words[0]) > 1 and joined[1] == initials[0])
        or (len(words[1]) > 1 and joined[0] == initials[1])
    )


def label(record: Record) -> str:
    """Return what to call a page: its publisher, the file or host it came from, or its id."""
    location = record.page.location or ""
    return record.publisher or location.rstrip("/").rsplit("/", 1)[-1] or record.id[:12]


def credit(record: Record, known: Iterable[str] = ()) -> str | None:
    """Return whose copy a page says it is, or None: its agency, or a byline that is the name of a known source."""
    if record.agency:
        return record.agency
    names = [author.name for author in record.authors]
    names += [author.organization for author in record.authors if author.organization]
    return next((source for source in known for name in names if same_source(source, name)), None)


def is_own(record: Record) -> bool:
    """Whether a page is its publisher's own: no agency is credited, or the agency is the publisher."""
    return not record.agency or same_source(record.agency, record.publisher)


def rests_on(record: Record, known: Iterable[str]) -> str | None:
    """Return the paper or agency among `known` that most of a page's attributed claims are put to, or None."""
    sources = [record.words(*a.source.spans) for a in record.attributions if a.source.spans]
    for name in known:
        named = sum(1 for words in sources if name.lower() in words.lower())
        if named and 2 * named >= len(sources):
            return name
    return None
