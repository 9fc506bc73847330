"""The types of what copydesk says about several pages: stories, families, comparisons, alterations; and their JSON.

All types are immutable. Spans are half-open `(start, end)` code-point pairs in `Record.text` of their page.
"""

from typing import Final, Literal, TypeAlias, TypeVar

import msgspec

from copydesk.errors import RecordError
from copydesk.records import Claim, Span

FORMAT: Final = "copydesk-story/1"
_Value = TypeVar("_Value")

NodeKind: TypeAlias = Literal["original", "copy", "rewrite", "follow-up", "report", "missing"]
EdgeKind: TypeAlias = Literal["copy", "rewrite", "follow-up", "report"]
Relation: TypeAlias = Literal["copy", "rewrite", "follow-up", "same-event", "unrelated"]
AlterationKind: TypeAlias = Literal[
    "name",
    "number",
    "date",
    "place",
    "quote",
    "attribution",
    "certainty",
    "negation",
    "meaning",
    "omission",
    "addition",
    "moved",
    "respelt",
    "reworded",
]


class Alteration(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that page B says otherwise than page A.

    Attributes:
        kind: what was altered. `respelt` and `reworded` leave the facts as they were; `moved` leaves the words too.
        a: where in A's text, or None for an addition.
        b: where in B's text, or None for an omission.
        before: the words at `a`, empty for an addition.
        after: the words at `b`, empty for an omission.
        weight: how much it matters to a reader who trusts the copy, from 0 (nothing) to 1 (another fact).
        note: one clause in plain words.
    """

    kind: AlterationKind
    a: Span | None = None
    b: Span | None = None
    before: str = ""
    after: str = ""
    weight: float = 0.0
    note: str = ""


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of A (or two that B joined) and the sentence of B that says it; similarity from 0 to 1."""

    a: Span
    b: Span
    similarity: float


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """What became of page A on page B.

    Attributes:
        a: id of the record read as the earlier text.
        b: id of the record read as the later text.
        relation: `copy` (sentences as they were), `rewrite` (same sentences in other words), `follow-up` (a copy or
            rewrite that adds as much as it keeps), `same-event` (its own report of the same event) or `unrelated`.
        copied: share of B's words that stand in the aligned sentence of A too, 0 to 1.
        kept: share of A's words that stand in the aligned sentence of B too, 0 to 1.
        monotony: share of the aligned sentences that stand in A's order, 0 to 1.
        probability: how likely it is that one text was made from the other, 0 to 1.
        forward: how likely it is that B was made from A rather than A from B, 0 to 1; .5 where nothing tells.
        evidence: what speaks for the direction, strongest first, in plain words.
        matches: aligned sentences, in B's order.
        alterations: in B's order, those without a place in B after their neighbours in A.
        lacking: what the records did not hold, so that a simpler rule stood in (such as "entities of page 2").
    """

    format: str = FORMAT
    a: str
    b: str
    relation: Relation
    copied: float
    kept: float
    monotony: float
    probability: float
    forward: float = 0.5
    evidence: tuple[str, ...] = ()
    matches: tuple[Match, ...] = ()
    alterations: tuple[Alteration, ...] = ()
    lacking: tuple[str, ...] = ()

    def to_json(self) -> str:
        """Return the comparison as one line of JSON."""
        return msgspec.json.encode(self).decode()


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A page in the tree of a story, or an original that pages credit and nobody has added.

    Attributes:
        id: the record's id, or `missing:NAME` for an original that is not among the pages.
        kind: how it came about; `original` heads a family, `missing` is a credited original without a page.
        family: id of the family that it belongs to.
        label: the publisher, agency or location, whichever the record knows first.
        title: headline, or the text's first words.
        published: day or time as the record gives it (ISO 8601), or None.
        words: number of words in its text.
    """

    id: str
    kind: NodeKind
    family: str
    label: str = ""
    title: str = ""
    published: str | None = None
    words: int = 0


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """`target` was made from `source` (ids of nodes).

    Attributes:
        source: id of the node copied from.
        target: id of the node that copied.
        kind: `copy`, `rewrite`, `follow-up`, or `report` (own words that name the source's publisher as their source).
        copied: share of the target's words taken from the source, 0 to 1 (0 for a missing source).
        confidence: how sure the direction is, .5 (not at all) to 1.
        evidence: why this direction and this parent, strongest first, in plain words.
        changed: number of alterations of facts (all kinds but moved, respelt, reworded, omission, addition).
    """

    source: str
    target: str
    kind: EdgeKind
    copied: float
    confidence: float
    evidence: tuple[str, ...] = ()
    changed: int = 0


class Sole(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence whose facts only one family of a story reports: page id, span in its text, the words."""

    page: str
    span: Span
    text: str


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """The pages that rest on one source; it counts as one independent source whatever its size.

    Attributes:
        id: id of its root node.
        source: name of the source: the agency or publisher credited, else the root's label.
        members: ids of its nodes, root first, the missing original included.
        alone: what this family alone reports among the pages of the story.
    """

    id: str
    source: str
    members: tuple[str, ...]
    alone: tuple[Sole, ...] = ()


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """Pages about one event, sorted into families of copies.

    Attributes:
        id: derived from its earliest page's id, so it holds while pages are added later.
        title: the headline of the largest family's root.
        pages: ids of the records, earliest first. Every record given to `trace` is in exactly one story.
        families: largest first; their number is the number of independent sources.
        nodes: every page, and every missing original.
        edges: at most one into each node; together they form a tree for each family.
        origins: number of distinct first-hand origins over the claims; None until `copydesk.claims` has resolved them.
        claims: what the pages say, with who is first-hand for it; filled by `copydesk.claims.with_claims`.
        lacking: what the records did not hold, so that a simpler rule stood in.
    """

    format: str = FORMAT
    id: str
    title: str
    pages: tuple[str, ...]
    families: tuple[Family, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...] = ()
    origins: int | None = None
    claims: tuple[Claim, ...] = ()
    lacking: tuple[str, ...] = ()

    @property
    def independent(self) -> int:
        """The number of independent sources: families, however many pages each has."""
        return len(self.families)

    def to_json(self) -> str:
        """Return the story as one line of JSON, with `independent` beside the fields."""
        data = {**msgspec.to_builtins(self), "independent": self.independent}
        return msgspec.json.encode(data).decode()


class Candidate(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A page of an index that may belong to the page looked up.

    Attributes:
        id: the record's id.
        shingles: number of word-shingle fingerprints that both hold.
        facts: weight of the names, numbers and rare words that both hold, as a share of the lighter page's, 0 to 1.
    """

    id: str
    shingles: int
    facts: float


def story_from_json(line: str | bytes) -> Story:
    """Read a story from the JSON that `Story.to_json` writes.

    Raises:
        RecordError: the line is no story.
    """
    return _decode(line, Story)


def comparison_from_json(line: str | bytes) -> Comparison:
    """Read a comparison from the JSON that `Comparison.to_json` writes.

    Raises:
        RecordError: the line is no comparison.
    """
    return _decode(line, Comparison)


def _decode(line: str | bytes, kind: type[_Value]) -> _Value:
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        name = kind.__name__.lower()
        raise RecordError(name, str(error), f"give one JSON object as `{kind.__name__}.to_json` writes it") from error
