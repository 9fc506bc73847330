import json

import pytest

from copydesk.copies import (
    Alteration,
    Comparison,
    Edge,
    ExclusiveSentence,
    Family,
    Node,
    Story,
    comparison_from_json,
    story_from_json,
)
from copydesk.errors import RecordError

STORY = Story(
    id="s1",
    title="Bridge closed",
    pages=("a", "b"),
    texts=2,
    families=(
        Family(id="missing:Reuters", source="Reuters", members=("missing:Reuters", "a")),
        Family(
            id="b",
            source="The Courier",
            members=("b",),
            exclusive=(ExclusiveSentence(page="b", span=(0, 3), text="Two"),),
        ),
    ),
    nodes=(
        Node(id="missing:Reuters", kind="missing", family="missing:Reuters", label="Reuters"),
        Node(id="a", kind="copy", family="missing:Reuters"),
        Node(id="b", kind="original", family="b"),
    ),
    edges=(Edge(source="missing:Reuters", target="a", kind="copy", copied=0.0, confidence=1.0),),
)
COMPARISON = Comparison(
    a="a",
    b="b",
    relation="copy",
    copied=1.0,
    kept=0.5,
    monotony=1.0,
    alterations=(Alteration(kind="name", a=(0, 5), b=(0, 4), before="Lorne", after="Lone", weight=0.9),),
)


def test_round_trips():
    assert story_from_json(STORY.to_json()) == STORY
    assert comparison_from_json(COMPARISON.to_json()) == COMPARISON


def test_json_of_a_story_counts_independent_sources():
    assert STORY.texts == 2
    assert json.loads(STORY.to_json())["texts"] == 2


def test_damaged_json():
    with pytest.raises(RecordError):
        story_from_json("{")
