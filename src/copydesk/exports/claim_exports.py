"""Claims of stories in forms that other programs read: CSV, ClaimReview-shaped JSON-LD, FollowTheMoney.

The JSON-LD follows https://schema.org/ClaimReview without a rating: copydesk gives no verdict. In FollowTheMoney an
origin is a LegalEntity, linked to each Article that makes the claim by an UnknownLink whose role says how.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from copydesk.copies.copy_types import Story
from copydesk.exports.iris import page_iri, stable_uuid, web_address
from copydesk.exports.stream import graph_lines, without_nothing
from copydesk.exports.tables import guarded
from copydesk.records import Claim, Origin, Record

Told = tuple[Story, Mapping[str, Record]]
"""A story with its claims, and its records by id."""
COLUMNS: Final = (
    "story",
    "claim",
    "words",
    "status",
    "origins",
    "heard_by",
    "relayed_by",
    "marks",
    "supersedes",
    "denied_by",
    "page",
    "location",
    "role",
    "page_words",
    "altered",
)
_SEPARATOR: Final = " | "
_ORIGIN_TYPES: Final = {"named-person": "Person", "named-organization": "Organization", "media": "Organization"}


def as_csv(stories: Iterable[Told]) -> Iterator[str]:
    """Yield the lines of one CSV table: a row for each page of each claim."""
    yield _csv(COLUMNS)
    for story, records in stories:
        for claim in story.claims:
            shared = (
                *(story.id, claim.id, claim.claim, claim.status),
                *(_SEPARATOR.join(origin.name for origin in claim.origins), _SEPARATOR.join(claim.heard_by)),
                *(_SEPARATOR.join(claim.relayed_by), _SEPARATOR.join(claim.marks)),
                *(claim.supersedes or "", _SEPARATOR.join(claim.denied_by)),
            )
            for page in claim.pages:
                record = records[page.page]
                altered = _SEPARATOR.join(f"{one.kind}: {one.before} → {one.after}" for one in page.altered)
                place = record.page.location or ""
                yield _csv((*shared, page.page, place, page.role, record.words(*page.spans), altered))


def as_claim_reviews(stories: Iterable[Told]) -> Iterator[str]:
    """Yield the lines of one JSON-LD document: a ClaimReview without a rating for each claim."""
    return graph_lines(_review(story, claim, records) for story, records in stories for claim in story.claims)


def as_followthemoney(stories: Iterable[Told]) -> Iterator[str]:
    """Yield FollowTheMoney entities, one JSON object a line: articles, origins, and how they are linked."""
    for story, records in stories:
        written: set[str] = set()
        for claim in story.claims:
            for entity in _entities(story, claim, records):
                if entity["id"] not in written:
                    written.add(entity["id"])
                    yield json.dumps(entity, ensure_ascii=False)


FORMATS: Final[dict[str, Callable[[Iterable[Told]], Iterator[str]]]] = {
    "csv": as_csv,
    "claimreview": as_claim_reviews,
    "followthemoney": as_followthemoney,
}


def _csv(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([guarded(cell) for cell in cells])
    return line.getvalue()


def _review(story: Story, claim: Claim, records: Mapping[str, Record]) -> dict[str, Any]:
    about = {
        "@type": "Claim",
        "author": [_author(origin) for origin in claim.origins],
        "appearance": [_article(records[page.page]) for page in claim.pages],
        "firstAppearance": _article(records[claim.pages[0].page]) if claim.pages else None,
    }
    return without_nothing(
        {
            "@type": "ClaimReview",
            "@id": f"urn:uuid:{_key(story.id, claim.id)}",
            "claimReviewed": claim.claim,
            "itemReviewed": without_nothing(about),
            "creativeWorkStatus": claim.status,
            "keywords": list(claim.marks),
        }
    )


def _author(origin: Origin) -> dict[str, Any]:
    return {"@type": _ORIGIN_TYPES.get(origin.kind, "Thing"), "name": origin.name, "description": origin.first_hand}


def _article(record: Record) -> dict[str, Any]:
    return without_nothing(
        {
            "@type": "NewsArticle",
            "@id": page_iri(record),
            "url": web_address(record.page.location),
            "headline": record.headline,
            "datePublished": record.published.value if record.published else None,
        }
    )


def _entities(story: Story, claim: Claim, records: Mapping[str, Record]) -> Iterator[dict[str, Any]]:
    for page in claim.pages:
        record = records[page.page]
        title, address = record.headline or record.id, web_address(record.page.location)
        yield _entity(_key(page.page), "Article", title=title, sourceUrl=address, publisher=record.publisher)
        for origin in claim.origins:
            key = _key(story.id, "origin", origin.name)
            yield _entity(key, "LegalEntity", name=origin.name, summary=f"{origin.kind}, {origin.first_hand}")
            yield _entity(
                _key(story.id, claim.id, page.page, origin.name),
                "UnknownLink",
                subject=key,
                object=_key(page.page),
                role=f"first-hand for what this page says ({page.role})",
                summary=claim.claim,
            )


def _entity(key: str, schema: str, **properties: str | None) -> dict[str, Any]:
    return {"id": key, "schema": schema, "properties": {name: [text] for name, text in properties.items() if text}}


def _key(*parts: str) -> str:
    return stable_uuid(*parts).removeprefix("urn:uuid:")
