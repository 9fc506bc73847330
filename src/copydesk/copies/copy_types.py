"""The types of what copydesk says about several pages: stories, families, comparisons, alterations; and their JSON.

All types are immutable. Spans are half-open `(start, end)` code-point pairs in `Record.text` of their page.
"""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias, TypeVar

import msgspec

from copydesk.errors import RecordError
from copydesk.records import Claim, Span
from copydesk.records.happening_types import Happening

FORMAT: Final = "copydesk-story/2"
MISSING: Final = "missing:"
"""What ids begin with that stand for a text which is credited, but not among the pages."""
_Value = TypeVar("_Value")

NodeKind: TypeAlias = Literal["original", "copy", "cut", "rewrite", "translation", "follow-up", "related", "missing"]
EdgeKind: TypeAlias = Literal["copy", "cut", "rewrite", "translation", "follow-up", "related"]
Relation: TypeAlias = Literal[
    "copy", "cut", "rewrite", "translation", "follow-up", "passage", "same-event", "unrelated"
]
RELATION_WORDS: Final[Mapping[Relation, str]] = {
    "copy": "a copy",
    "cut": "a copy, cut",
    "rewrite": "a rewrite",
    "translation": "a translation",
    "follow-up": "a follow-up, which keeps much and adds as much",
    "passage": "a text of its own that shares a passage",
    "same-event": "another report of the same event",
    "unrelated": "another story",
}
"""What page B is to page A, in words."""
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
    "credit-lost",
    "quotation-marks-lost",
    "source-widened",
    "hedge-on-number",
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
        relation: `copy` (whole), `cut` (sentences as they were, fewer), `rewrite` (the same in other words),
            `translation`, `follow-up` (keeps much and adds as much), `passage` (a part of one stands in the other),
            `same-event` (its own report of the same event) or `unrelated`.
        copied: share of B's words that stand in the aligned sentence of A too, 0 to 1.
        kept: share of A's words that stand in the aligned sentence of B too, 0 to 1.
        monotony: share of the aligned sentences that stand in A's order, 0 to 1.
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
    forward: float = 0.5
    evidence: tuple[str, ...] = ()
    matches: tuple[Match, ...] = ()
    alterations: tuple[Alteration, ...] = ()
    lacking: tuple[str, ...] = ()

    def to_json(self) -> str:
        """Return the comparison as one line of JSON."""
        return msgspec.json.encode(self).decode()


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a story, or a text that pages credit and that is not among them.

    Attributes:
        id: the record's id, or `missing:NAME` for a credited text that is not among the pages.
        kind: how it came about; `original` has no known parent, `related` has one but the order is not known.
        family: id of the family that it belongs to.
        label: the publisher, agency or location, whichever the record knows first.
        title: headline, or the text's first words.
        published: day or time as the record gives it, else the day that its family tells (ISO 8601), or None.
        published_from: `inferred` where the day is the family's.
        words: number of words in its text.
    """

    id: str
    kind: NodeKind
    family: str
    label: str = ""
    title: str = ""
    published: str | None = None
    published_from: Literal["inferred"] | None = None
    words: int = 0


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """`target` was made from `source` (ids of nodes); of kind `related` the order is not known.

    Attributes:
        source: id of the node copied from.
        target: id of the node that copied.
        kind: `copy` (whole), `cut` (sentences as they were, fewer), `rewrite` (the same in other words), `translation`,
            `follow-up` (keeps much of the source and adds as much), `related` (one text, order not known).
        copied: share of the target's words taken from the source, 0 to 1; 0 where the source is missing.
        confidence: how sure the order is, .5 (not at all) to 1; an arrow is drawn from .7.
        evidence: why this order and this parent, strongest first, in plain words.
    """

    source: str
    target: str
    kind: EdgeKind
    copied: float
    confidence: float
    evidence: tuple[str, ...] = ()


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Words that two pages of different families share: `target` takes them from `source`, or both from elsewhere.

    `spans` are in the target's text, in order; `label` says what to call the source's page, which may be of another
    story. Passages join no family.
    """

    source: str
    target: str
    spans: tuple[Span, ...]
    label: str = ""


class ExclusiveSentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence whose facts only one family of a story reports: page id, span in its text, the words."""

    page: str
    span: Span
    text: str


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """The pages of one text, by descent.

    Attributes:
        id: its root's id; where a story has that root twice, with the first member's id after it.
        root: the id of the text that the others descend from: a page, or `missing:NAME` of a credited agency; None
            where it is not known which came first.
        source: name of the source: the agency whose text it is, else the root's label.
        agency: the agency whose text it is, or None.
        members: ids of its nodes, root first, the missing one included.
        exclusive: what this family alone reports among the pages of the story.
    """

    id: str
    root: str | None = None
    source: str
    agency: str | None = None
    members: tuple[str, ...]
    exclusive: tuple[ExclusiveSentence, ...] = ()


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """Pages about one event, sorted into families of one text each.

    Attributes:
        id: derived from its earliest page's id, so it holds while pages are added later.
        title: the headline of the largest family's first page.
        days: first and last day of publication (ISO 8601); empty where no page tells its day.
        pages: ids of the records, earliest first. Every record given to `trace` is in exactly one story.
        texts: how many texts were written independently: the number of families.
        origins: number of distinct first-hand origins over the claims; None until `copydesk.claims` has resolved them.
        families: largest first.
        nodes: every page, and every credited text that is not among them.
        edges: at most one into each node; together they form a tree for each family.
        passages: words that pages of different families share.
        claims: what the pages say, with who is first-hand for it; filled by `copydesk.claims.with_claims`.
        happenings: the events that its pages tell, joined over the pages, with what copies made of them; filled with
            the claims.
        lacking: what the records did not hold, so that a simpler rule stood in.
    """

    format: str = FORMAT
    id: str
    title: str
    days: tuple[str, ...] = ()
    pages: tuple[str, ...]
    texts: int
    origins: int | None = None
    families: tuple[Family, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...] = ()
    passages: tuple[Passage, ...] = ()
    claims: tuple[Claim, ...] = ()
    happenings: tuple[Happening, ...] = ()
    lacking: tuple[str, ...] = ()

    def to_json(self) -> str:
        """Return the story as one line of JSON."""
        return msgspec.json.encode(self).decode()


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
