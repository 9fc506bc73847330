"""Families of stories as tables, a row for each page and each credited text: CSV, and Parquet with nested lists.

A row has the page's family with its root and agency, what the page came from and how surely, what it altered of that
(the weightier alterations), and the passages that it shares with pages of other families.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, Final

from copydesk.copies import compare
from copydesk.copies.copy_types import Alteration, Edge, Story
from copydesk.exports.tables import guarded
from copydesk.records import Record

Told = tuple[Story, Mapping[str, Record]]
"""A story, and its records by id."""
COLUMNS: Final = (
    "story", "family", "root", "agency", "page", "location", "kind", "source", "copied", "confidence", "evidence",
    "alterations", "passages",
)  # fmt: skip
WEIGHTY: Final = 0.5
"""Weight from which an alteration is listed."""
GROUP: Final = 500
"""Rows of a row group: what is in memory at once."""
_SEPARATOR: Final = " | "


def as_csv(stories: Iterable[Told]) -> Iterator[str]:
    """Yield the lines of one CSV table; items of a list in one cell are separated by ` | `."""
    yield _csv(COLUMNS)
    for row in rows(stories):
        shown = {
            **row,
            "copied": "" if row["copied"] is None else f"{row['copied']:.2f}",
            "confidence": "" if row["confidence"] is None else f"{row['confidence']:.2f}",
            "evidence": _SEPARATOR.join(row["evidence"]),
            "alterations": _SEPARATOR.join(
                f"{one['kind']}: {one['before']} → {one['after']}" for one in row["alterations"]
            ),
            "passages": _SEPARATOR.join(f"{one['page']}: {one['start']}-{one['end']}" for one in row["passages"]),
        }
        yield _csv(str(shown[column] if shown[column] is not None else "") for column in COLUMNS)


def as_parquet(stories: Iterable[Told], out: IO[bytes]) -> int:
    """Write one Parquet table, lists and structures nested; return how many rows. Needs the extra `parquet`."""
    import pyarrow
    from pyarrow import parquet

    text, number = pyarrow.string(), pyarrow.float64()
    alteration = {"kind": text, "before": text, "after": text, "weight": number, "note": text}
    passage = {"page": text, "start": pyarrow.int64(), "end": pyarrow.int64()}
    types = dict.fromkeys(COLUMNS, text) | {
        "copied": number,
        "confidence": number,
        "evidence": pyarrow.list_(text),
        "alterations": pyarrow.list_(pyarrow.struct(list(alteration.items()))),
        "passages": pyarrow.list_(pyarrow.struct(list(passage.items()))),
    }
    schema = pyarrow.schema(list(types.items()))
    count = 0
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        for group in _groups(rows(stories)):
            count += len(group)
            writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))
    return count


def rows(stories: Iterable[Told]) -> Iterator[dict[str, Any]]:
    """Yield a row for each page of each story, and for each text that pages credit and nobody added."""
    for story, records in stories:
        edges = {edge.target: edge for edge in story.edges}
        families = {member: family for family in story.families for member in family.members}
        for node in story.nodes:
            family, edge, record = families[node.id], edges.get(node.id), records.get(node.id)
            yield {
                "story": story.id, "family": family.id, "root": family.root, "agency": family.agency, "page": node.id,
                "location": record.page.location if record else None, "kind": node.kind,
                "source": edge.source if edge else None, "copied": edge.copied if edge else None,
                "confidence": edge.confidence if edge else None, "evidence": list(edge.evidence) if edge else [],
                "alterations": [
                    {"kind": one.kind, "before": one.before, "after": one.after, "weight": one.weight,
                     "note": one.note} for one in _altered(edge, records)
                ],
                "passages": [
                    {"page": passage.source, "start": start, "end": end}
                    for passage in story.passages if passage.target == node.id for start, end in passage.spans
                ],
            }  # fmt: skip


def _altered(edge: Edge | None, records: Mapping[str, Record]) -> Iterator[Alteration]:
    if edge and edge.source in records and edge.target in records:
        found = compare(records[edge.source], records[edge.target]).alterations
        yield from (one for one in found if one.weight >= WEIGHTY)


def _groups(source: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    group: list[dict[str, Any]] = []
    for row in source:
        group.append(row)
        if len(group) == GROUP:
            yield group
            group = []
    if group:
        yield group


def _csv(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([guarded(cell) for cell in cells])
    return out.getvalue()
