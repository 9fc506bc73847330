"""CSV tables (RFC 4180, UTF-8) in a zip, described by a `datapackage.json` (Frictionless Tabular Data Package).

The tables hold all that a record says. A text that a spreadsheet could take for a formula is written with an
apostrophe before it, as OWASP advises; `unguarded` takes it off again.
"""

import csv
import io
import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterable
from contextlib import ExitStack
from typing import IO, Any, Final

from copydesk.exports.table_rows import KEYS, NUMBERS, TABLES, rows_of
from copydesk.reading.shared_entities import SharedEntities
from copydesk.records import FORMAT, Record

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
_SPOOL: Final = 4_000_000  # bytes of one table that stay in memory before it goes to a temporary file
_TIME: Final = (1980, 1, 1, 0, 0, 0)  # the same records give the same bytes


def write(records: Iterable[Record], out: IO[bytes], shared: SharedEntities | None = None) -> int:
    """Write a zip with one CSV file a table; return how many records.

    With `shared`, entities have the key and the name that a person, body or place has over all records.
    """
    count = 0
    with ExitStack() as stack:
        files = {name: stack.enter_context(tempfile.SpooledTemporaryFile(max_size=_SPOOL)) for name in TABLES}
        writers = {}
        for name, file in files.items():
            text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
            stack.callback(text.detach)
            writers[name] = csv.writer(text)
            writers[name].writerow(TABLES[name])
        for count, record in enumerate(records, 1):  # noqa: B007
            for name, row in rows_of(record, shared(record) if shared else None):
                writers[name].writerow([guarded(cell) for cell in row])
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(_member("datapackage.json"), json.dumps(data_package(), indent=2) + "\n")
            for name, file in files.items():
                file.seek(0)
                with archive.open(_member(f"{name}.csv"), "w", force_zip64=True) as member:
                    shutil.copyfileobj(file, member)
    return count


def guarded(cell: str | float | None) -> str | float | None:
    """Return a cell that no spreadsheet takes for a formula: text that might be one gets an apostrophe before it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def unguarded(cell: str) -> str:
    """Return the text that `guarded` was given."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def data_package() -> dict[str, Any]:
    """Return the description of the tables: their columns, types and keys."""
    return {
        "profile": "tabular-data-package",
        "name": "copydesk-records",
        "title": f"Records of news pages ({FORMAT})",
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": name,
                "path": f"{name}.csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": [{"name": column, "type": NUMBERS.get(column, "string")} for column in columns],
                    "primaryKey": KEYS[name],
                    "foreignKeys": []
                    if name == "pages"
                    else [{"fields": "page", "reference": {"resource": "pages", "fields": "page"}}],
                },
            }
            for name, columns in TABLES.items()
        ],
    }


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
