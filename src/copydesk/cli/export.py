"""`copydesk export`: records on a desk or in files to the formats of other tools."""

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from copydesk.cli.options import DESK
from copydesk.errors import RecordError
from copydesk.exports import FORMATS

if TYPE_CHECKING:
    from copydesk.records import Record

_NAMES = "\n      ".join(f"{one.name:<12} {one.title}" for one in FORMATS.values())


@click.command(
    help=f"""Export records to the formats of other tools.

    SOURCE is a file of records as `copydesk read --json` writes it, gzipped or not, or - for standard input; without
    one, every page on the desk is exported. Lines that hold no record are named on standard error; the rest are
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
def export(name: str, sources: tuple[str, ...], desk_file: str, output: str | None) -> None:
    """Write the export and say on standard error how much was written."""
    from copydesk.exports import export as export_records
    from copydesk.exports.target import target

    format_ = FORMATS[name]
    if format_.binary and output is None and sys.stdout.isatty():
        raise click.UsageError(f"{name} is not for the screen: add -o records{format_.suffix}")
    failures: list[RecordError] = []

    def failed(error: RecordError) -> None:
        failures.append(error)
        click.secho(f"copydesk: {error}", fg="red", err=True)

    with target(output) as out:
        records = _from_files(sources, failed) if sources else _from_desk(desk_file)
        count = export_records(records, name, out)
    if output not in (None, "-"):
        click.echo(f"{count:,} {'record' if count == 1 else 'records'} written to {output}", err=True)
    if failures:
        raise click.exceptions.Exit(1)


def _from_files(sources: tuple[str, ...], failed: Callable[[RecordError], None]) -> Iterator["Record"]:
    from copydesk.pages import Failure
    from copydesk.recordfiles import records_of

    for source in sources:
        for result in records_of(source):
            if not isinstance(result, Failure):
                yield result
            elif isinstance(result.error, RecordError):
                failed(result.error)
            else:
                raise result.error  # a file that cannot be read on: what was written so far is not kept


def _from_desk(desk_file: str) -> Iterator["Record"]:
    from copydesk.desk import Desk

    with Desk(desk_file, readonly=True) as desk:
        yield from desk.records()
