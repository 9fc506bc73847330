"""What the commands that read sources share: their options, how sources are read, what is said of those that fail."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click

from copydesk.cli.shared_options import JOBS

if TYPE_CHECKING:
    from copydesk.errors import CopydeskError
    from copydesk.ingest import Ingest, Known
    from copydesk.records import Record

Command = TypeVar("Command", bound=Callable[..., Any])

SOURCES = """SOURCE is a file or folder, a web address, or - for standard input: HTML, text, JSON Lines, JSON, CSV,
    Parquet, e-mail, MHTML, feeds, WARC, WACZ, PDF, DOCX, records that copydesk wrote, any of these compressed or in a
    zip or tar archive (docs/sources.md)."""

_OPTIONS = (
    click.option("--published", metavar="DAY", help="Day of pages that do not tell their own: YYYY-MM-DD."),
    click.option("--published-force", metavar="DAY", help="Day of all pages, whatever they say."),
    click.option("--as-is", is_flag=True, help="Read text exactly as it stands: nothing cleaned, positions kept."),
    click.option(
        "--column",
        "columns",
        metavar="FIELD=NAME",
        multiple=True,
        help="Column of a table that holds a field: text=body. May be given several times.",
    ),
    click.option("--since", metavar="DAY", help="Of what a feed or sitemap address lists: only from this day on."),
    click.option(
        "--limit-listed",
        type=click.IntRange(1),
        metavar="N",
        help="Of what a feed or sitemap address lists: only the newest so many.",
    ),
    click.option("--allow-private", is_flag=True, help="Fetch from this machine and private networks, too."),
    JOBS,
    click.option(
        "--engine",
        type=click.Choice(["here", "processes", "ray"]),
        default="processes",
        show_default=True,
        help="What reads: this process, processes of this machine, or a Ray cluster.",
    ),
    click.option("--address", metavar="ADDRESS", help="The Ray cluster: auto, ray://HOST:10001; else one starts here."),
)


def reads_sources(command: Command) -> Command:
    """Add the options of every command that reads sources; they come as keywords, to be passed to `intake`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def intake(
    sources: Iterable[str], asked: dict[str, Any], known: Callable[[str], bool] | None = None, warc: str | None = None
) -> "Ingest":
    """Return what reads some sources, given the options that `reads_sources` added.

    Raises:
        DateError: a day is none.
        UsageError: `--column` is not `FIELD=NAME`.
    """
    from copydesk.dates import check_day
    from copydesk.engines import choose
    from copydesk.ingest import Ingest
    from copydesk.sources import FetchOptions, Options

    if asked["since"]:
        check_day(asked["since"], "--since")
    options = Options(
        published=asked["published"],
        published_force=asked["published_force"],
        as_is=asked["as_is"],
        columns=_columns(asked["columns"]),
        leave_out=_output(),
        fetch=FetchOptions(
            allow_private=asked["allow_private"], since=asked["since"], limit=asked["limit_listed"], warc=warc
        ),
    )
    engine = choose(asked["engine"], jobs=asked["jobs"], address=asked["address"])
    return Ingest(sources, options, engine=engine, known=known)


class Outcome:
    """Counts what came of sources, and says on standard error what failed and what was passed over.

    Args:
        sources: as the user named them.
        ingest: what reads them.
        later: list failures at the end, not as they come.
    """

    def __init__(self, sources: Iterable[str], ingest: "Ingest", *, later: bool = False) -> None:
        self._sources, self._ingest, self._later = tuple(sources), ingest, later
        self.failures: list[CopydeskError] = []
        self.count = 0

    def records(self, known: "Callable[[Known], None] | None" = None) -> "Iterator[Record]":
        """Yield the records; failures are named, known pages passed to a function."""
        from copydesk.ingest import Known
        from copydesk.pages import Failure

        for result in self._ingest:
            if isinstance(result, Failure):
                self.failures.append(result.error)
                if not self._later:
                    tell_failure(result.error)
            elif isinstance(result, Known):
                self.count += 1
                if known:
                    known(result)
            else:
                self.count += 1
                yield result

    def finish(self) -> None:
        """Say what was passed over, and end the command where something failed.

        Raises:
            Exit: with code 1, where a page failed.
            UsageError: there was no page at all.
        """
        if self._later:
            for error in self.failures:
                tell_failure(error)
        for remark in self._ingest.remarks():
            click.secho(f"copydesk: {remark}", dim=True, err=True)
        if self.failures:
            raise click.exceptions.Exit(1)
        if not self.count:
            raise click.UsageError(f"no pages in {', '.join(self._sources)}: docs/sources.md lists what is read")


def tell_failure(error: "CopydeskError") -> None:
    """Name on standard error what failed."""
    from copydesk.cli.screen import printable

    click.secho(f"copydesk: {printable(str(error))}", fg="red", err=True)


def _columns(given: tuple[str, ...]) -> dict[str, str]:
    from copydesk.sources.fields import FIELDS

    columns = {}
    for one in given:
        field, _, name = one.partition("=")
        if field not in FIELDS or not name:
            raise click.UsageError(f"--column {one}: write FIELD=NAME, where FIELD is one of {', '.join(FIELDS)}")
        columns[field] = name
    return columns


def _output() -> frozenset[tuple[int, int]]:
    """Return the file that standard output goes to: reading it would never end."""
    try:
        found = os.fstat(sys.stdout.fileno())
    except (OSError, ValueError):
        return frozenset()
    return frozenset([(found.st_dev, found.st_ino)])
