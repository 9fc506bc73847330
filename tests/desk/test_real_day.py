"""A real day's pages on a desk: whatever the order and the batches, its stories are those that `trace` tells."""

import json
import random

import pytest

from copydesk.copies import trace
from copydesk.desk import Desk
from copydesk.records import PageInfo, Published, Record

PAGES = 70


@pytest.fixture(scope="module")
def pages(shared):
    """Every eighth page, its text alone, as no language model is needed to sort it."""
    with (shared / "data/copies/helsinki.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file][::8][:PAGES]
    return [
        Record(
            id=str(row["id"]),
            page=PageInfo(language="en"),
            text=row["text"].replace("###", "\n\n"),
            publisher=row.get("publisher"),
            published=Published(value=row["published"][:10], from_="given") if row.get("published") else None,
        )
        for row in rows
    ]


@pytest.fixture(scope="module")
def told(pages):
    return {story.id: story for story in trace(pages)}


@pytest.mark.parametrize(("seed", "size"), [(1, 20), (2, PAGES)])
def test_a_desk_tells_the_stories_that_trace_tells(pages, told, tmp_path, seed, size):
    mixed = random.Random(seed).sample(pages, len(pages))
    with Desk(tmp_path / "day.db") as desk:
        for start in range(0, len(mixed), size):
            for _ in desk.add(mixed[start : start + size]):
                pass
        kept = {line.id: desk.story(line.id) for line in desk.stories()}
    assert len(told) > 20
    assert kept == told
