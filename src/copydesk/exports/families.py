"""Families of stories in forms that other programs read: CSV, schema.org JSON-LD, FollowTheMoney.

JSON-LD: a NewsArticle `isBasedOn` the page, or the credited agency's text, that it was made from, where the order is
told, and gives as `citation` the pages with which it shares a passage. In FollowTheMoney each is an UnknownLink.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from copydesk.copies.types import Edge, Story
from copydesk.exports.iris import page_iri, stable_uuid, web_address
from copydesk.exports.stream import without_nothing
from copydesk.exports.tables import guarded
from copydesk.records import Record

Told = tuple[Story, Mapping[str, Record]]
"""A story, and its records by id."""
COLUMNS: Final = (
    "story", "family", "root", "agency", "page", "location", "kind", "source", "copied", "confidence", "evidence",
    "passages",
)  # fmt: skip
TOLD: Final = 0.7
"""Confidence from which an order is told."""
_SEPARATOR: Final = " | "


def as_csv(stories: Iterable[Told]) -> Iterator[str]:
    """Yield the lines of one CSV table: a row for each page, with its family, what it came from, shared passages."""
    yield _csv(COLUMNS)
    for story, records in stories:
        edges = {edge.target: edge for edge in story.edges}
        families = {member: family for family in story.families for member in family.members}
        for node in story.nodes:
            family, edge = families[node.id], edges.get(node.id)
            shared = [
                f"{p.source}: {start}-{end}" for p in story.passages if p.target == node.id for start, end in p.spans
            ]
            record = records.get(node.id)
            yield _csv((
                story.id, family.id, family.root or "", family.agency or "", node.id,
                (record.page.location or "") if record else "", node.kind,
                *((edge.source, f"{edge.copied:.2f}", f"{edge.confidence:.2f}", _SEPARATOR.join(edge.evidence))
                  if edge else ("",) * 4),
                _SEPARATOR.join(shared),
            ))  # fmt: skip


def as_json_ld(stories: Iterable[Told]) -> Iterator[str]:
    """Yield one JSON-LD document: an article for each page, with what it is based on and what it cites."""
    graph = [one for story, records in stories for one in _articles(story, records)]
    yield json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)


def _articles(story: Story, records: Mapping[str, Record]) -> Iterator[dict[str, Any]]:
    edges = {edge.target: edge for edge in story.edges if edge.confidence >= TOLD}
    cited: dict[str, list[str]] = {}
    for passage in story.passages:
        cited.setdefault(passage.target, []).append(passage.source)
    for page in story.pages:
        if page in records:
            yield without_nothing({
                "@type": "NewsArticle",
                "@id": page_iri(records[page]),
                "url": web_address(records[page].page.location),
                "headline": records[page].headline,
                "isBasedOn": _based_on(edges[page], story, records) if page in edges else None,
                "citation": [{"@id": page_iri(records[one])} for one in cited.get(page, ()) if one in records] or None,
            })  # fmt: skip


def _based_on(edge: Edge, story: Story, records: Mapping[str, Record]) -> dict[str, Any]:
    if edge.source in records:
        return {"@id": page_iri(records[edge.source])}
    label = next(node.label for node in story.nodes if node.id == edge.source)
    return {"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": label}}


def as_followthemoney(stories: Iterable[Told]) -> Iterator[str]:
    """Yield a FollowTheMoney link for each edge between pages, and for each pair of pages that share a passage."""
    for story, records in stories:
        for edge in story.edges:
            if edge.source in records and edge.target in records:
                role = edge.kind if edge.confidence >= TOLD else "same text, order not known"
                yield _link(records[edge.target], records[edge.source], role)
        for passage in story.passages:
            if passage.source in records and passage.target in records:
                yield _link(records[passage.target], records[passage.source], "shares a passage with")


def _link(subject: Record, object_: Record, role: str) -> str:
    one, other = _key(subject.id), _key(object_.id)
    properties = {"subject": [one], "object": [other], "role": [role]}
    return json.dumps({"id": _key(one, other, role), "schema": "UnknownLink", "properties": properties})


def _key(*names: str) -> str:
    return stable_uuid(*names).removeprefix("urn:uuid:")


def _csv(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([guarded(cell) for cell in cells])
    return out.getvalue()


FORMATS: Final[dict[str, Callable[[Iterable[Told]], Iterator[str]]]] = {
    "csv": as_csv, "jsonld": as_json_ld, "followthemoney": as_followthemoney,
}  # fmt: skip
