"""Records to stories: which pages are one story, who copied whom, and what each one changed.

`trace(records) -> tuple[Story, ...]` sorts records into stories and families; `compare(a, b) -> Comparison` lists what
record `b` changed of record `a`; `Index().add(record) -> tuple[Candidate, ...]` takes one record at a time and returns
the pages already added that may belong to it; `with_family_days(story, records)` dates pages that tell no day.
"""

from copydesk.copies.comparing import compare
from copydesk.copies.copy_types import (
    Alteration,
    Candidate,
    Comparison,
    Edge,
    ExclusiveSentence,
    Family,
    Match,
    Node,
    Passage,
    Story,
    comparison_from_json,
    story_from_json,
)
from copydesk.copies.search.index import Index
from copydesk.copies.stories import trace
from copydesk.copies.undated import with_family_days

__all__ = [
    "Alteration",
    "Candidate",
    "Comparison",
    "Edge",
    "ExclusiveSentence",
    "Family",
    "Index",
    "Match",
    "Node",
    "Passage",
    "Story",
    "compare",
    "comparison_from_json",
    "story_from_json",
    "trace",
    "with_family_days",
]
