"""Files that a form brings: bounded in number and bytes, read to records, put on the desk."""

import secrets
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import IO, Final, TypeAlias, cast

import msgspec
from starlette.datastructures import FormData, UploadFile

from copydesk.desk import Added, Desk
from copydesk.ingest import Ingest
from copydesk.pages import Failure, Page
from copydesk.records import Record
from copydesk.sources import Budget, Input, Options, Walk

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


def is_token(given: str, token: str) -> bool:
    """Tell whether an address carries the token of this run of the desk."""
    return secrets.compare_digest(given.encode(errors="replace"), token.encode())


def add_uploads(desk: Desk, form: FormData, read: Read) -> tuple[list[Done], list[str]]:
    """Add the files of a form and the text pasted into it; return what was added and, in plain words, what failed.

    Raises:
        DateError: the day of publication is none.
    """
    failures: list[str] = []
    options = Options(published=str(form.get("published") or "").strip() or None)
    files = [file for file in form.getlist("files") if isinstance(file, UploadFile) and file.filename]
    pasted = str(form.get("text") or "")
    budget = Budget(MAX_UNPACKED)
    inputs = [_input(file, budget) for file in files]
    if pasted.strip():
        inputs.append(Input.of_bytes("pasted text", pasted.encode(errors="replace"), budget=budget))
    ingest = Ingest(Walk(inputs, options, budget), options, read=read)
    names: list[str] = []

    def named() -> Iterator[Record]:
        for number, result in enumerate(ingest):
            if number == MAX_PAGES:
                failures.append(f"only the first {MAX_PAGES} pages were read: use `copydesk add` for more")
                return
            if isinstance(result, Failure):
                failures.append(str(result.error))
            elif isinstance(result, Record):
                names.append(result.headline or result.page.location or result.id[:12])
                yield result

    added: list[Added] = list(desk.add(named()))
    done = [
        Done(id=one.id, name=name, status=one.status, story=one.story) for one, name in zip(added, names, strict=True)
    ]
    return done, failures + ingest.remarks()


def _input(file: UploadFile, budget: Budget) -> Input:
    """Return a file as an input; its name counts only by its last part, as a label."""
    name = PurePath((file.filename or "page").replace("\\", "/")).name[-200:] or "page"
    return Input(name, cast(IO[bytes], file.file), budget=budget)
