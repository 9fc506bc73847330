"""`copydesk check` and `copydesk remove`: whether a desk is whole, and pages taken off it."""

from pathlib import Path

import click

from copydesk.cli.shared_options import DESK


@click.command()
@DESK
@click.option("--mend", is_flag=True, help="Make the index of words anew before checking.")
def check(desk_file: str, mend: bool) -> None:
    """Check that a desk file is whole.

    SQLite's own checks, the index of words, and every record. What is wrong is named, one fault a line, and the exit
    code is 1. Nothing is changed without --mend.

    \b
    Example:
      copydesk check --desk news.db
    """
    from copydesk.cli.screen import printable
    from copydesk.desk import Desk
    from copydesk.desk.connection import check_file

    check_file(Path(desk_file), readonly=True)
    found = 0
    with Desk(desk_file) as desk:
        for fault in desk.faults(mend=mend):
            found += 1
            click.echo(printable(fault))
        count = desk.count
    if found:
        raise click.exceptions.Exit(1)
    click.echo(f"{desk_file} is whole: {count:,} pages", err=True)


@click.command()
@click.argument("pages", nargs=-1, required=True, metavar="PAGE…")
@DESK
@click.option("--yes", is_flag=True, help="Do not ask first.")
def remove(pages: tuple[str, ...], desk_file: str, yes: bool) -> None:
    """Take pages off the desk; what was stored of them is overwritten.

    PAGE is a page's id or an unmistakable beginning of it, as `copydesk search` shows it. The other pages of its
    story are grouped again.

    \b
    Example:
      copydesk remove 3fa94c21a0b7 --desk news.db
    """
    from copydesk.cli.screen import printable, shorten
    from copydesk.cli.shared_options import short
    from copydesk.desk import Desk
    from copydesk.desk.connection import check_file

    check_file(Path(desk_file), readonly=True)
    with Desk(desk_file) as desk:
        for id_ in pages:
            if not yes:
                record = desk.record(id_)
                title = printable(shorten(record.headline or record.text, 60))
                click.confirm(f"Take “{title}” ({short(record.id)}) off {desk_file}?", abort=True, err=True)
            whole = desk.remove(id_)
            click.echo(f"{short(whole)} removed", err=True)
        click.echo(f"{desk_file} holds {desk.count:,} pages in {desk.story_count:,} stories", err=True)
