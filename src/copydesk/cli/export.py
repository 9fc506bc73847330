"""`copydesk export`: records on a desk or in files to the formats of other tools."""

import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import IO, TYPE_CHECKING, Any

import click

from copydesk.cli.intake import reads_sources
from copydesk.cli.shared_options import DESK
from copydesk.exports import FORMATS

if TYPE_CHECKING:
    from copydesk.errors import RecordError
    from copydesk.records import Record

_NAMES = "\n      ".join(f"{one.name:<12} {one.title}" for one in FORMATS.values())


@click.command(
    help=f"""Export records to the formats of other tools.

    SOURCE is a file of records as `copydesk read --json` writes it, or whatever else `copydesk read` takes; without
    one, every page on the desk is exported. csv, jsonld and ftm give a person, body or place one key on all pages:
    they begin to write when all pages are read. What cannot be read is named on standard error; the rest is
    exported, and the exit code is 1. What each format keeps and drops is in docs/exports.md.

    \b
    FORMAT is one of:
      {_NAMES}

    \b
    Example:
      copydesk export csv --desk desk.db -o tables.zip
      copydesk read pages/ --json | copydesk export ninjs - > items.jsonl
    """
)
@click.argument("name", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@click.argument("sources", nargs=-1, metavar="[SOURCE…]")
@DESK
@click.option("-o", "--output", metavar="FILE", help="Write here instead of standard output, replacing what is there.")
@reads_sources
def export(name: str, sources: tuple[str, ...], desk_file: str, output: str | None, **asked: Any) -> None:
    """Write the export and say on standard error how much was written."""
    from copydesk.cli.intake import Outcome, intake
    from copydesk.exports import export as export_records
    from copydesk.exports.target import target

    format_ = FORMATS[name]
    if format_.binary and output is None and sys.stdout.isatty():
        raise click.UsageError(f"{name} is not for the screen: add -o records{format_.suffix}")
    outcome = Outcome(sources, intake(sources, asked)) if sources else None
    damaged: list[RecordError] = []
    with target(output) as out:
        if outcome and format_.shared:
            count = _export_shared(outcome.records(), name, out)
        elif outcome:
            count = export_records(outcome.records(), name, out)
        else:
            count = _export_desk(desk_file, name, out, damaged)
    if output not in (None, "-"):
        click.echo(f"{count:,} {'record' if count == 1 else 'records'} written to {output}", err=True)
    if outcome:
        outcome.finish()
    if damaged:
        raise click.exceptions.Exit(1)


def _export_shared(records: Iterable["Record"], name: str, out: IO[bytes]) -> int:
    """Export records with one key for whoever several of them name; they wait in a file until all are read."""
    from copydesk.exports import export as export_records
    from copydesk.exports import shared_entities
    from copydesk.records import from_json

    with tempfile.TemporaryFile(prefix="copydesk-") as kept:

        def keeping() -> Iterator["Record"]:
            for record in records:
                kept.write(record.to_json().encode() + b"\n")
                yield record

        shared = shared_entities(keeping())
        kept.seek(0)
        return export_records(map(from_json, kept), name, out, shared)


def _export_desk(desk_file: str, name: str, out: IO[bytes], damaged: list["RecordError"]) -> int:
    """Export the records of a desk; those that are damaged are named and listed."""
    from copydesk.cli.intake import tell_failure
    from copydesk.desk import Desk
    from copydesk.exports import export as export_records

    def tell(error: "RecordError") -> None:
        damaged.append(error)
        tell_failure(error)

    # the reading ends before the desk is closed, where writing fails halfway, too
    with Desk(desk_file, readonly=True) as desk, closing(desk.records(tell)) as records:
        return export_records(records, name, out, desk.entities_of)
