"""The text of PDF and Word documents, by lines and paragraphs."""

import io
import logging
from typing import Final

from copydesk.errors import PageError

_MAX_PAGES: Final = 200
_MAX_TEXT: Final = 4_000_000


def text_of(data: bytes, form: str, name: str) -> str:
    """Return the text of a document (`pdf` or `docx`).

    Raises:
        PageError: it is damaged, encrypted, or has no text (a scan).
    """
    try:
        text = _pdf(data) if form == "pdf" else _docx(data)
    except Exception as error:  # a parser of a hostile format raises whatever it likes
        raise PageError(name, f"the document is damaged or encrypted: {error}", "save it again") from error
    if not text.strip():
        raise PageError(name, "the document has no text: perhaps it is a scan", "run OCR on it first")
    return text


def _pdf(data: bytes) -> str:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pages, size = [], 0
    for page in PdfReader(io.BytesIO(data)).pages[:_MAX_PAGES]:
        text = page.extract_text()
        pages.append(text)
        size += len(text)
        if size > _MAX_TEXT:
            break
    return "\n\n".join(pages)


def _docx(data: bytes) -> str:
    from docx import Document

    return "\n\n".join(paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs)
