"""`copydesk fetch`, `watch` and `versions`: pages from the web, kept, and what changed on them."""

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from copydesk.cli.shared_options import DESK, JSON

if TYPE_CHECKING:
    from copydesk.copies import Comparison
    from copydesk.pages import Failure
    from copydesk.records import Record
    from copydesk.sources import FetchOptions, Input, Unread
    from copydesk.sources.address import Addresses

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_PRIVATE = click.option("--allow-private", is_flag=True, help="Fetch from this machine and private networks, too.")
_SINCE = click.option("--since", metavar="DAY", help="Of what a feed or sitemap lists: only from this day on.")
_LIMIT = click.option(
    "--limit", type=click.IntRange(1), help="Of what a feed or sitemap lists: only the newest so many."
)
_DELAY = click.option(
    "--delay",
    type=click.FloatRange(0, 3600),
    default=1.0,
    show_default=True,
    help="Seconds between requests to a host.",
)


@click.command()
@click.argument("addresses", nargs=-1, required=True, metavar="ADDRESS…")
@click.option(
    "--to",
    "warc",
    metavar="FILE",
    default="pages.warc.gz",
    show_default=True,
    help="The WARC file that keeps the pages.",
)
@_SINCE
@_LIMIT
@_DELAY
@_PRIVATE
def fetch(
    addresses: tuple[str, ...], warc: str, since: str | None, limit: int | None, delay: float, allow_private: bool
) -> None:
    """Fetch pages and keep them in a WARC file, which every command reads.

    ADDRESS is a page, feed or sitemap, or a file that lists addresses (a sitemap, feed, table or text). Of feeds and
    sitemaps the pages that they list are fetched, newest first. robots.txt is followed; a host is asked once a second
    at most. The file grows: what has not changed since the last time (ETag, Last-Modified) is not fetched again.

    \b
    Example:
      copydesk fetch https://example.org/feed.xml --to pages.warc.gz --limit 20
      copydesk read pages.warc.gz
    """
    from copydesk.cli.intake import tell_failure
    from copydesk.cli.screen import printable
    from copydesk.dates import check_day
    from copydesk.pages import Failure
    from copydesk.sources import FetchOptions, Input
    from copydesk.sources.address import Addresses
    from copydesk.sources.address.visits import Visits

    if since:
        check_day(since, "--since")
    seen = Visits(f"{warc}.seen.json")
    options = FetchOptions(allow_private=allow_private, since=since, limit=limit, warc=warc, delay=delay)
    reader = Addresses(options, seen)
    kept = failed = same = 0
    try:
        for item in _fetched(addresses, reader):
            if isinstance(item, Input):
                kept += 1
                click.echo(printable(item.name), err=True)
            elif isinstance(item, Failure):
                failed += 1
                tell_failure(item.error)
            else:
                same += 1
    finally:
        reader.close()
        seen.save()
    unchanged = f", {same:,} unchanged" if same else ""
    click.echo(f"{kept:,} fetched to {warc}{unchanged}{f', {failed:,} failed' if failed else ''}", err=True)
    if failed:
        raise click.exceptions.Exit(1)


def _fetched(sources: tuple[str, ...], reader: "Addresses") -> "Iterator[Input | Failure | Unread]":
    from copydesk.errors import CopydeskError
    from copydesk.pages import Failure
    from copydesk.sources import open_file
    from copydesk.sources.address import addresses_in
    from copydesk.sources.options import is_address

    for source in sources:
        try:
            if is_address(source):
                yield from reader.read(source)
            else:
                with open_file(source) as file:
                    yield from reader.read_listed(addresses_in(file))
        except CopydeskError as error:
            yield Failure(error)


