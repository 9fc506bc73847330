"""Make the examples of docs/exports.md: what each export format makes of one of the example pages.

python docs/exports.py
"""

import csv
import io
import json
import zipfile
from pathlib import Path

import msgspec

import copydesk
from copydesk.exports import FORMATS, export
from copydesk.records import Record

DOCS = Path(__file__).resolve().parent
PAGE = DOCS.parent / "examples" / "8-unrelated.txt"
LONGEST = 60  # characters of a text that are shown
MOST = 2  # items of a list that are shown
WIDTH = 110


def examples(record: Record) -> str:
    """Return one section a format."""
    return "\n".join(section(name, exported(record, name)) for name in FORMATS)


def exported(record: Record, name: str) -> bytes:
    """Return what a format makes of a record."""
    out = io.BytesIO()
    export([record], name, out)
    return out.getvalue()


def section(name: str, data: bytes) -> str:
    """Return a heading and a shortened output."""
    of_lines = dict.fromkeys(("markdown", "tei", "sentences", "plover"), lines)
    show = {"csv": tables, "parquet": rows, "spacy": spans, **of_lines}.get(name, objects)
    language = "json" if show is objects else "text"
    return f"### {name}\n\n```{language}\n{show(data)}\n```\n"


def objects(data: bytes) -> str:
    """Return the first JSON object of lines of them, or of a document, shortened."""
    try:
        value = json.loads(data)
    except json.JSONDecodeError:
        value = json.loads(data.splitlines()[0])
    return pretty(short(value))


def pretty(value: object, indent: int = 0, used: int = 0) -> str:
    """Return JSON with what fits into the rest of a line, `used` characters of which are taken, on that line."""
    line = json.dumps(value, ensure_ascii=False)
    if indent + used + len(line) <= WIDTH or not isinstance(value, dict | list):
        return line
    pad = " " * (indent + 1)
    if isinstance(value, list):
        return "[\n" + ",\n".join(pad + pretty(one, indent + 1) for one in value) + f"\n{pad[1:]}]"
    members = (f"{pad}{json.dumps(key)}: {pretty(one, indent + 1, len(key) + 4)}" for key, one in value.items())
    return "{\n" + ",\n".join(members) + f"\n{pad[1:]}}}"


def short(value: object) -> object:
    """Return a JSON value with long texts and lists cut."""
    if isinstance(value, str):
        return value if len(value) <= LONGEST else value[:LONGEST] + "…"
    if isinstance(value, list):
        return [short(one) for one in value[:MOST]] + (["…"] if len(value) > MOST else [])
    return (
        {key: short(one) for key, one in value.items() if one not in (None, [])} if isinstance(value, dict) else value
    )


def tables(data: bytes) -> str:
    """Return the names of the tables with their number of rows, and the first rows of one of them."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    found = []
    for name in archive.namelist():
        text = archive.read(name).decode()
        many = f"{len(list(csv.reader(io.StringIO(text, newline='')))) - 1:>4} rows" if name.endswith(".csv") else ""
        found.append(f"{name:<24}{many}")
    rows_ = list(csv.reader(io.StringIO(archive.read("attributions.csv").decode(), newline="")))
    cut = [",".join(str(short(cell))[:24] for cell in row[1:]) for row in rows_[: MOST + 1]]
    return "\n".join([*found, "", "attributions.csv, without its first column:", *cut])


def rows(data: bytes) -> str:
    """Return the columns of a Parquet file with their types."""
    from pyarrow import parquet

    schema = parquet.ParquetFile(io.BytesIO(data)).schema_arrow
    return "\n".join(f"{field.name:<14}{short(str(field.type))}" for field in schema)


def spans(data: bytes) -> str:
    """Return the entities and span groups of the first Doc of a DocBin."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    (doc,) = DocBin().from_bytes(data).get_docs(Vocab())
    found = [("doc.ents", doc.ents), *((f'doc.spans["{name}"]', group) for name, group in doc.spans.items())]
    return "\n".join(
        f"{name:<24}{', '.join(f'{short(one.text)} ({one.label_})' for one in list(group)[:MOST])}".rstrip()
        for name, group in found
    )


def lines(data: bytes) -> str:
    """Return the first lines of a text."""
    return "\n".join(str(short(line)) for line in data.decode().splitlines()[: 2 * MOST])


if __name__ == "__main__":
    page = DOCS / "exports.md"
    head = page.read_text(encoding="utf-8").split("<!-- examples -->")[0]
    record = copydesk.read(PAGE)
    where = msgspec.structs.replace(record.page, location=f"examples/{PAGE.name}")
    made = examples(msgspec.structs.replace(record, page=where))
    page.write_text(f"{head}<!-- examples -->\n{made}<!-- end -->\n", encoding="utf-8")
