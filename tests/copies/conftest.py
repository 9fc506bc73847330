"""Example pages, read once; pages as copies are traced by, made of what they say of their origin."""

from collections.abc import Callable
from pathlib import Path

import pytest

import copydesk
from copydesk.copies.copy_page import TracedPage, page_of
from copydesk.copies.texts.origin import Provenance
from copydesk.records import Record

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="module")
def pages(pages_read_once: None) -> dict[str, Record]:
    """The example pages as records, by the number that their names begin with."""
    return {path.name[0]: copydesk.read(path) for path in sorted(EXAMPLES.glob("[1-8]-*"))}


@pytest.fixture(scope="session")
def traced() -> Callable[..., TracedPage]:
    """A page by its id, its text, what it gathers and its language; the rest is its origin."""

    def make(
        id_: str, text: str = "", *, gathers: bool = False, language: str | None = None, **origin: object
    ) -> TracedPage:
        plain = page_of(Record(id=id_, text=text))
        return TracedPage(
            id=id_,
            text=plain.text,
            plain=text,
            origin=Provenance(**origin),  # type: ignore[arg-type]
            label=id_,
            title="",
            published=origin.get("day"),  # type: ignore[arg-type]
            language=language,
            gathers=gathers,
            lacking="",
        )

    return make
