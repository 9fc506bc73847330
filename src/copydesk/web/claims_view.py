"""The view of a story's claims: each with who is first-hand for it, and a matrix of claims by pages."""

from collections.abc import Mapping
from typing import Any, Final

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from copydesk.claims import with_claims
from copydesk.claims.claim_lines import FILTERS, behind_words, matches, remarks
from copydesk.copies.copy_types import Story
from copydesk.desk import search_claims
from copydesk.errors import DateError
from copydesk.records import Claim, ClaimPage
from copydesk.web.plain_words import count, short
from copydesk.web.site import Site, fragment, link, typed

MAX_PAGES: Final = 24
"""Pages that the matrix has a column for; the others are counted."""
MAX_CLAIMS: Final = 60
MAX_STORIES: Final = 20
"""Stories that a search over claims lists."""
ROLES: Final = {
    "heard": ("●", "its newsroom has it from the origin"),
    "own": ("◆", "its newsroom saw it"),
    "relayed": ("◐", "names another newsroom for it"),
    "carried": ("○", "carries another page’s text"),
    "not-told": ("·", "does not say who told it"),
}


class Cell(msgspec.Struct, frozen=True):
    """What one page makes of a claim: a sign, what it means, a link to the words; all empty where it has none."""

    sign: str = ""
    title: str = ""
    href: str = ""
    altered: bool = False


class ClaimRow(msgspec.Struct, frozen=True):
    """One claim of the matrix."""

    id: str
    words: str
    behind: str
    remarks: str
    origins: tuple[str, ...]
    pages: int
    cells: tuple[Cell, ...]


def claims(site: Site, request: Request) -> Response:
    """The claims of one story: who is first-hand, who heard it, who carries it, what carriers altered."""
    asked = typed(request, "id", "only")
    with site.desk() as desk:
        story = desk.story(asked["id"])
        records = {page: desk.record(page) for page in story.pages}
    found = with_claims(story, records)
    only = asked["only"] if asked["only"] in FILTERS else ""
    kept = [claim for claim in found.claims if matches(claim, only)]
    columns = story.pages[:MAX_PAGES]
    texts = {page: record.text for page, record in records.items()}
    return site.page(
        request,
        "claims.html",
        story=story,
        figures=figures(found),
        columns=[(page, _label(story, page), link("/page", id=page)) for page in columns],
        more_pages=len(story.pages) - len(columns),
        rows=[row_of(claim, columns, texts) for claim in kept[:MAX_CLAIMS]],
        more=len(kept) - MAX_CLAIMS,
        filters={"": "all claims", **FILTERS},
        only=only,
        signs=[sign for role, sign in ROLES.items()],
    )


def figures(story: Story) -> tuple[tuple[str, str], ...]:
    """Return the three figures of a story that are so easily taken for each other, each with its name."""
    origins, texts, pages = story.origins or 0, len(story.families), len(story.pages)
    return (
        (f"{origins:,}", "first-hand origin" + _s(origins)),
        (f"{texts:,}", f"text{_s(texts)} written independently"),
        (f"{pages:,}", "page" + _s(pages)),
    )


def _s(number: int) -> str:
    return "" if number == 1 else "s"


def row_of(claim: Claim, columns: tuple[str, ...], texts: dict[str, str]) -> ClaimRow:
    """Return a claim as a row of the matrix: one cell for each of the pages that have a column."""
    on = {page.page: page for page in claim.pages}
    return ClaimRow(
        id=claim.id,
        words=short(claim.claim, 260),
        behind=behind_words(claim),
        remarks=" · ".join(remarks(claim)),
        origins=tuple(origin.name for origin in claim.origins),
        pages=len(claim.pages),
        cells=tuple(_cell(on.get(page), texts.get(page, "")) for page in columns),
    )


def _cell(page: ClaimPage | None, text: str) -> Cell:
    if page is None:
        return Cell()
    sign, meaning = ROLES[page.role]
    start, end = page.spans[0]
    changed = "; ".join(f"{item.kind.replace('-', ' ')}: {item.before} → {item.after}" for item in page.altered[:3])
    title = f"{meaning}; {changed}" if changed else meaning
    href = link("/page", id=page.page) + fragment(text[start:end])
    return Cell(sign, short(title, 200), href, bool(page.altered))


def _label(story: Story, page: str) -> str:
    node = next((node for node in story.nodes if node.id == page), None)
    return short(node.label or node.title or page, 28) if node else short(page, 28)


def claims_found(site: Site, request: Request, values: dict[str, str], filters: Mapping[str, Any]) -> Response:
    """The claims on the desk that have some words, by story, best first; filters choose pages."""
    told: list[tuple[str, str, list[ClaimRow]]] = []
    total, problem = 0, ""
    with site.desk() as desk:
        try:
            for story, _ in search_claims(desk, values["q"], **filters) if values["q"] else ():
                total += len(story.claims)
                rows = [row_of(claim, (), {}) for claim in story.claims[:MAX_CLAIMS]]
                told.append((story.title, link("/claims", id=story.id), rows))
        except DateError as error:
            problem = str(error)
    return site.page(
        request,
        "search.html",
        query=values["q"],
        values=values,
        told=told[:MAX_STORIES],
        hits=(),
        total=count(total, "claim"),
        nothing="No claim on the desk has these words." if values["q"] else "Claims are found by words: give some.",
        problem=problem,
    )
