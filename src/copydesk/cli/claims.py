"""`copydesk claims`: who is first-hand for what pages say, who heard it, who merely carries it."""

import sys
from typing import TYPE_CHECKING, Any

import click

from copydesk.cli.intake import reads_sources

if TYPE_CHECKING:
    from copydesk.cli.intake import Outcome
    from copydesk.copies import Story
    from copydesk.records import Record


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…|STORY")
@click.option("--desk", "desk_file", metavar="FILE", help="Desk to take the story from, where a story's id is given.")
@click.option(
    "--only",
    type=click.Choice(["single-origin", "unnamed-only", "one-page", "not-told", "disputed"]),
    help="Only claims so marked; disputed: denied ones and figures that pages tell differently.",
)
@click.option("--json", "as_json", is_flag=True, help="Write stories with their claims, one JSON object a line.")
@reads_sources
def claims(sources: tuple[str, ...], desk_file: str | None, only: str | None, as_json: bool, **asked: Any) -> None:
    """List what the pages of a story say: who is first-hand, who heard it from them, who merely carries it.

    SOURCE is whatever `copydesk read` takes, or a file of the records that it wrote; with --desk, STORY is a story's
    id. No verdict on the truth of a claim is given: where the pages do not say who is first-hand, the list says so.

    \b
    Example:
      copydesk claims examples/
      copydesk claims records.jsonl --only single-origin
      copydesk claims story-3fa94c21 --desk news.db
    """
    from copydesk.cli.claim_list import show_claims
    from copydesk.cli.intake import Outcome, intake
    from copydesk.cli.screen import console

    screen = console()
    outcome = Outcome(sources, intake(sources, asked)) if desk_file is None else None
    for story in _on_desk(sources, desk_file) if desk_file is not None else _stories(outcome):
        if as_json:
            sys.stdout.write(story.to_json() + "\n")
        elif story.claims:
            show_claims(story, screen, only)
    if outcome:
        outcome.finish()


def _on_desk(ids: tuple[str, ...], desk_file: str) -> "list[Story]":
    from copydesk.claims import with_claims
    from copydesk.cli.options import reading

    with reading(desk_file) as desk:
        found = [desk.story(id_) for id_ in ids]
        return [with_claims(story, {page: desk.record(page) for page in story.pages}) for story in found]


def _stories(outcome: "Outcome | None") -> "list[Story]":
    from copydesk.claims import with_claims
    from copydesk.copies import trace as trace_records

    records: dict[str, Record] = {}
    for record in outcome.records() if outcome else ():
        records.setdefault(record.id, record)
    return [with_claims(story, records) for story in trace_records(records.values())]
