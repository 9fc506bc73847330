"""`copydesk read --to`: records into a folder of Parquet files, which a later run goes on with."""

import importlib.util
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from copydesk.ingest import Known


def read_into(sources: tuple[str, ...], folder: Path, asked: dict[str, Any]) -> None:
    """Read sources into a folder of records, and say what came of them.

    Args:
        sources: as the user named them.
        folder: where the records go; pages that it holds already are passed over.
        asked: the options of every command that reads sources.
    """
    from copydesk.cli.family_screen import count
    from copydesk.cli.intake import Outcome, intake
    from copydesk.cli.screen import progress
    from copydesk.recordfolder import FolderWriter

    check_parquet("--to")
    passed = 0

    def pass_over(_: "Known") -> None:
        nonlocal passed
        passed += 1

    with FolderWriter(folder, version=version("copydesk")) as writer:
        outcome = Outcome(sources, intake(sources, asked, writer.known.__contains__))
        told = 0
        written = 0
        for record in progress(outcome.records(pass_over), None, "reading"):
            written += 1
            for error in outcome.failures[told:]:
                writer.fail(error.what, error.reason)
            told = len(outcome.failures)
            writer.add(record)
        for error in outcome.failures[told:]:
            writer.fail(error.what, error.reason)
    parts = [f"{count(written, 'page')} read", f"{passed:,} there already" if passed else ""]
    parts.append(f"{count(len(outcome.failures), 'failure')}" if outcome.failures else "")
    click.echo(f"{', '.join(filter(None, parts))}; {folder} holds {count(writer.manifest.pages, 'page')}", err=True)
    outcome.finish()


def check_parquet(what: str) -> None:
    """Check that Parquet can be read and written.

    Raises:
        ExportError: it cannot.
    """
    from copydesk.errors import ExportError

    if importlib.util.find_spec("pyarrow") is None:
        raise ExportError(what, "pyarrow is not installed", "run: pip install 'copydesk[parquet]'")
