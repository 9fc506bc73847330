"""Records to other formats, one module a format; nothing is imported before it is asked for."""

from copydesk.exports.formats import FORMATS, Format, export

__all__ = ["FORMATS", "Format", "export"]
