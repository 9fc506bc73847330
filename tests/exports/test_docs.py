import io
import json
from pathlib import Path

import msgspec
import pytest

from copydesk.exports import FORMATS, export
from copydesk.records import PageInfo, Published, Record
from exports.sample import FULL

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
WHOLE = {"jsonl", "csv", "parquet"}  # the tests of these formats read the same records back
CHANGED = {
    "id": "b" * 64,
    "page": PageInfo(location="https://other.example/"),
    "headline": "Another",
    "summary": "Another",
    "section": "Another",
    "updated": "2025-01-01T00:00:00Z",
    "publisher": "Another",
    "agency": "Another",
    "published": Published(value="2025-01-01T00:00:00Z", from_="url"),
    "dateline": None,
    "text": FULL.text.replace("a", "o"),
    "paragraphs": (),
    "sentences": ((0, 7),),
}


def output(record, name):
    out = io.BytesIO()
    export([record], name, out)
    if name == "spacy":
        from spacy.tokens import DocBin
        from spacy.vocab import Vocab

        (doc,) = DocBin().from_bytes(out.getvalue()).get_docs(Vocab())
        groups = {key: [(one.start, one.end, one.label_, one.id_) for one in spans] for key, spans in doc.spans.items()}
        return json.dumps([doc.to_json(), groups, doc.user_data["copydesk"]])
    return out.getvalue()


def kept():
    full = {name: output(FULL, name) for name in FORMATS}
    for field in Record.__struct_fields__:
        if field == "format":
            continue
        other = msgspec.structs.replace(FULL, **{field: CHANGED.get(field, ())})
        cells = ["all" if name in WHOLE else "some" if full[name] != output(other, name) else "–" for name in FORMATS]
        yield f"| {field} | {' | '.join(cells)} |"


def test_every_format_is_documented():
    for name in FORMATS:
        assert f"| `{name}` |" in DOCS
        assert f"**{name}**" in DOCS
        assert f"### {name}" in DOCS


def test_the_table_says_what_each_format_keeps():
    for library in {format_.imports for format_ in FORMATS.values()} - {None}:
        pytest.importorskip(library)
    table = DOCS.split("<!-- kept -->\n")[1].split("<!-- end -->")[0].splitlines()
    assert table[0] == f"| field | {' | '.join(f'`{name}`' for name in FORMATS)} |"
    assert "\n".join(table[2:]) == "\n".join(kept())
