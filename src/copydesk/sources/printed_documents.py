"""PDF and Word documents: read by their lines of text, as printed."""

from collections.abc import Iterator

from copydesk.pages.page import RawPage
from copydesk.sources.input import Input
from copydesk.sources.options import Options


def read(source: Input, options: Options) -> Iterator[RawPage]:
    """Yield the document as a page; its text is got when it is decoded, within the time that a page may take."""
    form = "pdf" if source.head().startswith(b"%PDF-") else "docx"
    yield RawPage(
        data=source.whole(),
        location=source.name,
        form=form,  # type: ignore[arg-type]
        about=source.about,
        default=options.published,
    )
