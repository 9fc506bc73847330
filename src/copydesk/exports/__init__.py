"""Records to other formats, one module a format; nothing is imported before it is asked for."""

from typing import TYPE_CHECKING

from copydesk.errors import ExportError
from copydesk.exports.formats import FORMATS, Format, export
from copydesk.reading.shared_entities import SharedEntities, SharedEntity, shared_entities
from copydesk.records import Record

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["FORMATS", "Format", "SharedEntities", "SharedEntity", "export", "shared_entities", "to_spacy"]


def to_spacy(record: Record) -> "Doc":
    """Return a record as a spaCy Doc: the model's words, tags, heads and relations, the record's findings.

    `doc.ents` and `doc.spans` are as in the spaCy export (docs/exports.md).

    Raises:
        ExportError: spaCy is not installed.
        ModelError: the language model cannot be loaded.
    """
    try:
        from copydesk.exports.docbin import parsed

        return parsed(record)
    except ModuleNotFoundError as error:
        raise ExportError("to_spacy", "spaCy is not installed", "pip install 'copydesk[spacy]'") from error
