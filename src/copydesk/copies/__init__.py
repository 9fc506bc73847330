"""Records to stories: which pages are one story, who copied whom, and what each one changed.

`trace(records) -> tuple[Story, ...]` sorts records into stories and families; `compare(a, b) -> Comparison` lists what
record `b` changed of record `a`; `Index().add(record) -> tuple[Candidate, ...]` takes one record at a time and returns
the pages already added that may belong to it, so that only their stories need tracing again.
"""

from copydesk.copies.comparing import compare
from copydesk.copies.search.index import Index
from copydesk.copies.stories import trace
from copydesk.copies.types import (
    Alteration,
    Candidate,
    Comparison,
    Edge,
    Family,
    Match,
    Node,
    Sole,
    Story,
    comparison_from_json,
    story_from_json,
)

__all__ = [
    "Alteration",
    "Candidate",
    "Comparison",
    "Edge",
    "Family",
    "Index",
    "Match",
    "Node",
    "Sole",
    "Story",
    "compare",
    "comparison_from_json",
    "story_from_json",
    "trace",
]
