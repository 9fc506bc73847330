"""Files that a form brings: bounded in number and bytes, unpacked within bounds, read to records, put on the desk."""

import secrets
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Final, TypeAlias

import msgspec
from starlette.datastructures import FormData, UploadFile

from copydesk.dates import check_day
from copydesk.desk import Added, Desk
from copydesk.errors import CopydeskError, PageError
from copydesk.pages import Failure, Page, page_of_bytes
from copydesk.pages.batch import pages_of_lines
from copydesk.records import Record

MAX_FILES: Final = 100
MAX_PAGES: Final = 500
MAX_UNPACKED: Final = 64 * 1024 * 1024

Read: TypeAlias = Callable[[Page], Record]


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """One page that was added: its name for the reader, and what the desk said."""

    id: str
    name: str
    status: str
    story: str | None


class Forbidden(Exception):
    """The form does not carry this desk's token."""


def check_token(form: FormData, token: str) -> None:
    """Raise `Forbidden` where a form was not made by this desk."""
    given = form.get("token")
    if not isinstance(given, str) or not secrets.compare_digest(given.encode(), token.encode()):
        raise Forbidden


def add_uploads(desk: Desk, form: FormData, read: Read) -> tuple[list[Done], list[str]]:
    """Read the files of a form and add them; return what was added and, in plain words, what failed."""
    failures: list[str] = []
    published = str(form.get("published") or "").strip() or None
    if published:
        check_day(published)
    files = [file for file in form.getlist("files") if isinstance(file, UploadFile) and file.filename]

    def records() -> Iterator[Record]:
        for number, page in enumerate(pages(files, published)):
            if number == MAX_PAGES:
                failures.append(f"only the first {MAX_PAGES} pages were read: use `copydesk add` for more")
                return
            try:
                if isinstance(page, Failure):
                    failures.append(str(page.error))
                else:
                    yield read(page)
            except CopydeskError as error:
                failures.append(str(error))

    names: list[str] = []

    def named() -> Iterator[Record]:
        for record in records():
            names.append(record.headline or record.page.location or record.id[:12])
            yield record

    added: list[Added] = list(desk.add(named()))
    done = [
        Done(id=one.id, name=name, status=one.status, story=one.story) for one, name in zip(added, names, strict=True)
    ]
    return done, failures


def pages(files: list[UploadFile], published: str | None) -> Iterator[Page | Failure]:
    """Yield the pages of uploaded files; a file's name counts only by its last part, as a label."""
    budget = MAX_UNPACKED
    for file in files:
        name = PurePath((file.filename or "page").replace("\\", "/")).name[-200:] or "page"
        try:
            data = unpacked(file.file.read(), name, budget)
            budget -= len(data)
            if name.lower().removesuffix(".gz").endswith((".jsonl", ".ndjson")):
                yield from pages_of_lines(data.splitlines(), name, published)
            else:
                yield page_of_bytes(data, location=name, published=published)
        except PageError as error:
            yield Failure(error)


def unpacked(data: bytes, name: str, limit: int) -> bytes:
    """Return the bytes of a file, out of gzip where they are in it.

    Raises:
        PageError: more bytes come out than the limit, or the gzip data is damaged.
    """
    if data[:2] == b"\x1f\x8b":
        try:
            stream = zlib.decompressobj(31)
            data = stream.decompress(data, limit + 1)
        except zlib.error as error:
            raise PageError(name, "the gzip file is damaged", "compress it again") from error
        if len(data) <= limit and not stream.eof:
            raise PageError(name, "the gzip file is cut off", "fetch or copy it again")
    if len(data) > limit:
        raise PageError(name, f"over {MAX_UNPACKED // 2**20} MB unpacked in one upload", "use `copydesk add`")
    return data
