"""What a story's families tell the claims: in which order to read pages, whose text each is, and who copied whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from copydesk.claims.newsrooms import newsroom_name
from copydesk.claims.outlet_initials import outlets_by_initials
from copydesk.claims.statements import Statement
from copydesk.copies.copy_types import Family, Story
from copydesk.records import Record

CARRIED: Final = frozenset({"copy", "cut", "rewrite", "translation", "related"})
"""Kinds of edges whose target carries its source's statements; a follow-up is the same newsroom's later report."""

SAME_WORDS: Final = 0.9
"""Share of words from which two sentences are one that was carried."""
SAME_LENGTH: Final = 8
"""Words that such a sentence has at least."""


@dataclass(frozen=True, slots=True)
class Descent:
    """The pages of a story by descent.

    Attributes:
        order: ids of the pages, the earliest first, each after the page that it copied.
        parents: for a page that carries another page's text, that page.
        families: for each page, the id of its family.
        newsrooms: for each page, whose text it is: the agency that its family rests on, else its own publisher; empty
            where nobody tells.
        credited: pages that say whose text they are, or are of a family that does.
        translations: pages that carry their parent's text in another language.
        outlets: outlets that the story names, by their initials.
    """

    order: tuple[str, ...]
    parents: Mapping[str, str]
    families: Mapping[str, str]
    newsrooms: Mapping[str, str]
    credited: frozenset[str] = frozenset()
    translations: frozenset[str] = frozenset()
    outlets: Mapping[str, str] = field(default_factory=dict)


def descent(story: Story, records: Mapping[str, Record]) -> Descent:
    """Return how the pages of a story descend from each other; pages without a record are left out."""
    pages = [page for page in story.pages if page in records]
    parents = {
        edge.target: edge.source
        for edge in story.edges
        if edge.kind in CARRIED and edge.source in records and edge.target in records
    }
    families = {member: family.id for family in story.families for member in family.members}
    sources = {member: family.source for family in story.families for member in family.members if _credited(family)}
    return Descent(
        order=_parents_first(sorted(pages, key=lambda page: _when(records[page])), parents),
        parents=parents,
        families={page: families.get(page, page) for page in pages},
        newsrooms={page: _newsroom(records[page], sources.get(page, "")) for page in pages},
        credited=frozenset(page for page in pages if records[page].agency or page in sources),
        translations=frozenset(page for page, parent in parents.items() if _foreign(records[page], records[parent])),
        outlets=outlets_by_initials(records[page] for page in sorted(pages)),
    )


def carried_from(found: Sequence[Statement], chain: Descent) -> dict[str, str]:
    """Return, for each page that carries a claim in another page's words, that page.

    A page carries its parent's words where the parent has the claim, too; and those of an earlier page (or of one that
    says whose text it is, where it does not itself) whose sentence is the same: newsrooms that hear one speaker write
    sentences of their own. The same quotation proves nothing.
    """
    on = {one.page for one in found}
    out = {page: parent for page in on if (parent := chain.parents.get(page)) in on and parent is not None}
    place = {page: (page not in chain.credited, number) for number, page in enumerate(chain.order)}
    told = sorted((one for one in found if len(one.stems) >= SAME_LENGTH), key=lambda one: place[one.page])
    for at, one in enumerate(told):
        if one.page not in out:
            first = next((other for other in told[:at] if other.page != one.page and _echoes(one, other)), None)
            if first is not None and out.get(first.page) != one.page:
                out[one.page] = first.page
    return out


def _echoes(one: Statement, other: Statement) -> bool:
    quoted = any(s.attribution and s.attribution.content.speech == "direct" for s in (one, other))
    shared = len(one.stems & other.stems)
    return not quoted and shared >= SAME_WORDS * max(len(one.stems), len(other.stems))


def _when(record: Record) -> tuple[str, str]:
    return (record.told or "~", record.id)


def _credited(family: Family) -> bool:
    return any(member.startswith("missing:") for member in family.members)


def _foreign(one: Record, other: Record) -> bool:
    return None not in (one.page.language, other.page.language) and one.page.language != other.page.language


def _newsroom(record: Record, source: str) -> str:
    """Return whose text a page is; empty where the page does not tell and has no address."""
    name = record.agency or source or record.publisher or urlsplit(record.page.location or "").hostname or ""
    return newsroom_name(name.removeprefix("www."))


def _parents_first(pages: list[str], parents: Mapping[str, str]) -> tuple[str, ...]:
    out: dict[str, None] = {}
    for page in pages:
        chain = [page]
        while (above := parents.get(chain[-1])) is not None and above not in out and above not in chain:
            chain.append(above)
        out.update(dict.fromkeys(reversed(chain)))
    return tuple(out)
