"""Families of stories in forms that other programs read: tables, schema.org JSON-LD, FollowTheMoney, IPTC ninjs.

JSON-LD: a NewsArticle `isBasedOn` the page, or the credited agency's text, that it was made from, where the order is
told, and gives as `citation` the pages with which it shares a passage. In FollowTheMoney each is an UnknownLink. A
ninjs item has them as `associations`, each named by what it is to the item.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from copydesk.copies.types import Edge, Story
from copydesk.exports.family_tables import Told, as_csv
from copydesk.exports.iris import page_iri, stable_uuid, web_address
from copydesk.exports.ninjs import news_item
from copydesk.exports.stream import encode, graph_lines, without_nothing
from copydesk.records import Record

TOLD: Final = 0.7
"""Confidence from which an order is told."""


def as_json_ld(stories: Iterable[Told]) -> Iterator[str]:
    """Yield the lines of one JSON-LD document: an article for each page, with what it is based on and what it cites."""
    return graph_lines(one for story, records in stories for one in _articles(story, records))


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


def as_ninjs(stories: Iterable[Told]) -> Iterator[str]:
    """Yield a ninjs item a line, one for each page, with its family and what it came from as `associations`."""
    for story, records in stories:
        edges = {edge.target: edge for edge in story.edges}
        families = {member: family for family in story.families for member in family.members}
        labels = {node.id: node.label for node in story.nodes}
        for page in story.pages:
            if page not in records:
                continue
            edge, root = edges.get(page), families[page].root
            found = []
            if edge:
                role = edge.kind if edge.confidence >= TOLD else "same text, order not known"
                note = f"confidence {edge.confidence:.2f}: {'; '.join(edge.evidence)}"
                found.append(_association(role, edge.source, labels, records, note))
            if root and root != page and not (edge and edge.source == root):
                found.append(_association("first of its family", root, labels, records))
            found += [
                _association("shares a passage with", passage.source, {passage.source: passage.label} | labels, records)
                for passage in story.passages
                if passage.target == page
            ]
            item = news_item(records[page]) | without_nothing({"associations": found})
            yield encode(item).decode()


def _association(
    role: str, id_: str, labels: Mapping[str, str], records: Mapping[str, Record], note: str = ""
) -> dict[str, Any]:
    """Return a page, or a text that is credited and not here, as what it is to an item."""
    record = records.get(id_)
    return without_nothing({
        "name": role,
        "uri": page_iri(record) if record else stable_uuid(id_),
        "type": "text",
        "headlines": [{"role": "main", "value": record.headline}] if record and record.headline else [],
        "infoSources": [{"role": "publisher", "name": labels[id_]}] if labels.get(id_) else [],
        "edNote": note,
    })  # fmt: skip


FORMATS: Final[dict[str, Callable[[Iterable[Told]], Iterator[str]]]] = {
    "csv": as_csv, "jsonld": as_json_ld, "followthemoney": as_followthemoney, "ninjs": as_ninjs,
}  # fmt: skip
"""Formats of text, line by line; `as_parquet` writes the table that is no text."""
