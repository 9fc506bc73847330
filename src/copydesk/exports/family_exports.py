"""Families of stories in forms that other programs read: tables, schema.org JSON-LD, FollowTheMoney, IPTC ninjs.

JSON-LD: a NewsArticle `isPartOf` its family, a Collection; `isBasedOn` the page, or the credited agency's text, that it
was made from, where the order is told, in a Role with how sure that is; and gives as `citation` the pages with which it
shares a passage, or the whole text where the order is not known. In FollowTheMoney each is an UnknownLink, a credited
text that is not here an Article. A ninjs item has them as `associations`, each named by what it is to the item.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from copydesk.copies.copy_types import Edge, Story
from copydesk.exports.family_tables import Told, as_csv
from copydesk.exports.iris import page_iri, stable_uuid, web_address
from copydesk.exports.ninjs import news_item
from copydesk.exports.stream import encode, graph_lines, without_nothing
from copydesk.records import Record

TOLD: Final = 0.7
"""Confidence from which an order is told."""
NOT_KNOWN: Final = "same text, order not known"
FIRST: Final = "first of its family"
PASSAGE: Final = "shares a passage with"


def as_json_ld(stories: Iterable[Told]) -> Iterator[str]:
    """Yield the lines of one JSON-LD document: an article for each page, with what it is based on and what it cites."""
    return graph_lines(one for story, records in stories for one in _articles(story, records))


def _articles(story: Story, records: Mapping[str, Record]) -> Iterator[dict[str, Any]]:
    edges = {edge.target: edge for edge in story.edges}
    families = {member: family for family in story.families for member in family.members}
    cited: dict[str, list[str]] = {}
    for passage in story.passages:
        cited.setdefault(passage.target, []).append(passage.source)
    for page in story.pages:
        if page not in records:
            continue
        edge, family = edges.get(page), families[page]
        known = edge is not None and edge.confidence >= TOLD
        citations: list[dict[str, Any]] = [
            {"@id": page_iri(records[one])} for one in cited.get(page, ()) if one in records
        ]
        if edge and not known:
            citations.append(_role(NOT_KNOWN, "citation", edge, story, records))
        yield without_nothing({
            "@type": "NewsArticle",
            "@id": page_iri(records[page]),
            "url": web_address(records[page].page.location),
            "headline": records[page].headline,
            "isPartOf": {
                "@type": "Collection",
                "@id": stable_uuid("family", family.id),
                "name": f"Pages of one text: {family.source}",
            } if len(family.members) > 1 else None,
            "isBasedOn": _role(edge.kind, "isBasedOn", edge, story, records) if edge and known else None,
            "citation": citations or None,
        })  # fmt: skip


def _role(name: str, relation: str, edge: Edge, story: Story, records: Mapping[str, Record]) -> dict[str, Any]:
    """Return what a page has from another as a Role of schema.org: its name, how sure it is and why, and the other."""
    if edge.source in records:
        other: dict[str, Any] = {"@id": page_iri(records[edge.source])}
    else:
        label = next(node.label for node in story.nodes if node.id == edge.source)
        other = {"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": label}}
    return {"@type": "Role", "roleName": name, "description": _surety(edge), relation: other}


def _surety(edge: Edge) -> str:
    return f"confidence {edge.confidence:.2f}: {'; '.join(edge.evidence)}"


def as_followthemoney(stories: Iterable[Told]) -> Iterator[str]:
    """Yield FollowTheMoney links: what each page was made from, the first of its family, what it shares a passage with.

    A text that is credited and not here is an Article of its own.
    """
    for story, records in stories:
        labels = {node.id: node.label for node in story.nodes}
        absent = {edge.source for edge in story.edges} | {family.root for family in story.families if family.root}
        for text in sorted(absent - records.keys()):
            properties = {"title": [f"Text of {labels[text]}"], "publisher": [labels[text]]}
            yield json.dumps({"id": _key(text), "schema": "Article", "properties": properties})
        parents = {edge.target: edge.source for edge in story.edges}
        for edge in story.edges:
            if edge.target in records:
                role = edge.kind if edge.confidence >= TOLD else NOT_KNOWN
                yield _link(edge.target, edge.source, role, _surety(edge))
        for family in story.families:
            for page in family.members:
                if family.root and page in records and page != family.root and parents.get(page) != family.root:
                    yield _link(page, family.root, FIRST)
        for passage in story.passages:
            if passage.source in records and passage.target in records:
                yield _link(passage.target, passage.source, PASSAGE)


def _link(subject: str, object_: str, role: str, summary: str = "") -> str:
    one, other = _key(subject), _key(object_)
    properties = {"subject": [one], "object": [other], "role": [role]} | ({"summary": [summary]} if summary else {})
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
                role = edge.kind if edge.confidence >= TOLD else NOT_KNOWN
                found.append(_association(role, edge.source, labels, records, _surety(edge)))
            if root and root != page and not (edge and edge.source == root):
                found.append(_association(FIRST, root, labels, records))
            found += [
                _association(PASSAGE, passage.source, {passage.source: passage.label} | labels, records)
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