@click.command()
@click.argument("feeds", nargs=-1, required=True, metavar="FEED…")
@DESK
@click.option("--every", default="15m", show_default=True, metavar="TIME", help="How often: 90s, 15m, 2h, 1d.")
@click.option("--rounds", type=click.IntRange(1), help="End after so many rounds.")
@click.option("--to", "warc", metavar="FILE", help="A WARC file that keeps the pages, too.")
@_SINCE
@_LIMIT
@_DELAY
@_PRIVATE
def watch(
    feeds: tuple[str, ...],
    desk_file: str,
    every: str,
    rounds: int | None,
    warc: str | None,
    since: str | None,
    limit: int | None,
    delay: float,
    allow_private: bool,
) -> None:
    """Go on adding what feeds and sitemaps list to the desk, until stopped with Ctrl-C.

    A page that has changed since it was added is kept as another version, and what changed is told. What was fetched
    before is remembered in a file beside the desk; pages are asked for again ever more rarely, once a day at least.

    \b
    Example:
      copydesk watch https://example.org/feed.xml --desk news.db --every 15m
    """
    from copydesk.dates import check_day
    from copydesk.sources import FetchOptions

    seconds = _seconds(every)
    if since:
        check_day(since, "--since")
    options = FetchOptions(allow_private=allow_private, since=since, limit=limit, warc=warc, delay=delay)
    done = 0
    while True:
        started = time.monotonic()
        _round(feeds, desk_file, options)
        done += 1
        if rounds is not None and done >= rounds:
            return
        time.sleep(max(1.0, seconds - (time.monotonic() - started)))


def _round(feeds: tuple[str, ...], desk_file: str, options: "FetchOptions") -> None:
    """Fetch what is new or has changed, add it, and tell what came of it."""
    from copydesk.cli.intake import Outcome
    from copydesk.cli.screen import printable, shorten
    from copydesk.desk import Desk
    from copydesk.ingest import Ingest
    from copydesk.sources import Options, Walk
    from copydesk.sources.address import Addresses
    from copydesk.sources.address.visits import Visits

    seen = Visits(f"{desk_file}.seen.json")
    reader = Addresses(options, seen)
    try:
        with Desk(desk_file) as desk:
            outcome = Outcome(feeds, Ingest(Walk(feeds, Options(fetch=options), addresses=reader)))
            for record in outcome.records():
                before = desk.versions(record.page.location or "")
                last = desk.record(before[-1]) if before else None
                if last is not None and (last.text, last.headline) == (record.text, record.headline):
                    continue
                for added in desk.add([record]):
                    title = printable(shorten(record.headline or record.page.location or record.id, 70))
                    number = f"version {len(before) + 1}, {_changed(last, record)}" if last else added.status
                    click.echo(f"{time.strftime('%H:%M')}  {title}: {number}", err=True)
        seen.save()  # not where adding failed: then everything is fetched again
    finally:
        reader.close()


def _changed(last: "Record", record: "Record") -> str:
    from copydesk.copies import compare

    return _summary(compare(last, record))


def _summary(comparison: "Comparison") -> str:
    """Return in words what a later version changed: how many alterations of each kind."""
    from collections import Counter

    counts = Counter(change.kind for change in comparison.alterations)
    return ", ".join(f"{count} {kind}" for kind, count in counts.most_common()) or "no change of the text"


@click.command()
@click.argument("address", metavar="ADDRESS")
@DESK
@JSON
def versions(address: str, desk_file: str, as_json: bool) -> None:
    """List the versions of a page on the desk, with what each changed of the one before.

    ADDRESS is the address, or path, that the page came from.

    \b
    Example:
      copydesk versions https://example.org/2026/10/pier-closed --desk news.db
    """
    from copydesk.cli.shared_options import reading, short, write_json
    from copydesk.copies import compare
    from copydesk.errors import DeskError

    with reading(desk_file) as desk:
        found = [desk.record(id_) for id_ in desk.versions(address)]
    if not found:
        raise DeskError(address, f"no page on {desk_file} came from there", "`copydesk search` lists what is there")
    for before, record in zip([None, *found], found, strict=False):
        comparison = compare(before, record) if before else None
        if as_json:
            changes = comparison.alterations if comparison else ()
            write_json({"id": record.id, "retrieved": record.page.retrieved, "alterations": changes})
        else:
            what = _summary(comparison) if comparison else "first"
            click.echo(f"{short(record.id)}  {record.page.retrieved or '–'}  {what}")


def _seconds(words: str) -> float:
    """Return a length of time such as `15m` in seconds."""
    number, unit = words[:-1], words[-1:].lower()
    if not number.isdecimal() or unit not in _UNITS or not int(number):
        raise click.UsageError(f"--every {words}: write a number and s, m, h or d, such as 15m")
    return float(int(number) * _UNITS[unit])
