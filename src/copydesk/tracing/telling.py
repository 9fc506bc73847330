"""Neighbourhoods to stories: what `trace` does of one neighbourhood, with its claims, as a task of many of them."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import msgspec

from copydesk.claims import with_claims
from copydesk.copies.copy_page import page_of
from copydesk.copies.copy_types import Story
from copydesk.copies.search.near import neighbourhood
from copydesk.copies.search.prints import fingerprint
from copydesk.copies.stories import aligned, stories_of
from copydesk.records import Record
from copydesk.records.arrow import record_of
from copydesk.tracing.files import write_groups
from copydesk.tracing.moving import moved_together

_ROWS: Final = 64


class TellTask(msgspec.Struct, frozen=True):
    """The neighbourhoods of one part.

    Attributes:
        moved: files in which records of it lie.
        part: its number.
        signatures: what each neighbourhood is known by in later runs, by its number.
        claims: whether to find claims, too.
        out: where the stories go.
    """

    moved: tuple[str, ...]
    part: int
    signatures: dict[int, str]
    claims: bool
    out: str


def tell(task: TellTask) -> int:
    """Trace the neighbourhoods of a part; return how many stories they have."""
    import pyarrow

    table = moved_together(task.moved, task.part).sort_by("neighbourhood")
    stored = (row for batch in table.to_batches(_ROWS) for row in batch.to_pylist())
    rows: list[dict[str, Any]] = []
    for number, group in groupby(stored, itemgetter("neighbourhood")):
        records: dict[str, Record] = {}
        for row in group:
            records.setdefault(row["id"], record_of(row))
        signature = task.signatures[number]
        rows += [row_of(story, signature) for story in stories_told(records, claims=task.claims)]
    rows.sort(key=lambda row: (-row["size"], row["pages"]))
    schema = story_schema()
    write_groups(task.out, schema, [(0, pyarrow.Table.from_pylist(rows, schema))])
    return len(rows)


def stories_told(records: dict[str, Record], *, claims: bool) -> Iterator[Story]:
    """Yield the stories of one neighbourhood's records."""
    pages = [page_of(records[id_]) for id_ in sorted(records)]
    prints = fingerprint([page.plain for page in pages])
    near = neighbourhood(list(range(len(pages))), prints)
    for story in stories_of(pages, near, aligned):
        yield with_claims(story, records) if claims else story


def story_schema() -> Any:
    """Return the schema of a part of a folder of stories: columns to ask by, and the whole story as JSON."""
    import pyarrow

    text = pyarrow.string()
    return pyarrow.schema(
        [
            ("neighbourhood", text), ("id", text), ("title", text), ("first_day", text), ("last_day", text),
            ("size", pyarrow.int64()), ("texts", pyarrow.int64()), ("origins", pyarrow.int64()),
            ("claims", pyarrow.int64()), ("pages", pyarrow.list_(text)), ("json", text),
        ]
    )  # fmt: skip


def row_of(story: Story, signature: str) -> dict[str, Any]:
    """Return a story as a row."""
    return {
        "neighbourhood": signature,
        "id": story.id,
        "title": story.title,
        "first_day": story.days[0] if story.days else None,
        "last_day": story.days[-1] if story.days else None,
        "size": len(story.pages),
        "texts": story.texts,
        "origins": story.origins,
        "claims": len(story.claims),
        "pages": list(story.pages),
        "json": story.to_json(),
    }
