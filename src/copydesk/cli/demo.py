"""`copydesk demo`: reads the example pages and shows what copydesk does."""

from pathlib import Path

import click


@click.command()
def demo() -> None:
    """Read the example pages and show what copydesk does, in under ten seconds.

    \b
    Example:
      copydesk demo
    """
    from copydesk.api import read, read_many
    from copydesk.cli.render import show
    from copydesk.cli.screen import console, shorten, table
    from copydesk.errors import PageError
    from copydesk.records import Record

    folder = examples()
    if folder is None:
        raise PageError("examples", "the example pages are not installed", "run the demo from the project's folder")
    screen = console()
    screen.print("One page, read closely: a wire story that a rewriting machine has been through.\n", style="headline")
    show(read(folder / "5-rewritten-copy.txt", published="2026-10-08"), screen)
    grid = table("All example pages", "=page", "=headline", "=agency", ">published", ">claims", ">anon.", ">defects")
    for record in read_many(folder):
        if isinstance(record, Record):
            kinds = [attribution.source.kind for attribution in record.attributions]
            grid.add_row(
                Path(record.page.location or "").stem,
                shorten(record.headline or "–", 18),
                record.agency or "–",
                record.published.value[:10] if record.published else "–",
                str(len(kinds)),
                str(sum(kind.startswith("anonymous") for kind in kinds)),
                str(len(record.defects)),
            )
    screen.print(grid)


def examples() -> Path | None:
    """Return the folder of example pages: beside the source, or inside an installed package; None where absent."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "examples", package.parents[1] / "examples"):
        if (folder / "1-wire-story.html").is_file():
            return folder
    return None
