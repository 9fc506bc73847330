"""The list of formats, and the one way to write them."""

from collections.abc import Iterable
from importlib import import_module
from typing import IO, Final

import msgspec

from copydesk.errors import ExportError
from copydesk.pages import Failure, records_in
from copydesk.reading.shared_entities import SharedEntities
from copydesk.records import Record


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A format that records can be exported to.

    Attributes:
        name: what the user calls it.
        title: what it is, in a few words.
        module: the module in `copydesk.exports` whose `write(records, out)` writes it and returns how many records.
        suffix: the usual end of a file's name.
        binary: not to be shown in a terminal.
        extra: the extra of the package that it needs, or None.
        imports: the library that this extra brings.
        shared: whether it can say who is one over several pages: `write(records, out, shared)`.
    """

    name: str
    title: str
    module: str
    suffix: str
    binary: bool = False
    extra: str | None = None
    imports: str | None = None
    shared: bool = False


_ALL: Final = (
    Format(name="jsonl", title="records as they are, JSON Lines", module="jsonl", suffix=".jsonl"),
    Format(
        name="csv",
        title="tables, CSV files with a data package in a zip",
        module="tables",
        suffix=".zip",
        binary=True,
        shared=True,
    ),
    Format(
        name="parquet",
        title="one nested table, Apache Parquet",
        module="parquet_records",
        suffix=".parquet",
        binary=True,
        extra="parquet",
        imports="pyarrow",
    ),
    Format(
        name="jsonld",
        title="schema.org NewsArticle and Quotation, JSON-LD",
        module="schema_org",
        suffix=".jsonld",
        shared=True,
    ),
    Format(name="ninjs", title="IPTC ninjs 3.2 news items, JSON Lines", module="ninjs", suffix=".jsonl"),
    Format(
        name="ftm",
        title="FollowTheMoney entities, JSON Lines",
        module="followthemoney",
        suffix=".ftm.json",
        shared=True,
    ),
    Format(name="plover", title="PLOVER events as POLECAT has them, tab-separated", module="plover", suffix=".tsv"),
    Format(
        name="annotations",
        title="W3C Web Annotations, one AnnotationPage, JSON-LD",
        module="annotations",
        suffix=".jsonld",
    ),
    Format(
        name="spacy",
        title="spaCy DocBin",
        module="docbin",
        suffix=".spacy",
        binary=True,
        extra="spacy",
        imports="spacy",
    ),
    Format(name="markdown", title="headline, byline and story, Markdown", module="markdown_pages", suffix=".md"),
    Format(name="tei", title="TEI P5, one corpus of texts, XML", module="tei", suffix=".xml"),
    Format(name="sentences", title="one sentence a line, plain text", module="sentence_lines", suffix=".txt"),
)
FORMATS: Final = {format_.name: format_ for format_ in _ALL}


def export(records: Iterable[Record | Failure], name: str, out: IO[bytes], shared: SharedEntities | None = None) -> int:
    """Write records in a format, one after the other as they come; return how many were written.

    Args:
        records: taken one at a time; only the spaCy format keeps all of them, packed, until the end.
        name: one of `FORMATS`.
        out: open for writing bytes; it is left open.
        shared: says who is one over the pages (`copydesk.exports.shared_entities` of the same records, or a desk's
            `shared_entities`); csv, jsonld and ftm then give a person, body or place one key on all of them. Other
            formats have no place for it.

    Raises:
        ExportError: the format is unknown, or the library that it needs is not installed.

    Warns:
        PagesLeftOut: among what `read_many` yielded were pages that could not be read.
    """
    format_ = FORMATS.get(name)
    if format_ is None:
        raise ExportError(f"export format {name!r}", "is unknown", f"choose one of {', '.join(FORMATS)}")
    if format_.imports:
        try:
            import_module(format_.imports)
        except ImportError as error:
            reason = f"needs {format_.imports}, which is not installed"
            raise ExportError(
                f"export format {name!r}", reason, f"run: pip install 'copydesk[{format_.extra}]'"
            ) from error
    write = import_module(f"copydesk.exports.{format_.module}").write
    found = records_in(records, "export")
    written: int = write(found, out, shared) if format_.shared else write(found, out)
    return written
