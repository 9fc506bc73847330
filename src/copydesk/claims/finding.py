"""A story and its records to its claims, the most salient first."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from copydesk.claims.altered import Alterations
from copydesk.claims.claim_salience import Setting, best_wording, chances
from copydesk.claims.claim_status import Standing, standings
from copydesk.claims.claim_weights import ClaimWeights, shipped
from copydesk.claims.descent import Descent, carried_from, descent
from copydesk.claims.gathering import Group, gather
from copydesk.claims.group_joining import join
from copydesk.claims.happenings import find_happenings
from copydesk.claims.likeness import Likeness, Stems
from copydesk.claims.origins import Behind, behind, names_itself
from copydesk.claims.outlet_initials import with_outlets
from copydesk.claims.statements import Statement, statements
from copydesk.copies.copy_types import Story
from copydesk.copies.undated import with_family_days
from copydesk.english.datelines import dateline_end
from copydesk.english.nouns import heads_a_state
from copydesk.records import Altered, Attribution, Claim, ClaimMark, ClaimPage, ClaimRole, Origin, Record, Span

MAX_CLAIMS: Final = 200
"""Claims of one story."""
MAX_CONTINUED: Final = 3
"""Sentences that are added to a claim's own so that its quotation ends; of a longer one, the first sentence is told."""


def with_claims(story: Story, records: Mapping[str, Record]) -> Story:
    """Return a story with its claims, its number of first-hand origins and its happenings.

    Pages without a day are read with the day of their family (`copydesk.copies.with_family_days`).
    """
    records = with_family_days(story, records)
    found = find_claims(story, records)
    happenings = find_happenings(story, records)
    return msgspec.structs.replace(story, claims=found, origins=count_origins(found), happenings=happenings)


def count_origins(claims: Iterable[Claim]) -> int:
    """Return the number of first-hand origins over some claims.

    Two are one where one's name has all the words of the other's: "Prime Minister Ada Moss" and "Ada Moss"; of two
    people, where they share the last word of their names: a title may be told in several ways.
    """
    known: list[tuple[str, frozenset[str], str]] = []
    for origin in (origin for claim in claims for origin in claim.origins):
        words = frozenset(origin.name.casefold().split())
        last = origin.name.casefold().split()[-1:] if origin.kind == "named-person" else []
        one = (origin.kind, words, "".join(last))
        if not any(words <= w or w <= words or (last and one[2] == name) for _, w, name in known):
            known.append(one)
    return len(known)


def find_claims(story: Story, records: Mapping[str, Record], fitted: ClaimWeights | None = None) -> tuple[Claim, ...]:
    """Return the claims of a story, the most salient first.

    Args:
        story: its families and edges say whose text each page is.
        records: the story's records by id; pages without one are left out.
        fitted: weights to use in place of those that come with the package.
    """
    return claims_of(descent(story, records), records, fitted)


def claims_of(chain: Descent, records: Mapping[str, Record], fitted: ClaimWeights | None = None) -> tuple[Claim, ...]:
    """Return the claims of pages whose descent is known, the most salient first."""
    known = fitted or shipped()
    records = {page: with_outlets(records[page], chain.outlets) for page in chain.order}
    pages = [statements(records[page]) for page in chain.order]
    stems = Stems([one for page in pages for one in page])
    setting = Setting.of(chain, records, stems)
    likeness = Likeness(stems, chain.parents, chain.families, known.same)
    groups = gather(pages, chain.parents, chain.families, known.same, chain.translations)
    groups = join(groups, chain.order, stems, likeness, known.joined)
    ranked = list(zip(chances(groups, setting, known.listed, known.told), groups, strict=True))
    ranked = sorted((row for row in ranked if row[0] >= known.level), key=lambda row: -row[0])[:MAX_CLAIMS]
    listed = [group for _, group in ranked]
    standing = standings([group.statements for group in listed], records, stems)
    changes = Alterations(records)
    by_page = {page[0].page: page for page in pages if page}
    return tuple(
        _claim(number, group, stands, by_page, stems, records, chain, changes)
        for number, (group, stands) in enumerate(zip(listed, standing, strict=True), 1)
    )


