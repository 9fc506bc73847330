"""The errors that copydesk raises: one root, each saying what was wrong, where, and what to do."""

from typing import Final

_LONGEST: Final = 400
"""Characters of a part of a message."""


class CopydeskError(Exception):
    """Root of all errors of copydesk. Each part of its message is one line and bounded, whatever it quotes.

    Args:
        what: the input that was wrong (a path, a line, an option), as the user would recognise it.
        reason: why it could not be used, one clause.
        remedy: what to do about it, one clause; may be empty.
    """

    def __init__(self, what: str, reason: str, remedy: str = "") -> None:
        self.what, self.reason, self.remedy = (brief(part, _LONGEST) for part in (what, reason, remedy))
        super().__init__(self.what, self.reason, self.remedy)

    def __str__(self) -> str:
        tail = f" ({self.remedy})" if self.remedy else ""
        return f"{self.what}: {self.reason}{tail}"


def brief(text: str, most: int) -> str:
    """Return text on one line; where it is longer than `most` characters, its beginning and its end."""
    if len(text) > most:
        end = most // 4
        text = f"{text[: most - end - 1]}…{text[-end:]}"
    text = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join(text.split()) if "\n" in text or "\r" in text else text


class PageError(CopydeskError):
    """A page could not be read: missing, unreadable, empty, binary or of an unknown format."""


class RecordError(CopydeskError):
    """A record's JSON is damaged or of another format version."""


class ModelError(CopydeskError):
    """The language model's file is missing, damaged or of another version."""


class DateError(CopydeskError):
    """A day or time that was given could not be understood."""


class TextCutShort(UserWarning):
    """The text was truncated: it is too dense in time expressions to be prose."""


class PagesLeftOut(UserWarning):
    """Pages that could not be read were left out of what was made from the rest."""


class DeskError(CopydeskError):
    """A desk file could not be opened, read or written."""


class IndexFileError(CopydeskError):
    """A file of an index of copies is missing, damaged or of another version, or cannot be written."""


class ExportError(CopydeskError):
    """An export format is unknown, or what it needs is not installed."""


class EngineError(CopydeskError):
    """A way of running batches is unknown, its library is not installed, or its cluster cannot be reached."""
