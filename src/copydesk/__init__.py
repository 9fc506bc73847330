"""copydesk reads news pages the way a copy desk does.

Who is said to have done what, when and where, on whose word, and whose copy the page is. This module is the public
API; everything it names is loaded when it is first used, so that `import copydesk` is quick.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from copydesk.api import read, read_html, read_many, read_text
    from copydesk.claims import find_claims, with_claims
    from copydesk.copies import compare
    from copydesk.desk import Desk
    from copydesk.errors import (
        CopydeskError,
        DateError,
        DeskError,
        ExportError,
        IndexFileError,
        ModelError,
        PageError,
        RecordError,
        TextCutShort,
    )
    from copydesk.pages import Failure
    from copydesk.reading.times import find_times
    from copydesk.records import Record, from_json, json_schema, to_json
    from copydesk.tracing import trace

_HOMES = {
    "CopydeskError": "errors",
    "DateError": "errors",
    "Desk": "desk",
    "DeskError": "errors",
    "ExportError": "errors",
    "Failure": "pages",
    "IndexFileError": "errors",
    "ModelError": "errors",
    "PageError": "errors",
    "Record": "records",
    "RecordError": "errors",
    "TextCutShort": "errors",
    "compare": "copies",
    "find_claims": "claims",
    "find_times": "reading.times",
    "from_json": "records",
    "json_schema": "records",
    "read": "api",
    "read_html": "api",
    "read_many": "api",
    "read_text": "api",
    "to_json": "records",
    "trace": "tracing",
    "with_claims": "claims",
}

__all__ = [
    "CopydeskError",
    "DateError",
    "Desk",
    "DeskError",
    "ExportError",
    "Failure",
    "IndexFileError",
    "ModelError",
    "PageError",
    "Record",
    "RecordError",
    "TextCutShort",
    "compare",
    "find_claims",
    "find_times",
    "from_json",
    "json_schema",
    "read",
    "read_html",
    "read_many",
    "read_text",
    "to_json",
    "trace",
    "with_claims",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'copydesk' has no attribute {name!r}")
    return getattr(importlib.import_module(f"copydesk.{home}"), name)


def __dir__() -> list[str]:
    return __all__