def _claim(
    number: int,
    group: Group,
    standing: Standing,
    by_page: Mapping[str, Sequence[Statement]],
    stems: Stems,
    records: Mapping[str, Record],
    chain: Descent,
    changes: Alterations,
) -> Claim:
    best = best_wording(group.statements, chain.parents)
    carried = carried_from(group.statements, chain)
    who = behind(group.statements, records, chain, by_page, carried, stems)
    pages = _pages(group, records, chain, carried, changes)
    return Claim(
        id=f"c{number}",
        claim=_words(records[best.page], _whole_quotation(records[best.page].text, best, group.rest)),
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


def _whole_quotation(text: str, one: Statement, rest: Sequence[Statement]) -> Span:
    """Return where a statement stands, with the sentences by which its speaker goes on until the quotation ends."""
    start, end = one.span
    following = {other.number: other for other in rest if other.page == one.page}
    for number in range(one.number + 1, one.number + 1 + MAX_CONTINUED):
        if not _open_quotation(text[start:end]) or number not in following:
            break
        end = following[number].span[1]
    return one.span if _open_quotation(text[start:end]) else (start, end)


def _open_quotation(words: str) -> bool:
    """Return whether a quotation that begins in some words does not end in them."""
    return words.count("“") > words.count("”") or (words.count('"') % 2 == 1 and not words.rstrip().endswith('"'))


def _words(record: Record, span: Span) -> str:
    """Return the words of a statement on one line, without the dateline that it may begin with.

    A quotation mark whose other half stands in another sentence gets one here.
    """
    words = " ".join(record.text[slice(*span)].split())
    words = words[dateline_end(words, record.dateline.place if record.dateline else None) :]
    missing = words.count("“") - words.count("”")
    if missing > 0 or (words.count('"') % 2 and words.startswith('"')):
        return words + ("”" if missing else '"')
    if missing < 0 or (words.count('"') % 2 and words.endswith('"')):
        return ("“" if missing else '"') + words
    return words


def _pages(
    group: Group, records: Mapping[str, Record], chain: Descent, carried: Mapping[str, str], changes: Alterations
) -> tuple[ClaimPage, ...]:
    rows = []
    first: Sequence[Statement] = ()
    for page in chain.order:
        mine = [one for one in group.statements if one.page == page]
        if not mine:
            continue
        parent = [one for one in group.statements if one.page == carried.get(page)]
        said = [one.attribution for one in mine if one.attribution]
        itself = [a for a in said if names_itself(a, records[page], chain)]
        role = "carried" if page in carried else _role(said, itself)
        if role in ("heard", "own"):
            first = first or mine
        altered: tuple[Altered, ...] = ()
        if parent:
            altered = changes.of(parent, mine)
        elif first and chain.families[page] != chain.families[first[0].page]:
            heard = role in ("heard", "own")
            altered = changes.turned_round(first, mine) if heard else changes.said_otherwise(first, mine)
        rows.append(
            ClaimPage(
                page=page,
                spans=tuple(one.span for one in (*mine, *group.rest) if one.page == page),
                role=role,
                attribution=next((one.attribution.id for one in mine if one.attribution), None),
                event=next((event.id for one in mine for event in one.events), None),
                altered=altered,
            )
        )
    return tuple(rows)


def _role(said: Sequence[Attribution], itself: Sequence[Attribution]) -> ClaimRole:
    """Return how a page that copies nothing has a claim, from its attributions and those that name its own newsroom."""
    if any(a not in itself and (a.via or a.source.kind == "media") for a in said):
        return "relayed"
    if any(a.source.kind == "own" for a in said):
        return "own"
    return "heard" if any(a.source.kind not in ("none", "media") for a in said) else "not-told"


def _unnamed(origin: Origin) -> bool:
    return origin.kind.startswith("anonymous") and not heads_a_state(origin.name)


def _marks(who: Behind, pages: Sequence[ClaimPage]) -> tuple[ClaimMark, ...]:
    marks: list[ClaimMark] = []
    if len(who.origins) == 1:
        marks.append("single-origin")
    if who.origins and all(_unnamed(origin) for origin in who.origins):
        marks.append("unnamed-only")
    if len(pages) == 1:
        marks.append("one-page")
    if all(origin.first_hand == "own-word" for origin in who.origins):
        marks.append("not-told")
    return tuple(marks)
