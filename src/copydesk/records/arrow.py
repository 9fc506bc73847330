"""Records as rows of Arrow tables: lists and structures nested as in the JSON; read back, a row is the same record."""

import types
from typing import TYPE_CHECKING, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from copydesk.errors import RecordError
from copydesk.records.record import FORMAT, Record

if TYPE_CHECKING:
    import pyarrow

_NEWER: Final = "update copydesk, or write the records again"


def arrow_schema() -> "pyarrow.Schema":
    """Return the Arrow schema of a record, made from its types; its metadata has the format."""
    import pyarrow

    return pyarrow.schema(list(_arrow_type(Record)), metadata={"format": FORMAT})


def row_of(record: Record) -> dict[str, Any]:
    """Return a record as a row; what other packages' components found has no schema and is kept as JSON."""
    return {**msgspec.to_builtins(record), "extensions": msgspec.json.encode(record.extensions).decode()}


def record_of(row: dict[str, Any]) -> Record:
    """Return the record of a row that `row_of` made.

    Raises:
        RecordError: the row is of another format or holds no record.
    """
    name = f"record {row.get('id')}"
    if row.get("format") != FORMAT:
        raise RecordError(name, f"format {row.get('format')!r} is not {FORMAT!r}", _NEWER)
    try:
        extensions = msgspec.json.decode(row.get("extensions") or "{}")
        return msgspec.convert({**row, "extensions": extensions}, Record)
    except (msgspec.MsgspecError, TypeError) as error:
        raise RecordError(name, str(error), "write the records again") from error


def holds_records(metadata: dict[bytes, bytes] | None) -> bool:
    """Tell from an Arrow schema's metadata whether its rows are records, of whatever format."""
    return (metadata or {}).get(b"format", b"").startswith(b"copydesk-record/")


def _arrow_type(hint: Any) -> "pyarrow.DataType":
    import pyarrow

    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        hints = get_type_hints(hint)
        fields = msgspec.structs.fields(hint)
        return pyarrow.struct([pyarrow.field(field.encode_name, _arrow_type(hints[field.name])) for field in fields])
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _arrow_type(next(one for one in inner if one is not type(None)))
    if origin is Literal:
        return pyarrow.string()
    if origin is tuple:
        return pyarrow.list_(_arrow_type(inner[0]))
    if origin is dict:
        return pyarrow.string()
    return {str: pyarrow.string(), bool: pyarrow.bool_(), int: pyarrow.int64(), float: pyarrow.float64()}[hint]
