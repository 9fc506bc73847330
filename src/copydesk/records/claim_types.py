"""Types of a story's claims: who is first-hand, who heard it, who merely carries it (docs/claims.md)."""

from typing import Literal, TypeAlias

import msgspec

from copydesk.records.findings import SourceKind
from copydesk.records.page_types import Span

ClaimStatus: TypeAlias = Literal["stands", "disputed", "denied", "superseded"]
FirstHand: TypeAlias = Literal["said", "document", "saw", "own-word"]
ClaimRole: TypeAlias = Literal["heard", "relayed", "carried", "own", "not-told"]
ClaimMark: TypeAlias = Literal["single-origin", "unnamed-only", "one-page", "not-told"]


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Who is first-hand for a claim.

    Attributes:
        name: as the page that says most names it.
        kind: as of a source of an attribution.
        first_hand: `said` it, a `document` shows it, a newsroom `saw` it, or a newsroom reports it on its `own-word`
            without naming a source.
        page, spans: where the page names it.
    """

    name: str
    kind: SourceKind
    first_hand: FirstHand
    page: str
    spans: tuple[Span, ...] = ()


class Altered(msgspec.Struct, frozen=True, kw_only=True):
    """What a page that carries a claim made of it: a kind of alteration, the words before and after."""

    kind: str
    before: str = ""
    after: str = ""


class ClaimPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page that makes a claim: where, in which attribution and event, in what role, and what it altered."""

    page: str
    spans: tuple[Span, ...]
    role: ClaimRole
    attribution: str | None = None
    event: str | None = None
    altered: tuple[Altered, ...] = ()


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """Something that pages of a story say, with the chain behind it.

    Attributes:
        id: unique within the story.
        claim: the words of the page that says it best.
        status: `disputed` where another source says otherwise, `denied` where a source denies it, `superseded` where a
            later figure stands in its place, else `stands`.
        origins: who is first-hand, as far as the pages tell; two descriptions of one institution are one.
        heard_by: newsrooms that got it from an origin.
        relayed_by: newsrooms that name another newsroom for it.
        carriers: number of pages that carry a newsroom's text.
        pages: every page that makes it, the earliest first.
        denied_by: ids of the claims that deny it.
        supersedes: id of the claim whose figure this one replaces.
        marks: what a reader should know before leaning on it.
    """

    id: str
    claim: str
    status: ClaimStatus = "stands"
    origins: tuple[Origin, ...] = ()
    heard_by: tuple[str, ...] = ()
    relayed_by: tuple[str, ...] = ()
    carriers: int = 0
    pages: tuple[ClaimPage, ...] = ()
    denied_by: tuple[str, ...] = ()
    supersedes: str | None = None
    marks: tuple[ClaimMark, ...] = ()

    def to_json(self) -> str:
        """Return the claim as one line of JSON."""
        return msgspec.json.encode(self).decode()
