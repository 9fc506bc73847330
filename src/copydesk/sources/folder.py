"""Folders: the files in them, sub-folders included, sorted; the parts of saved pages are left out."""

from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Final

from copydesk.errors import PageError
from copydesk.pages.page import Failure
from copydesk.recordfolder import MANIFEST, manifest_of, records_behind, shards_of
from copydesk.sources.input import Budget, Input, open_file, printable_path, unreadable
from copydesk.sources.options import Options, Unread
from copydesk.storage import is_here, walk

# what browsers call the folder beside a saved page, in the languages of their users
PARTS: Final = (
    "_files", ".files", "_fichiers", "-Dateien", "_archivos", "_bestanden", "_file", "_arquivos", "_pliki", "_filer",
    "-filer", "_tiedostot", "_soubory", "_dosyalar", "_elemei",
)  # fmt: skip
SAVED: Final = "parts of saved pages"


def read_folder(path: Path, options: Options, budget: Budget) -> Iterator[Input | Unread | Failure]:
    """Yield the files of a folder as inputs; hidden ones are passed over, links to folders not followed."""

    def unlisted(error: OSError) -> None:
        failures.append(Failure(unreadable(printable_path(error.filename or path), error)))

    failures: list[Failure] = []
    for where, folders, files in walk(path, unlisted):
        yield from failures
        failures.clear()
        if MANIFEST in files and (found := _stored(where, budget)) is not None:
            yield from found
            folders.clear()
            continue
        pages = {PurePath(name).stem for name in files if name.lower().endswith((".html", ".htm", ".xhtml"))}
        parts = [name for name in folders if is_part(name, pages)]
        for name in parts:
            for _ in range(sum(len(inner) for _, _, inner in walk(where / name, unlisted))):
                yield Unread(SAVED)
        folders[:] = sorted(name for name in folders if name not in parts and not name.startswith("."))
        for name in sorted(files):
            file = where / name
            if name.startswith(".") or not file.is_file() or _left_out(file, options):
                continue
            try:
                yield open_file(file, budget=budget, named=False)
            except PageError as error:
                yield Failure(error)


def is_part(folder: str, pages: set[str]) -> bool:
    """Tell the folder that a browser saved beside a page, given the names of the pages there without suffix."""
    return any(folder.endswith(end) and folder[: -len(end)] in pages for end in PARTS)


def _left_out(file: Path, options: Options) -> bool:
    if not options.leave_out or not is_here(file):
        return False
    found = file.stat()
    return (found.st_dev, found.st_ino) in options.leave_out


def _stored(folder: Path, budget: Budget) -> list[Input | Failure] | None:
    """Return the shards of a folder of records, those that are not whole as failures; None for any other folder.

    A folder of stories stands for the records that it was traced from.
    """
    try:
        manifest = manifest_of(folder)
        if manifest is None:
            behind = records_behind(folder)
            return None if behind is None else [one for part in behind for one in _stored(part, budget) or _gone(part)]
    except PageError as error:
        return [Failure(error)]
    shards = shards_of(folder, manifest)
    return [Failure(error) if error else open_file(path, budget=budget, named=False) for path, error in shards]


def _gone(folder: Path) -> list[Input | Failure]:
    return [Failure(PageError(str(folder), "holds no records any more", "trace again from where they are now"))]
