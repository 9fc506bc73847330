"""zip and tar archives: the files in them are read in turn."""

import struct
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from copydesk.errors import PageError
from copydesk.pages.page import Failure
from copydesk.sources.folder import PARTS, SAVED, is_part
from copydesk.sources.input import Input
from copydesk.sources.options import Options, Unread

_MAX_NAMES: Final = 2_000_000


def read(source: Input, options: Options) -> Iterator[Input | Failure | Unread]:
    """Yield the files of an archive as inputs; hidden ones and the parts of saved pages are passed over.

    Raises:
        PageError: the archive is damaged.
    """
    if source.head()[257:262] == b"ustar":
        yield from _tar(source)
    else:
        yield from _zip(source)


def _zip(source: Input) -> Iterator[Input | Failure | Unread]:
    with source.seekable_file() as file:
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError, struct.error) as error:
            raise PageError(source.name, f"the zip archive is damaged: {error}", "make or copy it again") from error
        members = [member for member in archive.infolist()[:_MAX_NAMES] if not member.is_dir()]
        pages = {str(PurePosixPath(m.filename).with_suffix("")) for m in members if _is_page(m.filename)}
        for member in sorted(members, key=lambda m: m.filename):
            path = PurePosixPath(member.filename)
            if _is_hidden(path):
                continue
            if any(is_part(str(folder), pages) for folder in path.parents):
                yield Unread(SAVED)
                continue
            where = f"{source.name}/{member.filename}"
            if member.flag_bits & 1:
                yield Failure(PageError(where, "is encrypted", "decrypt the archive first"))
                continue
            try:
                stream = archive.open(member)
            except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError, EOFError) as error:
                yield Failure(PageError(where, f"cannot be unpacked: {error}", "make the archive again"))
                continue
            with stream:
                yield source.within(_printable(member.filename), stream)


def _tar(source: Input) -> Iterator[Input | Failure | Unread]:
    try:
        with tarfile.open(fileobj=source, mode="r|") as archive:
            for member in archive:
                path = PurePosixPath(member.name)
                if not member.isfile() or _is_hidden(path):
                    continue
                if any(folder.name.endswith(PARTS) for folder in path.parents):
                    yield Unread(SAVED)  # a stream tells too late whether the page stands beside it
                    continue
                stream = archive.extractfile(member)
                if stream is not None:
                    yield source.within(_printable(str(path)), stream)
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise PageError(
            source.name, f"the tar archive is damaged or cut off: {error}", "make or copy it again"
        ) from error


def _is_page(name: str) -> bool:
    return name.lower().endswith((".html", ".htm", ".xhtml"))


def _is_hidden(path: PurePosixPath) -> bool:
    return any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in path.parts)


def _printable(name: str) -> str:
    return name.encode("utf-8", "replace").decode()
