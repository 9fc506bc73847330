"""A story and its records to its claims, the most salient first."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from copydesk.claims.altered import Alterations
from copydesk.claims.descent import Descent, descent
from copydesk.claims.gathering import Weights, gather
from copydesk.claims.happenings import find_happenings
from copydesk.claims.origins import Behind, behind
from copydesk.claims.salience import best_wording, salience, traits
from copydesk.claims.statements import Statement, statements
from copydesk.claims.status import Standing, standings
from copydesk.copies.types import Story
from copydesk.copies.undated import with_family_days
from copydesk.records import Claim, ClaimMark, ClaimPage, ClaimRole, Record, Span

LISTED: Final = 0.3
"""Salience from which a group of statements is a claim; `training/claims.py` prints what other values give."""
MAX_CLAIMS: Final = 200
"""Claims of one story."""
_DASHES: Final = (" — ", " – ", " -- ", " - ", "— ", "– ")
_DATELINE: Final = 50
"""Characters after its place within which a dateline ends: agency, day, dash."""


def with_claims(story: Story, records: Mapping[str, Record]) -> Story:
    """Return a story with its claims, its number of first-hand origins and its happenings.

    Pages without a day are read with the day of their family (`copydesk.copies.with_family_days`).
    """
    records = with_family_days(story, records)
    found = find_claims(story, records)
    happenings = find_happenings(story, records)
    return msgspec.structs.replace(story, claims=found, origins=count_origins(found), happenings=happenings)


def count_origins(claims: Iterable[Claim]) -> int:
    """Return the number of first-hand origins over some claims; two with one name are one."""
    return len({origin.name.casefold() for claim in claims for origin in claim.origins})


def find_claims(story: Story, records: Mapping[str, Record]) -> tuple[Claim, ...]:
    """Return the claims of a story, the most salient first.

    Args:
        story: its families and edges say whose text each page is.
        records: the story's records by id; pages without one are left out.
    """
    return claims_of(descent(story, records), records)


def claims_of(chain: Descent, records: Mapping[str, Record]) -> tuple[Claim, ...]:
    """Return the claims of pages whose descent is known, the most salient first."""
    pages = [statements(records[page]) for page in chain.order]
    weights = Weights([one for page in pages for one in page])
    ranked = []
    for group in gather(pages, chain.parents, chain.families):
        found = traits(group, pages=len(chain.order), families=chain.families, parents=chain.parents)
        ranked.append((salience(found), group.statements))
    ranked = sorted((row for row in ranked if row[0] >= LISTED), key=lambda row: -row[0])[:MAX_CLAIMS]
    listed = [found for _, found in ranked]
    changes = Alterations(records, chain.parents)
    by_page = {page[0].page: page for page in pages if page}
    return tuple(
        _claim(number, found, standing, behind(found, records, chain, by_page), records, chain, changes)
        for number, (found, standing) in enumerate(zip(listed, standings(listed, records, weights), strict=True), 1)
    )


def _claim(
    number: int,
    found: Sequence[Statement],
    standing: Standing,
    who: Behind,
    records: Mapping[str, Record],
    chain: Descent,
    changes: Alterations,
) -> Claim:
    best = best_wording(found, chain.parents)
    pages = _pages(found, chain, changes)
    return Claim(
        id=f"c{number}",
        claim=_words(records[best.page], best.span),
        status=standing.status,
        origins=who.origins,
        heard_by=who.heard_by,
        relayed_by=who.relayed_by,
        carriers=sum(page.role == "carried" for page in pages),
        pages=pages,
        denied_by=tuple(f"c{other + 1}" for other in standing.denied_by),
        supersedes=f"c{standing.supersedes + 1}" if standing.supersedes is not None else None,
        marks=_marks(who, pages),
    )


def _words(record: Record, span: Span) -> str:
    """Return the words of a statement on one line, without the dateline that it may begin with."""
    words = " ".join(record.text[slice(*span)].split())
    place = record.dateline.place if record.dateline else None
    if place and words.casefold().startswith(place.casefold()):
        for dash in _DASHES:
            at = words.find(dash, 0, len(place) + _DATELINE)
            if at >= 0:
                return words[at + len(dash) :]
    return words


def _pages(found: Sequence[Statement], chain: Descent, changes: Alterations) -> tuple[ClaimPage, ...]:
    rows = []
    for page in chain.order:
        mine = [one for one in found if one.page == page]
        if not mine:
            continue
        parent = [one for one in found if one.page == chain.parents.get(page)]
        rows.append(
            ClaimPage(
                page=page,
                spans=tuple(one.span for one in mine),
                role=_role(mine, parent, page, chain),
                attribution=next((one.attribution.id for one in mine if one.attribution), None),
                event=next((event.id for one in mine for event in one.events), None),
                altered=changes.of(parent, mine) if parent else (),
            )
        )
    return tuple(rows)


def _role(mine: Sequence[Statement], parent: Sequence[Statement], page: str, chain: Descent) -> ClaimRole:
    if page in chain.parents and parent:
        return "carried"
    said = [one.attribution for one in mine if one.attribution]
    if any(a.via or a.source.kind == "media" for a in said):
        return "relayed"
    if any(a.source.kind == "own" for a in said):
        return "own"
    return "heard" if any(a.source.kind != "none" for a in said) else "not-told"


def _marks(who: Behind, pages: Sequence[ClaimPage]) -> tuple[ClaimMark, ...]:
    marks: list[ClaimMark] = []
    if len(who.origins) == 1:
        marks.append("single-origin")
    if who.origins and all(origin.kind.startswith("anonymous") for origin in who.origins):
        marks.append("unnamed-only")
    if len(pages) == 1:
        marks.append("one-page")
    if all(origin.first_hand == "own-word" for origin in who.origins):
        marks.append("not-told")
    return tuple(marks)
